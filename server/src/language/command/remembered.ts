/** Remembers what was worked out about a command: many rules ask the same, of the same command, one after the other. */
import type { DockerCommand } from './docker-command.ts';

let functions = 0;

/**
 * The function, which answers from memory when it is asked again about the same command in the same circumstances. Only the
 * last circumstances are remembered, and only until `forget`: the command itself holds the answers, because a `WeakMap` of them
 * makes long runs some five per cent slower.
 */
export function remembered<Answer>(work: (command: DockerCommand) => Answer): (command: DockerCommand) => Answer;
export function remembered<Circumstances, Answer>(work: (command: DockerCommand, circumstances: Circumstances) => Answer): (command: DockerCommand, circumstances: Circumstances) => Answer;
export function remembered<Answer>(work: (command: DockerCommand, circumstances?: unknown) => Answer): (command: DockerCommand, circumstances?: unknown) => Answer {
  const place = functions++;
  return (command, circumstances) => {
    const last = command.memory[place];
    if (last !== undefined && last.circumstances === circumstances) {
      return last.answer as Answer;
    }
    const answer = work(command, circumstances);
    command.memory[place] = { circumstances, answer };
    return answer;
  };
}

/** Lets go of what is remembered: after the rules have asked their questions the answers are a tenth of all that a document takes. */
export function forget({ memory }: DockerCommand): void {
  memory.length = 0;
}
