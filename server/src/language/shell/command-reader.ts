/** Reads one simple command: unwraps `sudo` and its like, follows payloads, and keeps the programs that were asked for. */
import type { Payload } from './payload-readers.ts';
import { mostWrappers } from './nesting.ts';
import { aliasPayload, definesAliases, isPlain, payloadText, readingOf, takesPayload } from './payloads.ts';
import { scriptInputs, writesFile, writtenScript } from './script-inputs.ts';
import { readPayload, type Search, type Surroundings } from './script-reader.ts';
import type { Assignment, Command } from './script.ts';
import { behindDashes, isEnvironmentTool, isRunner, runByFunction, runInEnvironment } from './runners.ts';
import type { ShellAssignment } from './shell-command.ts';
import type { ShellSource } from './shell-source.ts';
import { inputWithin } from './standard-input.ts';
import { assignmentOf, isWrapper, unwrap } from './wrappers.ts';
import type { ReadWord } from './value-builder.ts';
import { addWord } from './variables.ts';
import { readWord } from './words.ts';

/** A command line on its way through the wrappers in front of it. */
interface Line {
  readonly words: readonly ReadWord[];
  readonly assignments: readonly ShellAssignment[];
  readonly wrappers: readonly string[];
  readonly openEnded: boolean;
  readonly nested: boolean;
  /** Whether a wrapper in front reads the standard input. */
  readonly inputIsRead?: boolean;
}

/** So many variables may stand in front of a program. */
const mostVariables = 3;

/** Reads the commands that assignments hold for later. Where they are used, more words follow. */
export function readHeldCommands(assignments: ReadonlySet<Assignment>, around: Surroundings, search: Search): void {
  for (const assignment of assignments) {
    const held = aliasPayload(readWord(around.source, wordOf(assignment)));
    if (held !== undefined) {
      follow(held, { words: [], assignments: [], wrappers: around.wrappers, openEnded: true, nested: true }, around, search);
    }
  }
}

export function readCommand(command: Command, around: Surroundings, search: Search): void {
  const { name } = command;
  if (name === undefined || !(mayMatter(name.text, command, search) || mayRun(command, around, search))) {
    return;
  }
  const words: ReadWord[] = [];
  if (search.isProgram(name.text)) {
    words.push(readWord(around.source, name));
  } else {
    addWord(words, name, around);
  }
  for (const part of command.suffix) {
    // A lone backslash is a continuation that the text ends in.
    if (part.type === 'Word' && part.text !== '\\') {
      addWord(words, part, around);
    } else if (part.type === 'Assignment') {
      words.push(readWord(around.source, wordOf(part)));
    }
  }
  const assignments = command.prefix.flatMap((part) => {
    const assignment = part.type === 'Assignment' ? assignmentOf(readWord(around.source, wordOf(part)).word) : undefined;
    return assignment ?? [];
  });
  if (definesAliases(name.text)) {
    for (const payload of words.slice(1).flatMap((word) => aliasPayload(word) ?? [])) {
      follow(payload, { words, assignments: [], wrappers: [...around.wrappers, name.text], openEnded: false, nested: true }, around, search);
    }
    return;
  }
  const openEnded = around.unclosed.some((at) => command.pos <= at && at < command.end) || isCutOff(command, around);
  const { wrappers, nested } = around;
  readLine({ words, assignments, wrappers, openEnded, nested }, command, around, search);
}

/** Whether the line goes on with something that no shell expects there. */
function isCutOff({ end }: Command, { unexpected, source }: Surroundings): boolean {
  return unexpected.some((at) => at >= end && /^[ \t]*$/.test(source.text.slice(end, at)));
}

