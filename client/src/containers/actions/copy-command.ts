/** Puts a `docker` command line for containers on the clipboard, to be used in a script or on another machine. */
import { activeStates, containerStates, inactiveStates, intactStates, type ContainerState } from '../../engine/container.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ContainerAction, Target } from '../action.ts';
import { commandLine, referenceTo } from '../command-line.ts';
import { displayText } from '../../text/display-text.ts';
import { textOf } from '../../engine/json-value.ts';
import { maskedWords } from '../../inspect/mask-secrets.ts';
import { runCommandOf } from '../../inspect/run-command.ts';
import { connectCommandsOf } from '../../inspect/run-networks.ts';
import type { PickItem } from '../ui.ts';
import { namesOf } from './report-each.ts';

interface Template {
  readonly words: readonly string[];
  readonly meaning: string;
  readonly states: readonly ContainerState[];
  /** Takes one container at a time. */
  readonly single?: true;
  readonly behind?: readonly string[];
}


const templates: readonly Template[] = [
  { words: ['docker', 'logs', '-f', '--tail', '100'], meaning: 'The last hundred lines, and what comes', states: containerStates, single: true },
  { words: ['docker', 'exec', '-it'], behind: ['sh'], meaning: 'A shell inside', states: ['running'], single: true },
  { words: ['docker', 'inspect'], meaning: 'Everything that the engine knows', states: containerStates },
  { words: ['docker', 'stats'], meaning: 'What it uses, live', states: ['running'] },
  { words: ['docker', 'stop', '-t', '30'], meaning: 'Stop, with half a minute to end', states: activeStates },
  { words: ['docker', 'start'], meaning: 'Start', states: ['created', 'exited'] },
  { words: ['docker', 'restart', '-t', '30'], meaning: 'Stop with half a minute to end, and start again', states: containerStates },
  { words: ['docker', 'kill', '-s', 'HUP'], meaning: 'Send a signal: reload the configuration, by convention', states: activeStates },
  { words: ['docker', 'pause'], meaning: 'Freeze', states: ['running'] },
  { words: ['docker', 'unpause'], meaning: 'Let it go on', states: ['paused'] },
  { words: ['docker', 'update', '--memory', '512m', '--memory-swap', '512m'], meaning: 'Change limits while it runs', states: intactStates },
  { words: ['docker', 'wait'], meaning: 'Wait until it ends, and print its exit code', states: containerStates },
  { words: ['docker', 'rename'], behind: ['new-name'], meaning: 'Rename', states: ['created', 'running', 'paused', 'exited'], single: true },
  { words: ['docker', 'commit'], behind: ['web-debug:1'], meaning: 'Make an image of its files', states: intactStates, single: true },
  { words: ['docker', 'export', '-o', 'files.tar'], meaning: 'Write its files into an archive', states: intactStates, single: true },
  { words: ['docker', 'rm'], meaning: 'Remove', states: inactiveStates },
  { words: ['docker', 'rm', '-v'], meaning: 'Remove, with its anonymous volumes', states: inactiveStates },
];

/** One line for each engine: names mean something else on another one. */
function linesOf({ words: [program = '', ...words], behind = [] }: Template, targets: readonly Target[]): string {
  const engines = new Map<Engine, readonly Target[]>();
  for (const target of targets) {
    engines.set(target.engine, [...(engines.get(target.engine) ?? []), target]);
  }
  return [...engines.values()]
    .map((those) => commandLine([program, ...(those[0]?.cliOptions ?? []), ...words, ...those.map(({ container }) => referenceTo(container)), ...behind]))
    .join('\n');
}

/** Control characters in a pasted line could end the paste and go on as keys. */
const asKeys = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/** The `docker run` of a container like this one; none where the engine does not describe it. */
async function runItems([target, ...more]: readonly Target[]): Promise<PickItem<string>[]> {
  if (target === undefined || more.length > 0) {
    return [];
  }
  try {
    const { document } = await target.engine.inspectContainer(target.container.id);
    const image = await target.engine.inspectImage(textOf(document['Image'])).catch(() => undefined);
    const commands = [runCommandOf(document, image?.config), ...connectCommandsOf(document)];
    const linesFor = (words: (command: readonly string[]) => readonly string[]) =>
      commands.map((command) => words(command)).map(([program = '', ...rest]) => commandLine([program, ...(target.cliOptions ?? []), ...rest])).join('\n');
    const lines = linesFor((command) => command);
    return asKeys.test(lines) ? [] : [{ label: displayText(linesFor(maskedWords), 100), detail: 'A container like it; values of secret variables come from your shell, labels are left out', value: lines }];
  } catch {
    // The other lines need no description.
    return [];
  }
}

export const copyCommand: ContainerAction = {
  id: 'copyCommand',
  title: 'Copy docker Command…',
  place: { submenu: 'copy' },
  states: containerStates,
  many: true,
  run: async (targets, { ui }) => {
    const offered = templates.filter(({ states, single }) => targets.every(({ container }) => states.includes(container.state)) && (single === undefined || targets.length === 1));
    const items = offered.map((template) => {
      const lines = linesOf(template, targets);
      return { label: displayText(lines, 100), detail: template.meaning, value: lines };
    });
    const lines = await ui.pick({ title: `Copy docker Command for ${namesOf(targets)}`, placeholder: 'A line for a POSIX shell', items: [...(await runItems(targets)), ...items] });
    if (lines !== undefined) {
      await ui.copy(lines);
    }
  },
};
