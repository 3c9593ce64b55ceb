/** Remembers what was worked out about a command: many rules ask the same, of the same command, one after the other. */
import type { DockerCommand } from './docker-command.ts';

/**
 * The function, which answers from memory when it is asked again about the same command in the same circumstances. Only the
 * last circumstances are remembered, and only as long as the command is.
 */
export function remembered<Circumstances extends readonly [] | readonly [unknown], Answer>(
  work: (command: DockerCommand, ...circumstances: Circumstances) => Answer,
): (command: DockerCommand, ...circumstances: Circumstances) => Answer {
  const known = new WeakMap<DockerCommand, { readonly circumstance: unknown; readonly answer: Answer }>();
  return (command, ...circumstances) => {
    const [circumstance] = circumstances;
    const last = known.get(command);
    if (last !== undefined && last.circumstance === circumstance) {
      return last.answer;
    }
    const answer = work(command, ...circumstances);
    known.set(command, { circumstance, answer });
    return answer;
  };
}
