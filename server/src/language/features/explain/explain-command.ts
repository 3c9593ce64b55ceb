/** A plain-language reading of a whole docker command; undefined for commands that Gantry does not know. */
import type { DockerCommand } from '../../command/docker-command.ts';
import { code } from '../../text/markdown.ts';
import { explainExisting } from './explain-existing.ts';
import { explainRun } from './explain-run.ts';
import { explainView } from './explain-view.ts';
import { sentence } from './phrases.ts';
import { unspoken } from './spoken-flags.ts';

function readingOf(command: DockerCommand): string | undefined {
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
  return reading === undefined ? undefined : [reading, unspoken(id, command)].filter((text) => text !== undefined).map(sentence).join(' ');
}

/** Another engine than that of this machine, by a flag in front of the command word. */
function elsewhere({ globals }: DockerCommand): string | undefined {
  const use = globals.findLast(({ facts }) => facts.name === 'host' || facts.name === 'context');
  return use === undefined ? undefined : `All this happens on the engine ${use.facts.name === 'host' ? 'at' : 'of the context'} ${code(use.value.text)}.`;
}

/** Markdown of one or more sentences, and why Docker refuses what they tell; undefined too where only the name of the command is written. */
export function explainCommand(command: DockerCommand, refusal?: string): string | undefined {
  const isBare = command.positionals.length + command.flags.length === 0 && !command.help && command.facts?.minPositionals !== 0;
  const unknown = command.engine === 'podman' ? command.problems.filter(({ code }) => code === 'unknown-flag' || code === 'unknown-shorthand') : [];
  // Podman has flags that Gantry does not know; one that does not bring its value may have taken the next word.
  const isUncertain = unknown.some(({ word }) => !word.value.includes('='));
  const said = isBare || isUncertain ? undefined : readingOf(command);
  const place = command.help ? undefined : elsewhere(command);
  const reading = said === undefined || place === undefined ? said : `${said} ${place}`;
  const isRefused = command.problems.length > unknown.length && !command.template && !command.openEnded;
  if (reading === undefined) {
    return undefined;
  }
  if (isRefused) {
    return `${reading} As it is written, though, ${command.engine === 'podman' ? 'Podman' : 'Docker'} refuses the command.`;
  }
  return refusal === undefined ? reading : `${reading} As it is written, though, it fails. ${refusal}`;
}
