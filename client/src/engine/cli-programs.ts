/** Programs inside containers by the docker CLI. One with a terminal needs a terminal of this machine, which only an editor has. */
import { cliSession } from './cli-session.ts';
import type { ContainerDetails } from './container.ts';
import type { DockerCli } from './docker-cli.ts';
import type { CallOptions } from './engine.ts';
import { EngineError } from './errors.ts';
import type { Programs } from './programs.ts';
import type { ExecOptions, ExecSession } from './streams.ts';

export type Inspect = (id: string, options: CallOptions) => Promise<ContainerDetails>;

export class CliPrograms implements Programs {
  readonly cli: DockerCli;
  readonly #inspect: Inspect;
  readonly #closed = new AbortController();

  constructor(cli: DockerCli, inspect: Inspect) {
    this.cli = cli;
    this.#inspect = inspect;
  }

  async exec(id: string, exec: ExecOptions, { signal }: CallOptions): Promise<ExecSession> {
    if (exec.tty) {
      throw needsTerminal();
    }
    // What the CLI says of a refusal cannot be told from what the program says.
    const { state } = await this.#inspect(id, signal === undefined ? {} : { signal });
    if (state !== 'running') {
      throw new EngineError('conflict', state === 'paused' ? 'The container is paused: unpause it first.' : 'The container is not running.', `Its state is ${state}.`);
    }
    const program = await this.cli.exec(id, exec);
    const session = cliSession(program, signal === undefined ? this.#closed.signal : AbortSignal.any([signal, this.#closed.signal]));
    if (exec.noInput === true) {
      session.endInput();
    }
    return session;
  }

  attach(): Promise<ExecSession> {
    return Promise.reject(needsTerminal());
  }

  close(): void {
    this.#closed.abort();
  }
}

function needsTerminal(): EngineError {
  return new EngineError('misconfigured', 'Over this connection a program gets its terminal from the docker CLI.');
}
