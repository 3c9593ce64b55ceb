/** The engine port over dockerode, for every kind of endpoint. The library is loaded with the first connection. */
import { Agent } from 'node:http';
import type { Readable } from 'node:stream';
import { inspect } from 'node:util';
import type Docker from 'dockerode';
import { ApiClient, usualLimits, type ApiAnswer, type ApiLimits, type ApiRequest } from './api-client.ts';
import { ApiArchive } from './api-archive.ts';
import { detailsOf, processTableOf, summaryOf, updateBody } from './api-containers.ts';
import { nodeOf, serviceOf, taskOf } from './api-swarm.ts';
import { usageOf } from './api-usage.ts';
import { ApiPrograms } from './api-programs.ts';
import { apiVersionFor, apiVersionOf } from './api-version.ts';
import type { PathStat, PutOptions } from './archive-access.ts';
import { CliPrograms } from './cli-programs.ts';
import { checkedId, containerPath } from './container-id.ts';
import type { ContainerDetails, ContainerSummary, Limits, ProcessTable } from './container.ts';
import { DockerCli } from './docker-cli.ts';
import type { Endpoint } from './endpoint.ts';
import type { CallOptions, CommitOptions, ContainerQuery, CreateOptions, Engine, EngineDescription, ImageDetails, InspectOptions, Outcome, RemoveOptions, StopOptions } from './engine.ts';
import { EngineError } from './errors.ts';
import { eventsIn } from './event-stream.ts';
import type { EngineEvent, EventQuery } from './event.ts';
import { withFreezeAttempts } from './freeze-attempts.ts';
import { fieldsOf, listOf, numberOf, textOf, textsOf } from './json-value.ts';
import { localMachine, type Machine } from './machine.ts';
import { outputBatches } from './output-frames.ts';
import { programRoute, type ProgramRoute, type Programs } from './programs.ts';
import { jsonLines } from './json-lines.ts';
import { byOwnAgent, DirectAgent, DirectTlsAgent } from './own-agents.ts';
import type { ExecOptions, ExecSession, LogQuery, OutputChunk } from './streams.ts';
import { logText } from './multiplexed-log.ts';
import { sshAgent, type SshOptions } from './ssh-agent.ts';
import type { SwarmNode, SwarmService, SwarmTask } from './swarm.ts';
import type { Usage } from './usage.ts';
import { connectionError, transportError } from './translate-error.ts';

/** Milliseconds beyond the grace period that the engine needs to end and tidy a container. */
const stopMargin = 15_000;
/** Seconds that stand for "for ever": Podman takes no negative number. */
const forEver = 2 ** 31 - 1;
/** Milliseconds for calls that write much: committing and counting sizes. Also for a stop whose grace period only the engine knows. */
const slowLimit = 300_000;

export interface ConnectOptions {
  readonly limits?: ApiLimits;
  readonly ssh?: SshOptions;
  /** Which way programs in containers take. Absent: as the kind of the endpoint needs it. */
  readonly route?: (endpoint: Endpoint) => ProgramRoute;
  /** Where the docker CLI is looked for. Absent: this one. */
  readonly machine?: Pick<Machine, 'platform' | 'environment'>;
}

/** Connects lazily: nothing is sent before the first call. */
export async function connectEngine(endpoint: Endpoint, options: ConnectOptions = {}): Promise<Engine> {
  const { default: Dockerode } = await import('dockerode');
  const modem = modemOptions(endpoint, options);
  const docker = new Dockerode(modem);
  tame(docker.modem, modem.socketPath === undefined ? byOwnAgent : {});
  return new DockerodeEngine(docker, endpoint, modem.agent, options);
}

/**
 * Engines have no reason to send us elsewhere, and the library would follow to whatever host an answer names. It also renders the
 * options of every request, sockets and all, for a debug message that nobody reads: that took longer than most calls.
 */
function tame(modem: object, address: object): void {
  const library = modem as { buildRequest(options: object, ...rest: readonly unknown[]): void };
  const build = library.buildRequest.bind(modem);
  const tamed = { ...address, maxRedirects: 0, [inspect.custom]: () => 'options' };
  library.buildRequest = (options, ...rest) => build(Object.assign(options, tamed), ...rest);
}

