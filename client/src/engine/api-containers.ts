/** The engine's descriptions of containers as our plain types. */
import { containerStates, restartPolicies, type ContainerDetails, type ContainerState, type ContainerSummary, type Health, type Limits, type Mount, type NetworkAttachment, type Port, type ProcessTable } from './container.ts';
import { fieldsOf, listOf, numberOf, textMapOf, textOf, textsOf, timeOf, type Fields } from './json-value.ts';
import { signalName } from '../text/signal-names.ts';

/** Podman has words of its own for what Docker calls created and running. */
const otherStates: Readonly<Record<string, ContainerState>> = { configured: 'created', initialized: 'created', stopped: 'exited', stopping: 'running', terminated: 'exited' };

function stateOf(value: unknown): ContainerState {
  const word = textOf(value).toLowerCase();
  return containerStates.find((state) => state === word) ?? otherStates[word] ?? 'dead';
}

function protocolOf(value: unknown): Port['protocol'] {
  return value === 'udp' || value === 'sctp' ? value : 'tcp';
}

/** The engine names a port once per address family. */
function listedPorts(value: unknown): Port[] {
  return listOf(value).flatMap((each): Port[] => {
    const { PrivatePort, PublicPort, Type, IP } = fieldsOf(each);
    const containerPort = numberOf(PrivatePort);
    const port = numberOf(PublicPort);
    if (containerPort === undefined) {
      return [];
    }
    return [{ containerPort, protocol: protocolOf(Type), ...(port === undefined || port === 0 ? {} : { host: { address: textOf(IP), port } }) }];
  });
}

function mountOf(value: unknown): Mount {
  const { Type, Source, Name, Destination, RW } = fieldsOf(value);
  const name = textOf(Name);
  return { type: textOf(Type), source: textOf(Source), ...(name === '' ? {} : { name }), destination: textOf(Destination), readOnly: RW === false };
}

function networksOf(settings: unknown): NetworkAttachment[] {
  return Object.entries(fieldsOf(fieldsOf(settings)['Networks'])).map(([name, value]) => {
    const { IPAddress, GlobalIPv6Address } = fieldsOf(value);
    return { name, address: textOf(IPAddress) || textOf(GlobalIPv6Address) };
  });
}

function healthWord(value: unknown): Health | undefined {
  return value === 'healthy' || value === 'unhealthy' || value === 'starting' ? value : undefined;
}

/** Lists of engines before API 1.52 have no field for it, only the sentence: `Up 5 seconds (health: starting)`. */
function healthIn(status: string): Health | undefined {
  return healthWord(/\((?:health: )?(healthy|unhealthy|starting)\)$/.exec(status)?.[1]);
}

function exitCodeIn(status: string): number | undefined {
  const code = /^(?:Exited|Restarting) \((-?\d+)\)/.exec(status)?.[1];
  return code === undefined ? undefined : Number(code);
}

