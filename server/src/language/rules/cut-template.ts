/** Finds a template that the shell splits at its blanks: `--format {{ .State.Status }}`, `--format table {{.Names}}`. */
import { canonicalName } from '../docker/cli-facts.ts';
import { quoteWords } from '../command/edits.ts';
import type { DockerCommand } from '../command/docker-command.ts';
import type { Region } from '../shell/region.ts';
import type { ShellWord } from '../shell/shell-command.ts';
import { code } from '../text/markdown.ts';
import type { Span } from '../text/span.ts';
import type { Fix } from './rule.ts';

export interface CutTemplate {
  readonly span: Span;
  readonly message: string;
  readonly fixes: readonly Fix[];
  /** Whether the CLI refuses it; `stats` takes the rest for containers. */
  readonly isRefused: boolean;
}

/** Longer templates stand in quotes. */
const mostWords = 16;

function openActions(text: string): number {
  return text.split('{{').length - text.split('}}').length;
}

/** The words behind the first that belong to its template; none where it is whole, or never ends. */
function restOf(words: readonly ShellWord[], first: string): readonly ShellWord[] {
  let text = first;
  for (const [index, { source, kind }] of words.slice(0, mostWords).entries()) {
    const goesOn = openActions(text) > 0 || (source.startsWith('{{') && /^table$|\}\}$/.test(text));
    if (!goesOn || kind !== 'literal' || /["'`$\\]/.test(source)) {
      return openActions(text) > 0 ? [] : words.slice(0, index);
    }
    text += ` ${source}`;
  }
  return openActions(text) > 0 ? [] : words.slice(0, mostWords);
}

export function cutTemplate(command: DockerCommand, region: Region): CutTemplate | undefined {
  const { flags, shell } = command;
  for (const { facts, value } of flags) {
    if (canonicalName(facts) !== 'format' || !value.literal || value.attached === 'implied' || /["'\\]/.test(value.word.source)) {
      continue;
    }
    const rest = restOf(shell.words.slice(shell.words.indexOf(value.word) + 1), value.text);
    const last = rest.at(-1);
    if (last === undefined) {
      continue;
    }
    const span = { start: value.span.start, end: last.span.end };
    const isRefused = openActions(value.text) > 0 || command.facts?.maxPositionals === 0;
    const edits = quoteWords(command, region, span, shell.dialect === 'cmd' ? '"' : "'");
    return {
      span,
      isRefused,
      message: `The shell splits the template at its blanks, so docker gets ${code(value.text, 40)} and ${rest.length === 1 ? 'another word' : `${rest.length} more words`}. Put it in quotes.`,
      fixes: edits.length === 0 ? [] : [{ title: 'Put the template in quotes', safe: isRefused, edits }],
    };
  }
  return undefined;
}
