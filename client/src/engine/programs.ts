/** The part of an engine that starts programs inside containers, and which way they take for an endpoint. */
import type { DockerCli } from './docker-cli.ts';
import type { Endpoint } from './endpoint.ts';
import type { CallOptions } from './engine.ts';
import type { ExecOptions, ExecSession } from './streams.ts';

export interface Programs {
  /** Present where a terminal has to be opened on a program of this machine, because `exec` and `attach` give none. */
  readonly cli: DockerCli | undefined;
  exec(id: string, exec: ExecOptions, options: CallOptions): Promise<ExecSession>;
  attach(id: string, attach: { readonly tty: boolean }, options: CallOptions): Promise<ExecSession>;
  close(): void;
}

export type ProgramRoute = 'api' | 'cli';

/**
 * An engine ends one direction of a named pipe by a message without bytes. Node neither sees that end nor can send one, so that a
 * program would never seem to end, and never see the end of its input. The docker CLI, whose library made that convention, does both.
 */
export function programRoute({ kind }: Endpoint): ProgramRoute {
  return kind === 'npipe' ? 'cli' : 'api';
}
