/** Puts a `docker` command line for containers on the clipboard, to be used in a script or on another machine. */
import { anyState, type ContainerAction } from '../action.ts';
import { commandLine, referenceTo } from '../command-line.ts';
import type { ContainerState } from '../../engine/container.ts';

interface Template {
  readonly words: readonly string[];
  readonly meaning: string;
  readonly states: readonly ContainerState[];
  /** Takes one container at a time. */
  readonly single?: true;
  readonly behind?: readonly string[];
}

const alive: readonly ContainerState[] = ['running', 'paused', 'restarting'];

const templates: readonly Template[] = [
  { words: ['docker', 'logs', '-f', '--tail', '100'], meaning: 'The last hundred lines, and what comes', states: anyState, single: true },
  { words: ['docker', 'exec', '-it'], behind: ['sh'], meaning: 'A shell inside', states: ['running'], single: true },
  { words: ['docker', 'inspect'], meaning: 'Everything that the engine knows', states: anyState },
  { words: ['docker', 'stats'], meaning: 'What it uses, live', states: ['running'] },
  { words: ['docker', 'stop', '-t', '30'], meaning: 'Stop, with half a minute to end', states: alive },
  { words: ['docker', 'start'], meaning: 'Start', states: ['created', 'exited'] },
  { words: ['docker', 'restart', '-t', '30'], meaning: 'Stop with half a minute to end, and start again', states: anyState },
  { words: ['docker', 'kill', '-s', 'HUP'], meaning: 'Send a signal: reload the configuration, by convention', states: alive },
  { words: ['docker', 'pause'], meaning: 'Freeze', states: ['running'] },
  { words: ['docker', 'unpause'], meaning: 'Let it go on', states: ['paused'] },
  { words: ['docker', 'update', '--memory', '512m', '--memory-swap', '512m'], meaning: 'Change limits while it runs', states: [...alive, 'created', 'exited'] },
  { words: ['docker', 'wait'], meaning: 'Wait until it ends, and print its exit code', states: anyState },
  { words: ['docker', 'rm'], meaning: 'Remove', states: ['created', 'exited', 'dead'] },
];

export const copyCommand: ContainerAction = {
  id: 'copyCommand',
  title: 'Copy docker Command…',
  group: 'copy',
  states: anyState,
  many: true,
  run: async (targets, { ui }) => {
    const offered = templates.filter(({ states, single }) => targets.every(({ container }) => states.includes(container.state)) && (single === undefined || targets.length === 1));
    const references = targets.map(({ container }) => referenceTo(container));
    const items = offered.map(({ words, behind = [], meaning }) => {
      const line = commandLine([...words, ...references, ...behind]);
      return { label: line.length > 100 ? `${line.slice(0, 99)}…` : line, detail: meaning, value: line };
    });
    const line = await ui.pick({ title: 'Copy docker Command', placeholder: 'A line for a POSIX shell', items });
    if (line !== undefined) {
      await ui.copy(line);
    }
  },
};
