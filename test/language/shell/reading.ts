/** Reads documents in tests and writes down what was read, short enough for a table. */
import type { DocumentKind } from '../../../server/src/language/shell/document-kind.ts';
import { regionsOf } from '../../../server/src/language/shell/documents.ts';
import { readCommands } from '../../../server/src/language/shell/read-commands.ts';
import type { Region } from '../../../server/src/language/shell/region.ts';
import type { ShellCommand, ShellWord, WordKind } from '../../../server/src/language/shell/shell-command.ts';

export const mentions = /docker/i;

export function isDocker(program: string): boolean {
  return /(?:^|[/\\])docker(?:\.exe)?$/.test(program);
}

export interface Found {
  readonly region: Region;
  readonly command: ShellCommand;
}

/** All docker commands of the document with their regions. */
export function readDocument(text: string, kind: DocumentKind): Found[] {
  return regionsOf(text, kind, mentions).flatMap((region) => readCommands(region, isDocker).map((command) => ({ region, command })));
}

const tags: Readonly<Record<WordKind, string>> = { literal: '', expansion: 'E:', splat: 'S:', placeholder: 'P:' };

/** A word as `E:$TAG`: the initial of its kind and its value; literal words bear no tag. */
export function describeWord({ kind, value }: ShellWord): string {
  return tags[kind] + (/^[^\s'"]+$/.test(value) ? value : JSON.stringify(value));
}

/** A command as its words, behind its wrappers and assignments in parentheses, and with what else is known of it in brackets. */
export function describe({ words, wrappers, assignments, nested, openEnded, guardedByTerminalCheck }: ShellCommand): string {
  const front = [...wrappers, ...assignments.map(({ name, value }) => `${name}=${value.value}`)];
  const known = [nested && 'nested', openEnded && 'open', guardedByTerminalCheck && 'terminal'].filter(Boolean);
  return [
    ...(front.length > 0 ? [`(${front.join(' ')})`] : []),
    ...words.map(describeWord),
    ...(known.length > 0 ? [`[${known.join(' ')}]`] : []),
  ].join(' ');
}

export function describeAll(text: string, kind: DocumentKind): string[] {
  return readDocument(text, kind).map(({ command }) => describe(command));
}
