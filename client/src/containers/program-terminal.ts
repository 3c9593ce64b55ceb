/** Opens a program of a container in a terminal: over the engine's API, or by the docker CLI where the connection carries no terminal. */
import type { CliProgram, DockerCli } from '../engine/docker-cli.ts';
import type { Engine } from '../engine/engine.ts';
import { EngineError } from '../engine/errors.ts';
import type { ExecSession } from '../engine/streams.ts';
import { ExecTerminal } from '../exec/exec-terminal.ts';
import type { ActionContext } from './action.ts';
import { displayText } from '../text/display-text.ts';

export interface ContainerProgram {
  readonly name: string;
  readonly greeting?: string;
  /** Whether the program is to end with its terminal; the container's own goes on. */
  readonly leaves: boolean;
  /** Whether it has a terminal of its own. */
  readonly tty: boolean;
  readonly byApi: (signal: AbortSignal) => Promise<ExecSession>;
  readonly byCli: (cli: DockerCli) => Promise<CliProgram>;
  /** Tidies up when the terminal of the CLI has been closed. */
  readonly closed?: () => void;
}

/** Editors replace `${…}` in what they start, so that an image could ask for a variable of this machine by the name of its shell. */
function checked(program: CliProgram): CliProgram {
  if ([...program.args, ...Object.values(program.environment)].some((word) => word?.includes('${') === true)) {
    throw new EngineError('refused', 'VS Code replaces “${…}” in what a terminal is started with: choose a user, a folder and a shell without it.');
  }
  return program;
}

/** Throws an EngineError where the docker CLI is needed and cannot be used. */
export async function openProgram({ cli }: Engine, { ui, clock }: ActionContext, { byApi, byCli, closed, ...program }: ContainerProgram): Promise<void> {
  if (cli === undefined) {
    ui.openTerminal(new ExecTerminal({ ...program, clock, start: byApi }));
    return;
  }
  try {
    const { name, greeting } = program;
    ui.runInTerminal({ name: displayText(name, 80), icon: 'terminal', ...(greeting !== undefined && { greeting }), ...checked(await byCli(cli)), ...(closed !== undefined && { closed }) });
  } catch (error) {
    closed?.();
    throw error;
  }
}
