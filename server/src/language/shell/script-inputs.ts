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

/** Where the output of the command goes: `> run.sh`, `>> ~/.bashrc`; not its errors, `2> log`. */
function targetsOf({ redirects }: Command): string[] {
  return redirects.flatMap((redirect) => {
    const isOutput = redirect.type === 'Redirect' && /^&?>[>|]?$/.test(redirect.operator) && (redirect.descriptor?.type !== 'FileDescriptor' || redirect.descriptor.value === 1);
    return isOutput && redirect.target !== undefined ? [redirect.target.text] : [];
  });
}

/** Whether the command may write a file: its standard input, or its words. */
export function writesFile(program: string, command: Command): boolean {
  return program === 'cat' || program === 'tee' || (program === 'echo' && targetsOf(command).length > 0);
}

/** `"$DIR/run.sh"` without the quote behind the name. */
function withoutQuote(name: string): string {
  return name.replace(/["']$/, '');
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

/** What the command writes into a script, a unit of systemd or a table of cron: a here-document, or the words of `echo`. */
export function writtenScript(command: Command, source: ShellSource, isProgram: (name: string) => boolean): ShellSource | undefined {
  const document = hereDocOf(command);
  const targets = targetsOf(command);
  if (document === undefined) {
    const [text] = targets.length > 0 ? piped(command, source) : [];
    return text === undefined ? undefined : scriptIn(targets.map(withoutQuote), text, isProgram);
  }
  const operands = command.suffix.flatMap((part) => (part.type === 'Word' && !part.text.startsWith('-') ? [part.text] : []));
  const names = [...targets, ...operands].map(withoutQuote);
  return scriptIn(names.length === 0 ? [''] : names, hereDocSource(source, document), isProgram);
}
