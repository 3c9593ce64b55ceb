/**
 * Connections to an engine behind ssh, as the Docker CLI makes them: the user's own `ssh` runs `docker system dial-stdio` on
 * the other side, so that `~/.ssh/config`, agents, jump hosts and known hosts apply.
 */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { Agent } from 'node:http';
import path from 'node:path';
import { Duplex } from 'node:stream';
import type { Endpoint } from './endpoint.ts';
import { EngineError } from './errors.ts';
import { findProgram } from './find-program.ts';
import { connectionError } from './translate-error.ts';

type SshEndpoint = Extract<Endpoint, { readonly kind: 'ssh' }>;

export interface SshOptions {
  /** Where the endpoint names none; `ssh` when absent, too. A bare name is looked for in the absolute folders of the PATH. */
  readonly program?: string;
  /** Arguments in front of all others, such as `-F config`. */
  readonly arguments?: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  /** Milliseconds that an idle connection stays open for the next call; half a minute when absent. */
  readonly idleTime?: number;
}

/** Characters of ssh's complaints that are kept. */
const complaintLimit = 4000;
/** Milliseconds. */
const usualIdleTime = 30_000;
/** Logins at the same time: an ssh server turns crowds away (MaxStartups, ten as a rule, for all of its clients together). */
const mostLogins = 4;
/** Milliseconds after which a connection counts as let in although the engine has not answered yet: some calls last long. */
const loginTime = 3_000;

/** What the program is called with. Throws where a part of the address could be taken for an option. */
export function sshArguments({ destination, user, port, path }: SshEndpoint, before: readonly string[] = []): string[] {
  for (const part of [destination, user ?? '']) {
    if (part.startsWith('-') || /[\s\0]/.test(part)) {
      throw new EngineError('misconfigured', 'The ssh address of the engine holds a part that is no host or user.', part);
    }
  }
  return [
    ...before,
    // Nobody can answer a question of ssh here.
    ...['-o', 'BatchMode=yes', '-o', 'ConnectTimeout=30', '-T'],
    ...(user === undefined ? [] : ['-l', user]),
    ...(port === undefined ? [] : ['-p', String(port)]),
    '--',
    destination,
    'docker',
    ...(path === undefined ? [] : [`--host=${quotedForShell(`unix://${path}`)}`]),
    ...['system', 'dial-stdio'],
  ];
}

/** ssh hands its words to the login shell of the other side, so a path must be one word there. */
function quotedForShell(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The two pipes of the program as one stream, with what Node's HTTP client calls on a socket. */
class ProcessSocket extends Duplex {
  readonly #child: ChildProcessWithoutNullStreams;
  #complaints = '';
  #answered = false;
  #idleTimer: NodeJS.Timeout | undefined;
  /** As a socket has it: milliseconds of silence until it emits `timeout`, 0 for never. */
  timeout = 0;

  constructor(child: ChildProcessWithoutNullStreams, endpoint: SshEndpoint) {
    super({ allowHalfOpen: true });
    this.#child = child;
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#complaints = (this.#complaints + text).slice(0, complaintLimit);
    });
    child.stdout.on('data', (chunk: Buffer) => {
      this.#answered = true;
      this.emit('answered');
      this.#listenForSilence();
      if (!this.push(chunk)) {
        child.stdout.pause();
      }
    });
    child.stdin.on('error', () => undefined);
    child.once('error', (error) => this.destroy(connectionError('ssh', endpoint, error.message)));
    child.once('close', (code) => {
      if (!this.#answered || (code !== 0 && code !== null)) {
        this.destroy(connectionError('ssh', endpoint, this.#complaints.trim() || `ssh ended with exit code ${String(code)}.`));
      } else {
        this.push(null);
      }
    });
  }

  override _read(): void {
    this.#child.stdout.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#listenForSilence();
    // Where the program has hung up, its end tells why, and not the broken pipe.
    this.#child.stdin.write(chunk, () => done());
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#child.stdin.end(done);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearTimeout(this.#idleTimer);
    this.#child.kill();
    done(error);
  }

  setKeepAlive(): this {
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setTimeout(milliseconds: number, callback?: () => void): this {
    this.timeout = milliseconds;
    if (callback !== undefined) {
      // As a socket does it: no time takes the listener away again.
      this[milliseconds === 0 ? 'off' : 'once']('timeout', callback);
    }
    this.#listenForSilence();
    return this;
  }

  #listenForSilence(): void {
    clearTimeout(this.#idleTimer);
    if (this.timeout > 0 && !this.destroyed) {
      this.#idleTimer = setTimeout(() => this.emit('timeout'), this.timeout).unref();
    }
  }

  ref(): this {
    this.#child.ref();
    return this;
  }

  unref(): this {
    this.#child.unref();
    return this;
  }
}

type Connected = (error: Error | null, connection?: Duplex) => void;

function notUsedAnyMore(): EngineError {
  return new EngineError('aborted', 'The engine is not being used any more.');
}

class SshAgent extends Agent {
  readonly #endpoint: SshEndpoint;
  readonly #options: SshOptions;
  readonly #waiting: Connected[] = [];
  #logins = 0;
  #isDestroyed = false;

  constructor(endpoint: SshEndpoint, options: SshOptions) {
    // Logging in takes long, so a connection serves several calls.
    super({ keepAlive: true, maxFreeSockets: mostLogins, timeout: options.idleTime ?? usualIdleTime });
    this.#endpoint = endpoint;
    this.#options = options;
  }

  override createConnection(_options: object, connected: Connected): undefined {
    this.#waiting.push(connected);
    this.#logInNext();
  }

  #logInNext(): void {
    const connected = this.#logins < mostLogins ? this.#waiting.shift() : undefined;
    if (connected === undefined) {
      return;
    }
    this.#logins += 1;
    this.#dial().then(
      (connection) => {
        this.#logIn(connection, connected);
      },
      (error: unknown) => {
        this.#logins -= 1;
        connected(error instanceof Error ? error : new Error(String(error)));
        this.#logInNext();
      },
    );
  }

  #logIn(connection: Duplex, connected: Connected): void {
    let isIn = false;
    const letIn = () => {
      if (!isIn) {
        isIn = true;
        clearTimeout(late);
        this.#logins -= 1;
        this.#logInNext();
      }
    };
    const late = setTimeout(letIn, loginTime);
    connection.once('answered', letIn).once('close', letIn);
    connected(null, connection);
  }

  override destroy(): void {
    this.#isDestroyed = true;
    this.#waiting.splice(0).forEach((connected) => connected(notUsedAnyMore()));
    super.destroy();
  }

  async #dial(): Promise<Duplex> {
    const { program: usual = 'ssh', environment = process.env } = this.#options;
    const { program: named = usual } = this.#endpoint;
    const program = path.basename(named) === named ? await findProgram(named, { platform: process.platform, environment }) : named;
    if (program === undefined) {
      throw connectionError('ssh', this.#endpoint, `There is no ${named} on the PATH.`);
    }
    if (this.#isDestroyed) {
      throw notUsedAnyMore();
    }
    const child = spawn(program, sshArguments(this.#endpoint, this.#options.arguments), { env: environment, stdio: 'pipe', windowsHide: true });
    return new ProcessSocket(child, this.#endpoint);
  }
}

export function sshAgent(endpoint: SshEndpoint, options: SshOptions = {}): Agent {
  return new SshAgent(endpoint, options);
}
