/** Remembers what was worked out about a command: many rules ask the same, of the same command, one after the other. */
import type { DockerCommand } from './docker-command.ts';

/**
 * The function, which answers from memory when it is asked again about the same command in the same circumstances. Only the
 * last circumstances are remembered, and only as long as the command is.
 */
export function remembered<Answer>(work: (command: DockerCommand) => Answer): (command: DockerCommand) => Answer;
export function remembered<Circumstances, Answer>(work: (command: DockerCommand, circumstances: Circumstances) => Answer): (command: DockerCommand, circumstances: Circumstances) => Answer;
export function remembered<Answer>(work: (command: DockerCommand, circumstances?: unknown) => Answer): (command: DockerCommand, circumstances?: unknown) => Answer {
  const known = new WeakMap<DockerCommand, { readonly circumstances: unknown; readonly answer: Answer }>();
  return (command, circumstances) => {
    const last = known.get(command);
    if (last !== undefined && last.circumstances === circumstances) {
      return last.answer;
    }
    const answer = work(command, circumstances);
    known.set(command, { circumstances, answer });
    return answer;
  };
}
