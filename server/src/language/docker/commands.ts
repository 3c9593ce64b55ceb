/** Looks up what we teach about the commands and about the options that stand before the command word. */
import { changingCommands } from './commands/changing.ts';
import { stateTable, type CommandProse, type CommandTheme } from './commands/command-prose.ts';
import { globalFlagProses } from './commands/global-flags.ts';
import { insideCommands } from './commands/inside.ts';
import { startingCommands } from './commands/starting.ts';
import { stoppingCommands } from './commands/stopping.ts';
import { watchingCommands } from './commands/watching.ts';
import type { FlagProse } from './flags/flag-prose.ts';
import { referenceUrl } from './references.ts';

export type { CommandProse } from './commands/command-prose.ts';

const themes: readonly CommandTheme[] = [startingCommands, stoppingCommands, insideCommands, watchingCommands, changingCommands];

const byId = new Map(
  themes.flatMap((theme) =>
    Object.entries(theme).map(([id, { states, ...text }]): [string, CommandProse] => [
      id,
      { ...text, ...(states === undefined ? {} : { states: stateTable(states) }), reference: referenceUrl(id) },
    ]),
  ),
);

/** Ids of the commands with prose. */
export const proseCommandIds: readonly string[] = [...byId.keys()];

const globalsByName = new Map(Object.entries(globalFlagProses));

/** What we teach about the command with this id; undefined for commands that Gantry does not know. */
export function commandProse(id: string): CommandProse | undefined {
  return byId.get(id);
}

/** What we teach about an option before the command word, by long name; undefined for names that are none. */
export function globalFlagProse(name: string): FlagProse | undefined {
  return globalsByName.get(name);
}