/** Throws nothing: a row without an id is no row. */
export function summaryOf(value: unknown): ContainerSummary | undefined {
  const { Id, Names, Image, ImageID, Command, Created, State, Status, Ports, Labels, NetworkSettings, Mounts, SizeRw, Health: listed } = fieldsOf(value);
  const id = textOf(Id);
  if (!/^[\da-f]{12,64}$/.test(id)) {
    return undefined;
  }
  const status = textOf(Status);
  const health = healthWord(fieldsOf(listed)['Status']) ?? healthIn(status);
  const exitCode = exitCodeIn(status);
  // A link adds a second name with a slash inside.
  const names = textsOf(Names).map((name) => name.replace(/^\//, ''));
  const size = numberOf(SizeRw);
  return {
    id,
    name: names.find((name) => !name.includes('/')) ?? names[0] ?? id.slice(0, 12),
    image: textOf(Image),
    imageId: textOf(ImageID),
    command: textOf(Command),
    created: (numberOf(Created) ?? 0) * 1000,
    state: stateOf(State),
    status,
    ...(health === undefined ? {} : { health }),
    ...(exitCode === undefined ? {} : { exitCode }),
    ports: listedPorts(Ports),
    labels: textMapOf(Labels),
    networks: networksOf(NetworkSettings),
    mounts: listOf(Mounts).map(mountOf),
    ...(size === undefined ? {} : { writableSize: size }),
  };
}

function inspectedPorts(settings: unknown): Port[] {
  return Object.entries(fieldsOf(fieldsOf(settings)['Ports'])).flatMap(([key, bindings]): Port[] => {
    const [port = '', protocol] = key.split('/');
    const base = { containerPort: Number(port), protocol: protocolOf(protocol) };
    const hosts = listOf(bindings).map((binding) => {
      const { HostIp, HostPort } = fieldsOf(binding);
      return { ...base, host: { address: textOf(HostIp), port: Number(textOf(HostPort)) } };
    });
    return hosts.length > 0 ? hosts : [base];
  });
}

function limitsOf(hostConfig: Fields): Required<Limits> {
  const policy = fieldsOf(hostConfig['RestartPolicy']);
  const pids = numberOf(hostConfig['PidsLimit']);
  const period = numberOf(hostConfig['CpuPeriod']) ?? 0;
  const quota = numberOf(hostConfig['CpuQuota']) ?? 0;
  const nanoCpus = numberOf(hostConfig['NanoCpus']) ?? 0;
  return {
    memory: numberOf(hostConfig['Memory']) ?? 0,
    memorySwap: numberOf(hostConfig['MemorySwap']) ?? 0,
    cpus: nanoCpus > 0 ? nanoCpus / 1e9 : quota > 0 ? quota / (period || 100_000) : 0,
    pids: pids === undefined || pids <= 0 ? -1 : pids,
    restart: { name: restartPolicies.find((name) => name === policy['Name']) ?? 'no', maximumRetries: numberOf(policy['MaximumRetryCount']) ?? 0 },
  };
}

export function detailsOf(value: unknown): ContainerDetails {
  const document = fieldsOf(value);
  const state = fieldsOf(document['State']);
  const config = fieldsOf(document['Config']);
  const health = healthWord(fieldsOf(state['Health'])['Status']);
  const startedAt = timeOf(state['StartedAt']);
  const finishedAt = timeOf(state['FinishedAt']);
  const stopTimeout = numberOf(config['StopTimeout']);
  return {
    id: textOf(document['Id']),
    name: textOf(document['Name']).replace(/^\//, ''),
    image: textOf(config['Image']),
    state: stateOf(state['Status']),
    ...(health === undefined ? {} : { health }),
    exitCode: numberOf(state['ExitCode']) ?? 0,
    oomKilled: state['OOMKilled'] === true,
    error: textOf(state['Error']),
    restartCount: numberOf(document['RestartCount']) ?? 0,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(finishedAt === undefined ? {} : { finishedAt }),
    stopSignal: signalName(textOf(config['StopSignal'])),
    ...(stopTimeout === undefined ? {} : { stopTimeout }),
    tty: config['Tty'] === true,
    openStdin: config['OpenStdin'] === true,
    environment: textsOf(config['Env']),
    user: textOf(config['User']),
    limits: limitsOf(fieldsOf(document['HostConfig'])),
    ports: inspectedPorts(document['NetworkSettings']),
    labels: textMapOf(config['Labels']),
    networks: networksOf(document['NetworkSettings']),
    mounts: listOf(document['Mounts']).map(mountOf),
    document,
  };
}

/** The words of a line; the last one is the rest of it, blanks included. */
function columnsOf(line: string, count: number): string[] {
  const words = line.trim().split(/\s+/);
  return words.length <= count ? words : [...words.slice(0, count - 1), line.trim().replace(new RegExp(`^(?:\\S+\\s+){${count - 1}}`), '')];
}

export function processTableOf(value: unknown): ProcessTable {
  const { Titles, Processes } = fieldsOf(value);
  const [titles, processes] = [textsOf(Titles), listOf(Processes).map(textsOf)];
  const [line, ...others] = titles;
  // Podman hands on the lines of a busybox ps uncut.
  if (line !== undefined && others.length === 0 && /\S\s+\S/.test(line)) {
    const names = line.trim().split(/\s+/);
    return { titles: names, processes: processes.map(([text = '']) => columnsOf(text, names.length)) };
  }
  return { titles, processes };
}

/** What `POST /containers/{id}/update` takes. */
export function updateBody({ memory, memorySwap, cpus, pids, restart }: Limits): Record<string, unknown> {
  return {
    ...(memory === undefined ? {} : { Memory: memory }),
    ...(memorySwap === undefined ? {} : { MemorySwap: memorySwap }),
    ...(cpus === undefined ? {} : { NanoCpus: Math.round(cpus * 1e9) }),
    ...(pids === undefined ? {} : { PidsLimit: pids }),
    ...(restart === undefined ? {} : { RestartPolicy: { Name: restart.name, MaximumRetryCount: restart.name === 'on-failure' ? restart.maximumRetries : 0 } }),
  };
}
