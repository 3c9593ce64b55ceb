/** Small words for plain-language readings: lists, names from the document, sizes, times. */
import type { DockerCommand } from '../../command/docker-command.ts';
import { usesOf } from '../../command/docker-command.ts';
import type { ShellWord } from '../../shell/shell-command.ts';
import { signalFacts } from '../../docker/values/words/signals.ts';
import { code } from '../../text/markdown.ts';

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** A word of the document as the reader knows it: its value, or what will yield it. */
export function named(word: ShellWord): string {
  return word.kind === 'splat' ? `whatever ${code(word.source)} yields` : code(word.value);
}

/** At most five names; a command with fifty needs no reading of all. */
export function someOf(words: readonly ShellWord[]): string {
  const shown = words.slice(0, 5).map(named);
  return words.length > 5 ? `${shown.join(', ')} and ${words.length - 5} more` : listed(shown);
}

/** The values of a flag as written, in document order, those that only the shell knows included. */
export function valuesOf(command: DockerCommand, name: string): string[] {
  return usesOf(command, name).map(({ value }) => value.text);
}

/** The value that counts; undefined where it is empty, which leaves everything as it is without the flag. */
export function lastValue(command: DockerCommand, name: string): string | undefined {
  return valuesOf(command, name).at(-1) || undefined;
}

const units: Readonly<Record<string, string>> = { '': 'bytes', b: 'bytes', k: 'KiB', m: 'MiB', g: 'GiB', t: 'TiB', p: 'PiB' };

/** `512m` as 512 MiB; text that is no size stays as written. */
export function sizeInWords(value: string): string {
  const [, number, unit] = /^(\d+(?:\.\d+)?) ?([bkmgtp]?)(?:i?b)?$/i.exec(value) ?? [];
  const name = unit === undefined ? undefined : units[unit.toLowerCase()];
  return number === undefined || name === undefined ? code(value) : `${number} ${name}`;
}

/** `1 port`, `2 ports`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`;
}

/** Begins with a capital letter and ends with a full stop. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.…]$/.test(text) ? '' : '.'}`;
}

/** `SIGTERM` for `15`, `TERM` and `sigterm`; what is no signal, or known to the shell only, stays as written. */
export function signalName(value: string): string {
  const bare = value.toUpperCase().replace(/^SIG/, '');
  const known = signalFacts.find(({ name, number }) => (/^\d+$/.test(value) ? number === Number(value) : name === bare))?.name;
  return code(known === undefined ? value : `SIG${known}`);
}

/** A number of seconds; what is none is left as it was written. */
export function seconds(text: string): string {
  return /^\d+$/.test(text) ? `${text} s` : code(text);
}
