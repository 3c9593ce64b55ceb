/** Finds a template that the shell splits at its blanks: `--format {{ .State.Status }}`, `--format table {{.Names}}`. */
import { canonicalName } from '../docker/cli-facts.ts';
import type { DockerCommand } from '../command/docker-command.ts';
import type { Region } from '../shell/region.ts';
import type { ShellWord } from '../shell/shell-command.ts';
import { insert } from '../text/edit.ts';
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

export function cutTemplate({ flags, shell, facts: command }: DockerCommand, { text }: Region): CutTemplate | undefined {
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
    const isRefused = openActions(value.text) > 0 || command?.maxPositionals === 0;
    const isOneLine = !text.slice(span.start, span.end).includes('\n') && !shell.nested;
    return {
      span,
      isRefused,
      message: `The shell splits the template at its blanks, so docker gets ${code(value.text, 40)} and ${rest.length === 1 ? 'another word' : `${rest.length} more words`}. Put it in quotes.`,
      fixes: isOneLine ? [{ title: 'Put the template in quotes', safe: isRefused, edits: [insert(span.start, shell.dialect === 'cmd' ? '"' : "'"), insert(span.end, shell.dialect === 'cmd' ? '"' : "'")] }] : [],
    };
  }
  return undefined;
}
