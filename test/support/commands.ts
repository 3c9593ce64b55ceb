/** Shortcuts from a text to the docker commands in it. */
import assert from 'node:assert/strict';
import type { DockerCommand } from '../../server/src/language/command/docker-command.ts';
import { newestCli } from '../../server/src/language/docker/versions.ts';
import { analyse, type AnalysisSettings } from '../../server/src/language/features/snapshot.ts';
import type { Region } from '../../server/src/language/shell/region.ts';

export const defaultSettings: AnalysisSettings = { version: newestCli, rules: {}, files: { kindOf: () => 'unknown' } };

/** The first docker command of a script, with its region. */
export function commandIn(text: string): { command: DockerCommand; region: Region } {
  for (const { region, commands } of analyse(text, 'shell', defaultSettings).regions) {
    const [command] = commands;
    if (command !== undefined) {
      return { command, region };
    }
  }
  assert.fail(`no docker command in: ${text}`);
}

/**
 * A command in one line, for tables: `run --detach --name=web | nginx | sleep 1 | ! unknown-flag x`. Flags carry their long
 * names; `?` marks a value that is not literal.
 */
export function outline({ facts, flags, positionals, process, problems, path }: DockerCommand): string {
  const name = facts?.id ?? path.map(({ value }) => value).join(' ');
  const flagTexts = flags.map(({ facts: flag, value }) => `--${flag.name}${value.attached === 'implied' ? '' : `=${value.literal ? value.text : '?'}`}`);
  const operands = positionals.slice(0, positionals.length - process.length).map(({ value }) => value);
  const parts = [[name, ...flagTexts], operands, process.map(({ value }) => value)].map((words) => words.join(' '));
  while (parts.at(-1) === '') {
    parts.pop();
  }
  return [...parts, ...problems.map(({ code, name: about }) => `! ${code} ${about}`)].join(' | ');
}
