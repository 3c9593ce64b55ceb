/** Candidates for the command word: `run`, `ps`, and what follows `container`. */
import { commands, type CliVersion, type CommandRecord } from '../../docker/cli-facts.ts';
import { commandProse } from '../../docker/commands.ts';
import { documentSpan, type CursorWord } from './cursor-word.ts';
import { byCommandUse } from './flag-usage.ts';
import type { CompletionItem } from './item.ts';

function releaseNumber(release: string): number {
  const [major = '0', minor = '0'] = release.split('.');
  return Number(major) * 100 + Number.parseInt(minor, 10);
}

/** Whether the CLI version is among `all`, `>=23.0` or `23.0 - 28.2`. */
function isIn(versions: string, version: CliVersion): boolean {
  const release = releaseNumber(version);
  const [first = '', last] = versions.split(' - ');
  if (versions === 'all') {
    return true;
  }
  return release >= releaseNumber(first.replace('>=', '')) && (last === undefined || release <= releaseNumber(last));
}

interface Candidate {
  readonly word: string;
  readonly id: string | undefined;
}

function startsWith(path: readonly string[], parents: readonly string[]): boolean {
  return parents.every((parent, index) => path[index] === parent);
}

function candidates(parents: readonly string[], version: CliVersion): Candidate[] {
  const fits = ({ path, versions }: CommandRecord['spellings'][number]) => path.length === parents.length + 1 && startsWith(path, parents) && isIn(versions, version);
  const known = [...commands]
    .sort((a, b) => byCommandUse(a.id, b.id))
    .flatMap(({ id, spellings }) => spellings.filter(fits).map(({ path }) => ({ word: path.at(-1) ?? id, id })));
  return parents.length === 0 ? [...known, { word: 'container', id: undefined }] : known;
}

export function commandItems(at: CursorWord, parents: readonly string[], version: CliVersion): CompletionItem[] {
  const span = documentSpan(at, 0, at.value.length);
  return candidates(parents, version).map(({ word, id }) => {
    const what = id === undefined ? 'The commands for containers, all in one place.' : commandProse(id)?.what;
    return {
      label: word,
      kind: 'command',
      ...(what === undefined ? {} : { detail: what.replaceAll('`', '') }),
      ...(id === undefined ? {} : { topic: { kind: 'command', id } }),
      span,
      newText: id === undefined ? `${word} ` : word,
      snippet: false,
      filterText: word,
      deprecated: false,
      continues: id === undefined,
    };
  });
}
