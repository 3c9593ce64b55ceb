/** A clause says in plain language what a group of flags does to the container of `run` or `create`. */
import type { DockerCommand } from '../../command/docker-command.ts';

export interface Clause {
  /** Long names of the flags of which the clause speaks here, hidden spellings aside; others are listed at the end. */
  flags(command: DockerCommand): readonly string[];
  /** Undefined when none of the flags changes anything here. */
  say(command: DockerCommand): string | undefined;
}
