/** Scripts that a command gets on its standard input, or writes down: here-documents, here-strings, and what `cat` and `echo` pipe into it. */
import { documentKindOf, isScript } from './document-kind.ts';
import { hereDocSource } from './here-documents.ts';
import { payloadText } from './payloads.ts';
import { tableScript, unitScript } from './scheduled-lines.ts';
import type { Command, HereDoc, Redirection } from './script.ts';
import type { ShellSource } from './shell-source.ts';
import { isOption } from './wrappers.ts';
import { readWord } from './words.ts';

function hereDocOf({ redirects }: Command): HereDoc | undefined {
  return redirects.find((redirect) => redirect.type === 'HereDoc');
}

function ofRedirect(redirect: Redirection, source: ShellSource): ShellSource | undefined {
  if (redirect.type === 'HereDoc') {
    return hereDocSource(source, redirect);
  }
  return redirect.type === 'HereString' && redirect.target !== undefined ? payloadText(source.region, [readWord(source, redirect.target)]) : undefined;
}

/** What the command in front of a pipe writes into it, where that is known: the here-document of `cat`, the words of `echo`. */
function piped(command: Command, source: ShellSource): ShellSource[] {
  if (command.name?.text === 'cat') {
    const document = hereDocOf(command);
    return document === undefined ? [] : [hereDocSource(source, document)];
  }
  if (command.name?.text !== 'echo') {
    return [];
  }
  const words = command.suffix.flatMap((part) => (part.type === 'Word' ? [readWord(source, part)] : []));
  const from = words.findIndex(({ word }) => !isOption(word));
  return from < 0 ? [] : [payloadText(source.region, words.slice(from))];
}

/** The scripts on the standard input of the command; `feeder` is the command in front of the pipe that it stands behind. */
export function scriptInputs(command: Command, feeder: Command | undefined, source: ShellSource): ShellSource[] {
  const own = command.redirects.flatMap((redirect) => ofRedirect(redirect, source) ?? []);
  return own.length > 0 || feeder === undefined ? own : piped(feeder, source);
}

/** Commands that write their standard input down. */
export function writesInput(program: string): boolean {
  return program === 'cat' || program === 'tee';
}

/** The text of a file as a script, by the name of the file or its first line; undefined where it is none. */
function scriptIn(names: readonly string[], source: ShellSource, isProgram: (name: string) => boolean): ShellSource | undefined {
  const kinds = names.map((name) => documentKindOf(name, source.original));
  if (kinds.some((kind) => kind !== undefined && isScript(kind))) {
    return source;
  }
  if (names.some((name) => name.endsWith('.service'))) {
    return unitScript(source, isProgram);
  }
  return names.some((name) => /(?:^|\/)cron(?:tab|\.\w+)?(?:\/|$)/.test(name)) ? tableScript(source) : undefined;
}

/** The here-document that the command writes into a script, a unit of systemd or a table of cron. */
export function writtenScript(command: Command, source: ShellSource, isProgram: (name: string) => boolean): ShellSource | undefined {
  const document = hereDocOf(command);
  if (document === undefined) {
    return undefined;
  }
  const targets = command.redirects.flatMap((redirect) => (redirect.type === 'Redirect' && redirect.operator.startsWith('>') ? [redirect.target?.text ?? ''] : []));
  const operands = command.suffix.flatMap((part) => (part.type === 'Word' && !part.text.startsWith('-') ? [part.text] : []));
  const names = [...targets, ...operands].map((name) => name.replace(/["']$/, ''));
  return scriptIn(names.length === 0 ? [''] : names, hereDocSource(source, document), isProgram);
}