/** What the library takes beyond its published types. */
interface ModemOptions extends Docker.DockerOptions {
  readonly agent: Agent;
}

/** Every option is given, so that the library looks at no variable of the environment. */
function modemOptions(endpoint: Endpoint, { ssh }: ConnectOptions): ModemOptions {
  switch (endpoint.kind) {
    case 'unix':
    case 'npipe':
      return { socketPath: endpoint.path, protocol: 'http', agent: new Agent({ keepAlive: false }) };
    case 'tcp': {
      const host = endpoint.host.includes(':') ? `[${endpoint.host}]` : endpoint.host;
      if (endpoint.tls === undefined) {
        return { host, port: endpoint.port, protocol: 'http', agent: new DirectAgent({ keepAlive: false }) };
      }
      const { verify, ...certificates } = endpoint.tls;
      // A handshake costs more than all the rest of a call.
      const agent = new DirectTlsAgent({ ...certificates, rejectUnauthorized: verify, keepAlive: true, maxFreeSockets: 4, timeout: 30_000 });
      return { host, port: endpoint.port, protocol: 'https', agent };
    }
    case 'ssh':
      return { host: 'docker.invalid', port: 80, protocol: 'http', agent: sshAgent(endpoint, ssh) };
  }
}

class DockerodeEngine implements Engine {
  readonly #client: ApiClient;
  readonly #docker: Docker;
  readonly #endpoint: Endpoint;
  readonly #agent: Agent;
  readonly #archive: ApiArchive;
  readonly #programs: Programs;
  #negotiated: Promise<string> | undefined;
  /** The newest version that the engine speaks. */
  #advertised = '';
  /** Podman takes a path to read for a pattern of paths. */
  #readsPatterns = false;

  constructor(docker: Docker, endpoint: Endpoint, agent: Agent, options: ConnectOptions) {
    const { limits = usualLimits } = options;
    this.#docker = docker;
    this.#endpoint = endpoint;
    this.#agent = agent;
    this.#client = new ApiClient(docker.modem, endpoint, limits);
    this.#archive = new ApiArchive(this.#client, limits.archive);
    this.#programs = this.#programsFor(options);
  }

  async describe({ signal }: CallOptions = {}): Promise<EngineDescription> {
    const apiVersion = await this.#version(signal);
    const [version, info] = await Promise.all([this.#call({ path: '/version', signal }), this.#call({ path: '/info', signal })]);
    const { Version, Os, Arch, Platform, Components } = fieldsOf(version.body);
    const swarm = fieldsOf(fieldsOf(info.body)['Swarm']);
    const component = textOf(fieldsOf(listOf(Components)[0])['Name']);
    const isDocker = component === 'Engine' || component === '';
    return {
      product: isDocker ? textOf(fieldsOf(Platform)['Name']) || 'Docker Engine' : component,
      version: textOf(Version),
      apiVersion,
      operatingSystem: textOf(fieldsOf(info.body)['OperatingSystem']) || textOf(Os),
      architecture: textOf(Arch),
      swarm: swarm['LocalNodeState'] !== 'active' ? 'none' : swarm['ControlAvailable'] === true ? 'manager' : 'worker',
    };
  }

  async listContainers({ ids = [], labels = [], sizes = false }: ContainerQuery = {}, { signal }: CallOptions = {}): Promise<readonly ContainerSummary[]> {
    const filters = { ...(ids.length > 0 && { id: ids }), ...(labels.length > 0 && { label: labels }) };
    const { body } = await this.#call({
      path: '/containers/json',
      query: { all: true, ...(sizes && { size: true }), ...(Object.keys(filters).length > 0 && { filters: JSON.stringify(filters) }) },
      signal,
      ...(sizes && { limit: slowLimit }),
    });
    return this.#list(body).flatMap((each) => summaryOf(each) ?? []);
  }

