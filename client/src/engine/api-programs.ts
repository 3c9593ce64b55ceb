/** Programs inside containers over the API: each has a connection that was an HTTP call. */
import type { Duplex } from 'node:stream';
import type { ApiAnswer, ApiRequest } from './api-client.ts';
import { containerPath } from './container-id.ts';
import type { ContainerDetails } from './container.ts';
import type { Endpoint } from './endpoint.ts';
import type { CallOptions } from './engine.ts';
import { execExitCode, execSession } from './exec-connection.ts';
import { fieldsOf, textOf } from './json-value.ts';
import type { Programs } from './programs.ts';
import type { ExecOptions, ExecSession } from './streams.ts';
import { transportError } from './translate-error.ts';

/** All of them in the version of the API that both sides know. */
export interface ProgramCalls {
  call(request: ApiRequest): Promise<ApiAnswer>;
  hijack(request: ApiRequest): Promise<Duplex>;
  inspect(id: string): Promise<ContainerDetails>;
}

export class ApiPrograms implements Programs {
  readonly cli = undefined;
  readonly #calls: ProgramCalls;
  readonly #endpoint: Endpoint;

  constructor(calls: ProgramCalls, endpoint: Endpoint) {
    this.#calls = calls;
    this.#endpoint = endpoint;
  }

  async exec(id: string, { command, tty, noInput, user, workdir, environment }: ExecOptions, { signal }: CallOptions): Promise<ExecSession> {
    const made = await this.#calls.call({
      method: 'POST',
      path: containerPath(id, '/exec'),
      body: { AttachStdin: noInput !== true, AttachStdout: true, AttachStderr: true, Tty: tty, Cmd: command, ...(user !== undefined && { User: user }), ...(workdir !== undefined && { WorkingDir: workdir }), ...(environment !== undefined && { Env: environment }) },
      signal,
    });
    const path = `/exec/${encodeURIComponent(textOf(fieldsOf(made.body)['Id']))}`;
    const connection = await this.#calls.hijack({ method: 'POST', path: `${path}/start`, body: { Detach: false, Tty: tty }, signal });
    return execSession(connection, tty, {
      resize: (columns, rows) => this.#calls.call({ method: 'POST', path: `${path}/resize`, query: { w: columns, h: rows } }),
      exitCode: async () => execExitCode((await this.#calls.call({ path: `${path}/json` })).body),
      failure: (error) => transportError(error, this.#endpoint),
    });
  }

  async attach(id: string, { tty }: { readonly tty: boolean }, { signal }: CallOptions): Promise<ExecSession> {
    const connection = await this.#calls.hijack({ method: 'POST', path: containerPath(id, '/attach'), query: { stream: true, stdin: true, stdout: true, stderr: true }, signal });
    return execSession(connection, tty, {
      resize: (columns, rows) => this.#calls.call({ method: 'POST', path: containerPath(id, '/resize'), query: { w: columns, h: rows } }),
      exitCode: async () => {
        const { state, exitCode } = await this.#calls.inspect(id);
        return state === 'running' ? 'running' : exitCode;
      },
      failure: (error) => transportError(error, this.#endpoint),
    });
  }

  close(): void {
    // Its connections end with the client that opened them.
  }
}
