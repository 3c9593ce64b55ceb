/**
 * The port to a container engine. Everything above it is written against these plain types; `dockerode-engine.ts`
 * implements it for every endpoint, and the contract suite says what an implementation has to do.
 */
import type { Readable } from 'node:stream';
import type { ArchiveAccess } from './archive-access.ts';
import type { ContainerDetails, ContainerSummary, Limits, ProcessTable } from './container.ts';
import type { DockerCli } from './docker-cli.ts';
import type { EngineEvent, EventQuery } from './event.ts';
import type { ExecOptions, ExecSession, LogQuery, OutputChunk } from './streams.ts';
import type { SwarmNode, SwarmService, SwarmTask } from './swarm.ts';
import type { Usage } from './usage.ts';

/** Every call fails with an `EngineError` (errors.ts), also when it is aborted or takes too long. */
export interface Engine extends ArchiveAccess {
  /** Asks who answers, and negotiates the API version. */
  describe(options?: CallOptions): Promise<EngineDescription>;

  /** All containers that match, running or not. */
  listContainers(query?: ContainerQuery, options?: CallOptions): Promise<readonly ContainerSummary[]>;
  inspectContainer(id: string, options?: InspectOptions): Promise<ContainerDetails>;
  /** What `docker top` shows. Refused unless the container runs. */
  listProcesses(id: string, options?: CallOptions): Promise<ProcessTable>;

  /** By reference or id. */
  inspectImage(reference: string, options?: CallOptions): Promise<ImageDetails>;

  /** Makes a container that is removed when it ends, and resolves to its id; it does not start yet. Fails as `not-found` where the image is not there: nothing is pulled. */
  create(create: CreateOptions, options?: CallOptions): Promise<string>;
  start(id: string, options?: CallOptions): Promise<Outcome>;
  /** Resolves when the container has ended, so it lasts up to the grace period. */
  stop(id: string, stop?: StopOptions, options?: CallOptions): Promise<Outcome>;
  /** Stops as `stop` does, then starts; starts what is not running. */
  restart(id: string, stop?: StopOptions, options?: CallOptions): Promise<void>;
  /** `signal` by name or number. */
  kill(id: string, signal: string, options?: CallOptions): Promise<void>;
  pause(id: string, options?: CallOptions): Promise<void>;
  unpause(id: string, options?: CallOptions): Promise<void>;
  rename(id: string, name: string, options?: CallOptions): Promise<void>;
  /** Resolves to the engine's warnings. */
  update(id: string, limits: Limits, options?: CallOptions): Promise<readonly string[]>;
  remove(id: string, remove: RemoveOptions, options?: CallOptions): Promise<void>;
  /** Resolves with the exit code when the container is not running, however long that takes. */
  wait(id: string, options?: CallOptions): Promise<number>;
  /** Makes an image of the container's file system and resolves to the image's id. */
  commit(id: string, commit: CommitOptions, options?: CallOptions): Promise<string>;
  /** The file system as a tar stream, which the caller has to read to its end or destroy. */
  exportFileSystem(id: string, options?: CallOptions): Promise<Readable>;

  /** Ends when all is read or, followed, when the container ends; throws when the connection breaks or `signal` aborts. */
  logs(id: string, query: LogQuery, signal: AbortSignal): AsyncIterable<readonly OutputChunk[]>;
  /** One sample after the other, about one a second, as long as the container runs. Throws when the connection breaks or `signal` aborts. */
  stats(id: string, signal: AbortSignal): AsyncIterable<Usage>;
  /** Present where the connection carries no terminal, as over a named pipe: `attach`, and `exec` with one, are refused then, and the terminal is opened on this program. */
  readonly cli: DockerCli | undefined;
  /** Starts a program in a running container. The caller has to read its output to the end, or close it. */
  exec(id: string, exec: ExecOptions, options?: CallOptions): Promise<ExecSession>;
  /** Connects to the container's own process, as it was started: with a terminal or without. */
  attach(id: string, attach: { readonly tty: boolean }, options?: CallOptions): Promise<ExecSession>;

  /** Ends when the engine ends the stream; throws when the connection breaks or `signal` aborts. */
  events(query: EventQuery, signal: AbortSignal): AsyncIterable<EngineEvent>;

  /** The swarm's services with the tasks that each wants and has. Only managers answer the three. */
  listServices(options?: CallOptions): Promise<readonly SwarmService[]>;
  listTasks(options?: CallOptions): Promise<readonly SwarmTask[]>;
  listNodes(options?: CallOptions): Promise<readonly SwarmNode[]>;
  /** Refused for a global service. */
  scaleService(id: string, replicas: number, options?: CallOptions): Promise<void>;
  /** Replaces every task although nothing changed: `docker service update --force`. */
  forceUpdateService(id: string, options?: CallOptions): Promise<void>;
  /** The last `tail` lines of all tasks, oldest first, in plain text. */
  serviceLogs(id: string, tail: number, options?: CallOptions): Promise<string>;

  /** Gives up every open connection and stream. The engine must not be used afterwards. */
  close(): void;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
}

export interface InspectOptions extends CallOptions {
  /** As a client is told that speaks this version of the API at most. Absent: as Gantry speaks it. */
  readonly apiVersion?: string;
}

/** `unchanged`: the container already was what the call asks for (the API's 304). */
export type Outcome = 'done' | 'unchanged';

export interface EngineDescription {
  /** `Docker Engine`, `Podman Engine`: the engine's own name for itself. */
  readonly product: string;
  readonly version: string;
  /** The API version of the answers: the newest that both sides know. */
  readonly apiVersion: string;
  readonly operatingSystem: string;
  readonly architecture: string;
  /** Whether it is part of a swarm, and may ask for services. */
  readonly swarm: 'none' | 'worker' | 'manager';
}

/** What an image was built for: `linux`, `arm64`, `v8`. */
export interface ImageDetails {
  readonly operatingSystem: string;
  readonly architecture: string;
  /** Empty where the architecture has none. */
  readonly variant: string;
  /** What a container of it has unless it is made with something else: variables, command, user … */
  readonly config: Readonly<Record<string, unknown>>;
}

/** All conditions must hold. */
export interface ContainerQuery {
  readonly ids?: readonly string[];
  /** `name` or `name=value`. */
  readonly labels?: readonly string[];
  /** Also counts the bytes of each writable layer, which is slow. */
  readonly sizes?: boolean;
}

export interface CreateOptions {
  readonly image: string;
  readonly command: readonly string[];
  readonly tty: boolean;
  /** The id of a container whose processes and network it shares. */
  readonly beside: string;
  readonly labels: Readonly<Record<string, string>>;
}

export interface StopOptions {
  /** Seconds until SIGKILL; -1 waits for ever. Absent: the container's own, else the engine's default. */
  readonly seconds?: number;
  /** Instead of the container's own. API 1.42 and later; older engines refuse it. */
  readonly signal?: string;
}

export interface RemoveOptions {
  /** Kills it first. */
  readonly force: boolean;
  /** Removes its anonymous volumes, too. */
  readonly volumes: boolean;
}

export interface CommitOptions {
  /** `name[:tag]` of the new image. */
  readonly reference: string;
  /** Freezes the container meanwhile, so that the files fit together. */
  readonly pause: boolean;
  readonly message?: string;
}