  async inspectContainer(id: string, { signal, apiVersion }: InspectOptions = {}): Promise<ContainerDetails> {
    await this.#version(signal);
    const { body } = await this.#call({ path: containerPath(id, '/json'), signal, apiVersion: apiVersion === undefined ? undefined : apiVersionOf(apiVersion, this.#advertised) });
    const details = detailsOf(body);
    if (details.id === '') {
      throw connectionError('invalid-answer', this.#endpoint, 'The description of the container has no id.');
    }
    return details;
  }

  async listProcesses(id: string, { signal }: CallOptions = {}): Promise<ProcessTable> {
    const table = processTableOf((await this.#call({ path: containerPath(id, '/top'), signal })).body);
    // Podman answers with nothing where Docker refuses.
    if (table.titles.length === 0) {
      throw new EngineError('conflict', 'The engine lists no processes: the container does not run.', 'The list of processes has no columns.');
    }
    return table;
  }

  async inspectImage(reference: string, { signal }: CallOptions = {}): Promise<ImageDetails> {
    const { Architecture, Os, Variant, Config } = fieldsOf((await this.#call({ path: `/images/${encodeURIComponent(reference)}/json`, signal })).body);
    return { operatingSystem: textOf(Os), architecture: textOf(Architecture), variant: textOf(Variant), config: fieldsOf(Config) };
  }

  async create({ image, command, tty, beside, labels }: CreateOptions, { signal }: CallOptions = {}): Promise<string> {
    const shared = `container:${checkedId(beside)}`;
    const body = { Image: image, Cmd: command, Entrypoint: [], Labels: labels, Tty: tty, OpenStdin: true, StdinOnce: true, AttachStdin: true, AttachStdout: true, AttachStderr: true, HostConfig: { AutoRemove: true, PidMode: shared, NetworkMode: shared } };
    const { body: made } = await this.#call({ method: 'POST', path: '/containers/create', body, signal });
    return textOf(fieldsOf(made)['Id']);
  }

  async start(id: string, { signal }: CallOptions = {}): Promise<Outcome> {
    return this.#change({ path: containerPath(id, '/start'), signal });
  }

  async stop(id: string, stop: StopOptions = {}, { signal }: CallOptions = {}): Promise<Outcome> {
    return this.#change({ path: containerPath(id, '/stop'), ...(await this.#stopping(id, stop, signal)) });
  }

  async restart(id: string, stop: StopOptions = {}, { signal }: CallOptions = {}): Promise<void> {
    await this.#change({ path: containerPath(id, '/restart'), ...(await this.#stopping(id, stop, signal)) });
  }

  async kill(id: string, killSignal: string, { signal }: CallOptions = {}): Promise<void> {
    await this.#change({ path: containerPath(id, '/kill'), query: { signal: killSignal }, signal });
  }

  async pause(id: string, { signal }: CallOptions = {}): Promise<void> {
    await withFreezeAttempts(() => this.#change({ path: containerPath(id, '/pause'), signal }));
  }

  async unpause(id: string, { signal }: CallOptions = {}): Promise<void> {
    await this.#change({ path: containerPath(id, '/unpause'), signal });
  }

  async rename(id: string, name: string, { signal }: CallOptions = {}): Promise<void> {
    await this.#change({ path: containerPath(id, '/rename'), query: { name }, signal });
  }

  async update(id: string, limits: Limits, { signal }: CallOptions = {}): Promise<readonly string[]> {
    const { body } = await this.#call({ method: 'POST', path: containerPath(id, '/update'), body: updateBody(limits), signal });
    return textsOf(fieldsOf(body)['Warnings']);
  }

  async remove(id: string, { force, volumes }: RemoveOptions, { signal }: CallOptions = {}): Promise<void> {
    await this.#call({ method: 'DELETE', path: containerPath(id), query: { force, v: volumes }, signal, limit: slowLimit });
  }

  async wait(id: string, { signal }: CallOptions = {}): Promise<number> {
    const { body } = await this.#call({ method: 'POST', path: containerPath(id, '/wait'), signal, limit: 'none' });
    return numberOf(fieldsOf(body)['StatusCode']) ?? 0;
  }

  async commit(id: string, { reference, pause, message }: CommitOptions, { signal }: CallOptions = {}): Promise<string> {
    const colon = reference.lastIndexOf(':');
    const hasTag = colon > reference.lastIndexOf('/');
    const query = { container: checkedId(id), repo: hasTag ? reference.slice(0, colon) : reference, ...(hasTag && { tag: reference.slice(colon + 1) }), pause, ...(message !== undefined && { comment: message }) };
    // Podman wants a configuration to read, and this one changes nothing.
    const { body } = await this.#call({ method: 'POST', path: '/commit', query, body: { Cmd: null }, signal, limit: slowLimit });
    return textOf(fieldsOf(body)['Id']);
  }

  async exportFileSystem(id: string, { signal }: CallOptions = {}): Promise<Readable> {
    await this.#version(signal);
    return this.#client.stream({ path: containerPath(id, '/export'), signal });
  }

  async *logs(id: string, { tty, follow, tail, since, until, timestamps, only }: LogQuery, signal: AbortSignal): AsyncGenerator<readonly OutputChunk[]> {
    const query = { follow, timestamps, stdout: only !== 'stderr', stderr: only !== 'stdout', ...(tail !== undefined && { tail }), ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
    yield* this.#streaming({ path: containerPath(id, '/logs'), query, signal }, (response) => outputBatches(response, tty), 'Gantry stopped reading the log.');
  }

  async *stats(id: string, signal: AbortSignal): AsyncGenerator<Usage> {
    for await (const sample of this.#streaming({ path: containerPath(id, '/stats'), query: { stream: true }, signal }, (response) => jsonLines(response, 'a sample of statistics'), 'Gantry stopped measuring.')) {
      const usage = usageOf(sample);
      if (usage !== undefined) {
        yield usage;
      }
    }
  }

  get cli(): DockerCli | undefined {
    return this.#programs.cli;
  }

  async exec(id: string, exec: ExecOptions, options: CallOptions = {}): Promise<ExecSession> {
    return this.#programs.exec(id, exec, options);
  }

  async attach(id: string, attach: { readonly tty: boolean }, options: CallOptions = {}): Promise<ExecSession> {
    return this.#programs.attach(id, attach, options);
  }

  async statPath(id: string, path: string, options: CallOptions = {}): Promise<PathStat> {
    await this.#version(options.signal);
    return this.#archive.statPath(id, path, options, this.#readsPatterns);
  }

  async getArchive(id: string, path: string, options: CallOptions = {}): Promise<Readable> {
    await this.#version(options.signal);
    return this.#archive.getArchive(id, path, options, this.#readsPatterns);
  }

  async putArchive(id: string, path: string, tar: Readable, put: PutOptions = {}, options: CallOptions = {}): Promise<void> {
    await this.#archive.putArchive(id, path, tar, put, options, this.#version(options.signal));
  }

  async *events({ types, actions, since, until, container }: EventQuery, signal: AbortSignal): AsyncGenerator<EngineEvent> {
    const filters = { type: types, event: actions, ...(container !== undefined && { container: [container] }) };
    const query = { filters: JSON.stringify(filters), ...(since !== undefined && { since: (since / 1000).toFixed(9) }), ...(until !== undefined && { until: (until / 1000).toFixed(9) }) };
    yield* this.#streaming({ path: '/events', query, signal }, eventsIn, 'Gantry stopped listening to the engine.');
  }

  async listServices({ signal }: CallOptions = {}): Promise<readonly SwarmService[]> {
    return this.#list((await this.#call({ path: '/services', query: { status: true }, signal })).body).map(serviceOf);
  }

  async listTasks({ signal }: CallOptions = {}): Promise<readonly SwarmTask[]> {
    return this.#list((await this.#call({ path: '/tasks', signal })).body).map(taskOf);
  }

  async listNodes({ signal }: CallOptions = {}): Promise<readonly SwarmNode[]> {
    return this.#list((await this.#call({ path: '/nodes', signal })).body).map(nodeOf);
  }

  async scaleService(id: string, replicas: number, { signal }: CallOptions = {}): Promise<void> {
    await this.#updateService(id, signal, (spec) => {
      const mode = fieldsOf(spec['Mode']);
      if (!('Replicated' in mode)) {
        throw new EngineError('refused', 'Only a replicated service has a number of replicas.');
      }
      return { ...spec, Mode: { Replicated: { ...fieldsOf(mode['Replicated']), Replicas: replicas } } };
    });
  }

  async forceUpdateService(id: string, { signal }: CallOptions = {}): Promise<void> {
    await this.#updateService(id, signal, (spec) => {
      const template = fieldsOf(spec['TaskTemplate']);
      return { ...spec, TaskTemplate: { ...template, ForceUpdate: (numberOf(template['ForceUpdate']) ?? 0) + 1 } };
    });
  }

  async serviceLogs(id: string, tail: number, { signal }: CallOptions = {}): Promise<string> {
    await this.#version(signal);
    return logText(await this.#client.stream({ path: `/services/${encodeURIComponent(id)}/logs`, query: { stdout: true, stderr: true, timestamps: true, tail }, signal }));
  }

  close(): void {
    this.#programs.close();
    this.#client.close();
    this.#agent.destroy();
  }

  #programsFor({ route = programRoute, machine = localMachine() }: ConnectOptions): Programs {
    const endpoint = this.#endpoint;
    if ((endpoint.kind === 'npipe' || endpoint.kind === 'unix') && route(endpoint) === 'cli') {
      return new CliPrograms(new DockerCli(endpoint, machine), (id, options) => this.inspectContainer(id, options));
    }
    const hijack = async (request: ApiRequest) => {
      await this.#version(request.signal);
      return this.#client.hijack(request);
    };
    return new ApiPrograms({ call: (request) => this.#call(request), hijack, inspect: (id) => this.inspectContainer(id) }, endpoint);
  }

  /** The version is asked for once; a failure is asked for again. */
  async #version(signal: AbortSignal | undefined): Promise<string> {
    this.#negotiated ??= this.#negotiate(signal).catch((error: unknown) => {
      this.#negotiated = undefined;
      throw error;
    });
    return this.#negotiated;
  }

  async #negotiate(signal: AbortSignal | undefined): Promise<string> {
    const { headers } = await this.#client.call({ path: '/_ping', signal });
    this.#advertised = textOf(headers['api-version']);
    const version = apiVersionFor(this.#advertised, this.#endpoint);
    this.#readsPatterns = headers['libpod-api-version'] !== undefined;
    Object.assign(this.#docker.modem, { version: `v${version}` });
    return version;
  }

  async #call(request: ApiRequest): Promise<ApiAnswer> {
    await this.#version(request.signal);
    return this.#client.call(request);
  }

  /** What `read` finds in the answer. */
  async *#streaming<T>(request: ApiRequest & { readonly signal: AbortSignal }, read: (response: Readable) => AsyncIterable<T>, stopped: string): AsyncGenerator<T> {
    await this.#version(request.signal);
    const response = await this.#client.stream(request);
    try {
      yield* read(response);
    } catch (error) {
      throw request.signal.aborted ? new EngineError('aborted', stopped) : transportError(error, this.#endpoint, true);
    } finally {
      response.destroy();
    }
  }

  async #change(request: Omit<ApiRequest, 'method'>): Promise<Outcome> {
    const { status } = await this.#call({ ...request, method: 'POST' });
    return status === 304 ? 'unchanged' : 'done';
  }

  /** The call lasts as long as the container takes to end, so its limit follows the grace period. */
  async #stopping(id: string, { seconds, signal: stopSignal }: StopOptions, signal: AbortSignal | undefined): Promise<Pick<ApiRequest, 'query' | 'limit' | 'signal'>> {
    const grace = seconds ?? (await this.inspectContainer(id, { ...(signal !== undefined && { signal }) })).stopTimeout;
    return {
      query: { ...(seconds !== undefined && { t: seconds < 0 ? forEver : seconds }), ...(stopSignal !== undefined && { signal: stopSignal }) },
      limit: grace === undefined ? slowLimit : grace < 0 ? 'none' : grace * 1000 + stopMargin,
      signal,
    };
  }

  async #updateService(id: string, signal: AbortSignal | undefined, change: (spec: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>): Promise<void> {
    const path = `/services/${encodeURIComponent(id)}`;
    const service = fieldsOf((await this.#call({ path, signal })).body);
    const version = numberOf(fieldsOf(service['Version'])['Index']) ?? 0;
    await this.#call({ method: 'POST', path: `${path}/update`, query: { version }, body: change(fieldsOf(service['Spec'])), signal });
  }

  #list(body: unknown): readonly unknown[] {
    if (!Array.isArray(body)) {
      throw connectionError('invalid-answer', this.#endpoint, 'A list was asked for, something else came.');
    }
    return body;
  }
}
