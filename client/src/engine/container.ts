/** What an engine says about containers, in plain types: the same words whatever engine and library answered. */

/** The engine's own state words. A container that waits for its restart policy is `restarting`. */
export const containerStates = ['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead'] as const;

export type ContainerState = (typeof containerStates)[number];

/** Its processes are there, at work or frozen. */
export const upStates: readonly ContainerState[] = ['running', 'paused'];

export function isUp(state: ContainerState): boolean {
  return upStates.includes(state);
}

/** It runs or comes back by itself: what can be stopped. */
export const activeStates: readonly ContainerState[] = ['running', 'paused', 'restarting'];

/** It stays as it is until somebody starts it. */
export const inactiveStates: readonly ContainerState[] = ['created', 'exited', 'dead'];

/** Neither removed at the moment nor left half removed. */
export const intactStates: readonly ContainerState[] = ['created', 'running', 'paused', 'restarting', 'exited'];

/** The outcome of the image's or the command's health check; absent where there is none. */
export type Health = 'starting' | 'healthy' | 'unhealthy';

export interface Port {
  readonly containerPort: number;
  readonly protocol: 'tcp' | 'udp' | 'sctp';
  /** Absent: exposed, but not published. */
  readonly host?: { readonly address: string; readonly port: number };
}

export interface Mount {
  readonly type: string;
  /** A path on the engine's host; empty for an anonymous volume whose place the engine did not tell. */
  readonly source: string;
  /** The volume's name. */
  readonly name?: string;
  readonly destination: string;
  readonly readOnly: boolean;
}

export interface NetworkAttachment {
  readonly name: string;
  /** IPv4 address, else IPv6; empty while the container does not run. */
  readonly address: string;
}

/** A row of the container list. */
export interface ContainerSummary {
  /** All 64 hexadecimal digits; never changes. */
  readonly id: string;
  /** Without the leading slash. */
  readonly name: string;
  /** As the user wrote it, or an image id where the reference has moved on. */
  readonly image: string;
  readonly imageId: string;
  readonly command: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly state: ContainerState;
  /** The engine's sentence: `Up 2 hours (healthy)`, `Exited (137) 3 minutes ago`. */
  readonly status: string;
  readonly health?: Health;
  /** Where it has ended at least once and does not run now. */
  readonly exitCode?: number;
  readonly ports: readonly Port[];
  readonly labels: Readonly<Record<string, string>>;
  readonly networks: readonly NetworkAttachment[];
  readonly mounts: readonly Mount[];
  /** Bytes of the writable layer; only when asked for, because the engine has to count them. */
  readonly writableSize?: number;
}

/** Limits that `docker update` can change on a living container. Absent: left as it is. */
export interface Limits {
  /** Bytes. */
  readonly memory?: number;
  /** Bytes of memory and swap together, -1 for no limit on swap. */
  readonly memorySwap?: number;
  /** Processor cores, in fractions. */
  readonly cpus?: number;
  /** -1 for no limit. */
  readonly pids?: number;
  readonly restart?: RestartPolicy;
}

export const restartPolicies = ['no', 'always', 'unless-stopped', 'on-failure'] as const;

export interface RestartPolicy {
  readonly name: (typeof restartPolicies)[number];
  /** With `on-failure` only; 0 for no limit. */
  readonly maximumRetries: number;
}

/** As `--restart` takes it: `on-failure:5`. */
export function restartPolicyText({ name, maximumRetries }: RestartPolicy): string {
  return name === 'on-failure' && maximumRetries > 0 ? `${name}:${maximumRetries}` : name;
}

/** What one `inspect` tells beyond the row of the list. */
export interface ContainerDetails {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  readonly state: ContainerState;
  readonly health?: Health;
  readonly exitCode: number;
  readonly oomKilled: boolean;
  /** The engine's words when it could not start the container. */
  readonly error: string;
  readonly restartCount: number;
  /** Milliseconds since 1970; absent where it never happened. */
  readonly startedAt?: number;
  readonly finishedAt?: number;
  /** What `stop` sends; `SIGTERM` unless the image or the command says otherwise. */
  readonly stopSignal: string;
  /** Seconds between that signal and SIGKILL; -1 waits for ever. Absent: the engine's default of 10. */
  readonly stopTimeout?: number;
  readonly tty: boolean;
  readonly openStdin: boolean;
  /** `NAME=value`. */
  readonly environment: readonly string[];
  readonly user: string;
  readonly limits: Required<Limits>;
  readonly ports: readonly Port[];
  readonly labels: Readonly<Record<string, string>>;
  readonly networks: readonly NetworkAttachment[];
  readonly mounts: readonly Mount[];
  /** The engine's whole answer. */
  readonly document: Readonly<Record<string, unknown>>;
}

export interface ProcessTable {
  readonly titles: readonly string[];
  readonly processes: readonly (readonly string[])[];
}
