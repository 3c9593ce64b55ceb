/** A live engine whose containers and status a test sets by hand. */
import type { ContainerSummary } from '../../client/src/engine/container.ts';
import type { Engine, EngineDescription } from '../../client/src/engine/engine.ts';
import type { LiveChange, LiveEngine, LiveStatus, SwarmSnapshot } from '../../client/src/engine/live-engine.ts';

export const description: EngineDescription = { product: 'Docker Engine', version: '28.2.2', apiVersion: '1.50', operatingSystem: 'Debian', architecture: 'amd64', swarm: 'none' };

const nothing: LiveChange = { status: false, swarm: false, containers: new Set() };

/** Sixty-four digits that end with the number. */
export function idOf(number: number): string {
  return number.toString(16).padStart(64, '0');
}

export function container(number: number, rest: Partial<ContainerSummary> = {}): ContainerSummary {
  return {
    id: idOf(number),
    name: `c${number}`,
    image: 'nginx:1.27',
    imageId: `sha256:${'a'.repeat(64)}`,
    command: 'nginx',
    created: 0,
    state: 'running',
    status: 'Up 5 minutes',
    ports: [],
    labels: {},
    networks: [],
    mounts: [],
    ...rest,
  };
}

export class FakeLiveEngine implements LiveEngine {
  readonly name: string;
  readonly endpoint = { kind: 'unix', path: '/var/run/docker.sock' } as const;
  readonly isNamedBySettings = false;
  status: LiveStatus;
  containers: ReadonlyMap<string, ContainerSummary>;
  swarm: SwarmSnapshot | undefined;
  watched = false;
  readonly #listeners = new Set<(change: LiveChange) => void>();

  constructor(containers: readonly ContainerSummary[] = [], engine: Partial<Engine> = {}, name = 'default') {
    this.name = name;
    this.containers = new Map(containers.map((each) => [each.id, each]));
    this.status = { kind: 'connected', engine: engine as Engine, description };
  }

  /** Replaces the list; tells the ids that differ. */
  become(containers: readonly ContainerSummary[]): void {
    const before = this.containers;
    this.containers = new Map(containers.map((each) => [each.id, each]));
    const ids = new Set([...before.keys(), ...this.containers.keys()].filter((id) => before.get(id) !== this.containers.get(id)));
    this.#tell({ ...nothing, containers: ids });
  }

  setStatus(status: LiveStatus): void {
    this.status = status;
    this.#tell({ ...nothing, status: true });
  }

  setWatched(watched: boolean): void {
    this.watched = watched;
  }

  settled(): Promise<void> {
    return Promise.resolve();
  }

  refresh(): Promise<void> {
    return Promise.resolve();
  }

  onDidChange(listener: (change: LiveChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    this.#listeners.clear();
  }

  #tell(change: LiveChange): void {
    this.#listeners.forEach((listener) => listener(change));
  }
}
