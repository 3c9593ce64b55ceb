/** Finds a path of Windows whose backslashes the shell takes away: `-v C:\\Users\\ann:/data`. */
import type { FlagValue } from '../command/docker-command.ts';
import type { Dialect } from '../shell/shell-command.ts';
import { replace } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import type { Span } from '../text/span.ts';
import type { Fix } from './rule.ts';

export interface EatenBackslashes {
  readonly span: Span;
  readonly message: string;
  readonly fix: Fix;
}

export function eatenBackslashes({ word, text }: FlagValue, dialect: Dialect): EatenBackslashes | undefined {
  const { source, span } = word;
  if (dialect !== 'posix' || !/(?:^|[=,])[A-Za-z]:\\[^\\\s]/.test(source) || /["'\n]|\\\\/.test(source)) {
    return undefined;
  }
  const slashed = source.replaceAll('\\', '/');
  return {
    span,
    message: `The shell takes the backslashes away, so docker gets ${code(text, 80)}. Write slashes.`,
    fix: { title: `Write ${code(slashed, 80)}`, safe: true, edits: [replace(span, slashed)] },
  };
}
