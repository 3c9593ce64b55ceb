/** Keeps answers about a command: many rules ask the same, of the same command, one after the other. */
import type { DockerCommand } from './docker-command.ts';

let functions = 0;

/**
 * The function, which works once for a command as long as it is asked in the same circumstances. Only the last answer of a
 * function is kept, and only until `forget`. The command itself holds it: with a `WeakMap` long runs took five per cent more time.
 */
export function memoized<Answer>(work: (command: DockerCommand) => Answer): (command: DockerCommand) => Answer;
export function memoized<Circumstances, Answer>(work: (command: DockerCommand, circumstances: Circumstances) => Answer): (command: DockerCommand, circumstances: Circumstances) => Answer;
export function memoized<Answer>(work: (command: DockerCommand, circumstances?: unknown) => Answer): (command: DockerCommand, circumstances?: unknown) => Answer {
  const place = functions++;
  return (command, circumstances) => {
    const last = command.memos[place];
    if (last !== undefined && last.circumstances === circumstances) {
      return last.answer as Answer;
    }
    const answer = work(command, circumstances);
    command.memos[place] = { circumstances, answer };
    return answer;
  };
}

/** Lets go of the answers: when the rules are done with a document they are a tenth of all that it takes. */
export function forget({ memos }: DockerCommand): void {
  memos.length = 0;
}
