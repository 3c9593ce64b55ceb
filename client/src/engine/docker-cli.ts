/** The command lines of the docker CLI for programs inside containers: words that no shell reads, and what its environment has to be. */
import { checkedId } from './container-id.ts';
import { describeEndpoint, type Endpoint } from './endpoint.ts';
import { EngineError } from './errors.ts';
import { findProgram } from './find-program.ts';
import type { Machine } from './machine.ts';
import type { ExecOptions } from './streams.ts';

/** What `--host` alone leads to: no certificates and no login belong to it. */
export type LocalEndpoint = Extract<Endpoint, { readonly kind: 'unix' | 'npipe' }>;

export interface CliProgram {
  /** Its absolute path. */
  readonly program: string;
  readonly args: readonly string[];
  /** On top of the environment of this process; null takes a variable away. */
  readonly environment: Readonly<Record<string, string | null>>;
}

/** They would make the CLI expect another engine, or TLS, behind the address that it is given. */
const otherEngine = { DOCKER_HOST: null, DOCKER_CONTEXT: null, DOCKER_TLS: null, DOCKER_TLS_VERIFY: null, DOCKER_CERT_PATH: null };

/** Variables that mean something to the CLI itself, or to the system that starts and loads it. */
const ownVariables = /^(?:DOCKER_(?:HOST|CONTEXT|CONFIG|TLS|TLS_VERIFY|CERT_PATH|API_VERSION|CUSTOM_HEADERS|CLI_\w+)|(?:LD|DYLD)_\w+|SSL_CERT_\w+|(?:HTTPS?|ALL|NO)_PROXY|GO(?:DEBUG|GC|TRACEBACK|MAXPROCS|MEMLIMIT)|PATH|PATHEXT|HOME|USERPROFILE|APPDATA|SYSTEMROOT|COMSPEC|TE?MP|TMPDIR|TERM)$/i;

/** Whatever the user's configuration of the CLI says, so that what is told of them is true. */
const detachKeys = '--detach-keys=ctrl-p,ctrl-q';

export class DockerCli {
  readonly #endpoint: LocalEndpoint;
  readonly #machine: Pick<Machine, 'platform' | 'environment'>;

  constructor(endpoint: LocalEndpoint, machine: Pick<Machine, 'platform' | 'environment'>) {
    this.#endpoint = endpoint;
    this.#machine = machine;
  }

  async exec(id: string, { command, tty, noInput, user, workdir, environment = [] }: ExecOptions): Promise<CliProgram> {
    const variables = variablesOf(environment);
    const flags = [...(noInput === true ? [] : ['--interactive']), ...(tty ? ['--tty'] : []), ...(user === undefined ? [] : [`--user=${user}`]), ...(workdir === undefined ? [] : [`--workdir=${workdir}`])];
    return this.#program(['exec', ...flags, ...variables.flags, checkedId(id), ...command], variables.environment);
  }

  /** Signals are not passed on: whoever closes the terminal of a process without one of its own would end it. */
  async attach(id: string): Promise<CliProgram> {
    return this.#program(['attach', '--sig-proxy=false', detachKeys, checkedId(id)]);
  }

  /** Starts a container that was made, attached to it from its first byte. */
  async start(id: string): Promise<CliProgram> {
    return this.#program(['start', '--attach', '--interactive', detachKeys, checkedId(id)]);
  }

  async #program(words: readonly string[], environment: CliProgram['environment'] = {}): Promise<CliProgram> {
    const program = await findProgram('docker', this.#machine);
    if (program === undefined) {
      const enough = this.#machine.platform === 'win32' ? 'docker.exe alone is enough, Docker Desktop is not needed' : 'the program docker alone is enough';
      throw new EngineError('misconfigured', `This needs the docker CLI, and there is none on the PATH. Install it (${enough}), then start VS Code anew.`, 'Looked for docker in the folders of PATH, as VS Code was started with it.');
    }
    return { program, args: ['--host', describeEndpoint(this.#endpoint), ...words], environment: { ...otherEngine, ...environment } };
  }
}

/**
 * Values go by the environment of the CLI, and only names stand in its words: editors show the words of a terminal, and systems those
 * of every process.
 */
function variablesOf(entries: readonly string[]): { readonly flags: readonly string[]; readonly environment: Readonly<Record<string, string>> } {
  const named = entries.map((entry) => [entry.split('=', 1).join(''), entry.slice(entry.indexOf('=') + 1), entry] as const);
  return {
    flags: named.map(([name, , entry]) => `--env=${ownVariables.test(name) ? entry : name}`),
    environment: Object.fromEntries(named.filter(([name]) => !ownVariables.test(name)).map(([name, value]) => [name, value])),
  };
}
