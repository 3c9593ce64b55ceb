/** Services, tasks and nodes of a swarm, in plain types. */

export interface SwarmService {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  readonly mode: 'replicated' | 'global' | 'job';
  /** Replicas that were asked for; for a global service, the tasks that the nodes call for. */
  readonly desired: number;
  readonly running: number;
  readonly ports: readonly { readonly published: number; readonly target: number; readonly protocol: string }[];
  readonly labels: Readonly<Record<string, string>>;
  /** What `service update` is doing, in the engine's word; absent when nothing was updated. */
  readonly updateState?: string;
}

export interface SwarmTask {
  readonly id: string;
  readonly serviceId: string;
  /** Absent for tasks of a global service. */
  readonly slot?: number;
  /** Absent until it is placed. */
  readonly nodeId?: string;
  readonly image: string;
  /** `running`, `failed`, `rejected` … */
  readonly state: string;
  readonly desiredState: string;
  /** Why it failed, in the engine's words. */
  readonly error?: string;
  readonly containerId?: string;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

export interface SwarmNode {
  readonly id: string;
  readonly hostname: string;
  readonly role: 'manager' | 'worker';
  readonly leader: boolean;
  /** `ready`, `down`, `unknown`, `disconnected`. */
  readonly state: string;
  readonly availability: 'active' | 'pause' | 'drain';
  readonly address: string;
  readonly engineVersion: string;
}
