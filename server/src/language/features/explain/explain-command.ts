/** A plain-language reading of a whole docker command; undefined for commands that Gantry does not know. */
import type { DockerCommand } from '../../command/docker-command.ts';
import { explainExisting } from './explain-existing.ts';
import { explainRun } from './explain-run.ts';
import { explainView } from './explain-view.ts';
import { sentence } from './phrases.ts';

/** Markdown of one or more sentences. */
export function explainCommand(command: DockerCommand): string | undefined {
  const id = command.facts?.id;
  if (id === undefined) {
    return undefined;
  }
  if (command.help) {
    return 'Prints the help of this command and does nothing else.';
  }
  if (id === 'run' || id === 'create') {
    return explainRun(command);
  }
  const reading = explainExisting(id, command) ?? explainView(id, command);
  return reading === undefined ? undefined : sentence(reading);
}