/** Whether the first word could lead to a program that is asked for; most commands of a script stop here. */
function mayMatter(name: string, command: Command, { isProgram }: Search): boolean {
  return isProgram(name) || isWrapper(name) || takesPayload(name) || definesAliases(name) || writesFile(name, command) || /["'\\$]/.test(name);
}

/** Whether the command may run its words, and one of them leads to a program; tests are full of functions that do. */
function mayRun({ name, suffix }: Command, { functions }: Surroundings, { isProgram }: Search): boolean {
  const leads = (word: string): boolean => isProgram(word) || isWrapper(word) || takesPayload(word) || isRunner(word, functions);
  return (
    name !== undefined &&
    (isRunner(name.text, functions) || isEnvironmentTool(name.text) || suffix.some((part) => part.type === 'Word' && part.text === '--')) &&
    suffix.some((part) => part.type === 'Word' && leads(part.text))
  );
}

/** The assignment as a word of the tree. */
function wordOf({ pos, end, value }: Assignment): Parameters<typeof readWord>[1] {
  const parts = value.type === 'Word' ? value.parts : undefined;
  const text = { type: 'Literal', pos, end: value.pos, value: '=', text: '=' } as const;
  return parts === undefined ? { pos, end, parts } : { pos, end, parts: [text, ...parts] };
}

function readLine(line: Line, command: Command, around: Surroundings, search: Search): void {
  const [first] = line.words;
  if (first === undefined) {
    return;
  }
  const name = first.word.value;
  if (search.isProgram(name)) {
    keep(line, around, search);
    return;
  }
  const reading = readingOf(line.words);
  if (reading.kind === 'payload') {
    const wrappers = [...line.wrappers, name];
    if (wrappers.length <= mostWrappers && isPlain(reading.payload.words)) {
      readLine({ ...line, words: reading.payload.words, wrappers }, command, around, search);
    } else {
      follow(reading.payload, { ...line, wrappers }, around, search);
    }
    return;
  }
  if (reading.kind === 'input') {
    readInput({ ...line, wrappers: [...line.wrappers, name] }, command, around, search);
    return;
  }
  const written = writesFile(name, command) ? writtenScript(command, around.source, search.isProgram) : undefined;
  if (written !== undefined) {
    // A file may be written by several commands, which then end in the middle of a line; what runs it later has another input.
    readPart(written, /\\\s*$/.test(written.original), { ...around, input: 'unknown' }, search, [...line.wrappers, name]);
    return;
  }
  const next = line.wrappers.length < mostWrappers ? (handedOn(line, name, around, search) ?? behindVariables(line, search) ?? keptBehindDashes(line, name)) : undefined;
  if (next !== undefined) {
    readLine(next, command, around, search);
  }
}

/** What a wrapper, a function or a tool runs. */
function handedOn(line: Line, name: string, { functions }: Surroundings, { isProgram }: Search): Line | undefined {
  const wrappers = [...line.wrappers, name];
  const words = runByFunction(line.words, functions) ?? runInEnvironment(line.words);
  if (words !== undefined) {
    return { ...line, words, wrappers };
  }
  const inner = unwrap(line.words, isProgram);
  if (inner === undefined) {
    return undefined;
  }
  const assignments = [...line.assignments, ...inner.assignments];
  return { ...line, words: inner.words, wrappers, assignments, openEnded: line.openEnded || inner.appends, inputIsRead: line.inputIsRead === true || inner.inputIsRead };
}

/** A variable alone, in quotes or not: as a program, it runs what stands behind it. */
const variableAlone = /^"\$(?:\w+|\{\w+\})"$/;

/** `$SUDO docker ps`, `"$runner" docker ps`: variables that hold a wrapper, or nothing. */
function behindVariables(line: Line, { isProgram }: Search): Line | undefined {
  const count = line.words.slice(0, mostVariables + 1).findIndex(({ word }) => (word.kind !== 'splat' && !variableAlone.test(word.source)) || isProgram(word.value));
  const behind = line.words[count]?.word.value ?? '';
  if (count <= 0 || !(isProgram(behind) || isWrapper(behind))) {
    return undefined;
  }
  const names = line.words.slice(0, count).map(({ word }) => word.value);
  return { ...line, words: line.words.slice(count), wrappers: [...line.wrappers, ...names] };
}

/** What stands behind `--`; `set -- docker run …` keeps it for later, when more words may join. */
function keptBehindDashes(line: Line, name: string): Line | undefined {
  const words = behindDashes(line.words);
  return words && { ...line, words, wrappers: [...line.wrappers, name], openEnded: line.openEnded || name === 'set' };
}

function keep(line: Line, around: Surroundings, search: Search): void {
  const first = line.words[0];
  const last = line.words.at(-1);
  if (first === undefined || last === undefined) {
    return;
  }
  search.found.push({
    span: { start: first.anchor.start, end: Math.max(first.anchor.end, last.anchor.end) },
    words: line.words.map(({ word }) => word),
    assignments: line.assignments,
    wrappers: line.wrappers,
    dialect: 'posix',
    nested: line.nested || first.word.unquotable === true,
    guardedByTerminalCheck: around.guarded,
    input: line.inputIsRead === true ? inputWithin(around.input) : around.input,
    openEnded: line.openEnded,
  });
}

function follow(payload: Payload, line: Line, around: Surroundings, search: Search): void {
  readPart(payloadText(around.source.region, payload.words), payload.openEnded || line.openEnded, around, search, line.wrappers);
}

/** Reads a script whose last command may get more words. */
function readPart(source: ShellSource, openEnded: boolean, around: Surroundings, search: Search, wrappers: readonly string[]): void {
  const before = search.found.length;
  readPayload(source, search, around, wrappers);
  const last = search.found.at(-1);
  if (search.found.length > before && last !== undefined && openEnded) {
    search.found[search.found.length - 1] = { ...last, openEnded: true };
  }
}

/** A shell that reads its script from its standard input. */
function readInput(line: Line, command: Command, around: Surroundings, search: Search): void {
  for (const source of scriptInputs(command, around.feeder, around.source)) {
    readPayload(source, search, around, line.wrappers);
  }
}
