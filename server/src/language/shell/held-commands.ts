/** Commands that a variable holds for later: `RUN="docker run --rm -it"`. */
import { cursorMark } from './cursor-mark.ts';
import { definesAliases } from './payloads.ts';
import type { Assignment, Command } from './script.ts';
import type { ShellSource } from './shell-source.ts';
import { isWrapper } from './wrappers.ts';

/** So much of a value is looked at to see whether it is a command. */
const lookedAt = 200;

/** Words between the program and its first flag: `container run`. */
const mostCommandWords = 2;

/** Words of a sentence about a command, where another command or its arguments would stand: `docker logs without --tail`. */
const sentenceWord = /^(?:an?|and|are|by|can|cannot|does|for|from|has|in|is|must|needs|not|of|on|only|or|requires|should|the|to|via|was|will|with|without)$/;

/** Where one sentence ends and the next begins, outside of quotes. */
function hasSentences(text: string): boolean {
  return /[a-z]\.\s+[A-Z][a-z]/.test(text.replace(/'[^']*'|\\"[^"]*\\"/g, ''));
}

/** A flag, or the cursor where one is about to be written. */
function opensFlags(word: string, index: number): boolean {
  return /^--?[A-Za-z]/.test(word) || (index > 0 && word.replace(/^--?/, '').startsWith(cursorMark));
}

/** Where a command begins whose program a variable names. */
const variableAsProgram = /(?:^|[\n;&|({!`]|\b(?:eval|sudo|exec|time|then|do|else|if|while|until)\s)[ \t]*"?\$\{?(\w+)\b(?![[:])/g;

const programs = new WeakMap<ShellSource, ReadonlySet<string>>();

/** The variables whose values the script runs. */
function variablesThatRun(source: ShellSource): ReadonlySet<string> {
  let names = programs.get(source);
  if (names === undefined) {
    names = new Set(Array.from(source.text.matchAll(variableAsProgram), ([, name = '']) => name));
    programs.set(source, names);
  }
  return names;
}

/**
 * Whether the value is a command and not a sentence that begins with the name of a program: a flag follows its first words,
 * or the script runs it. Wrappers may stand in front.
 */
function isHeldCommand({ text, name, value }: Assignment, source: ShellSource, isProgram: (name: string) => boolean): boolean {
  if (value.type !== 'Word') {
    return false;
  }
  const written = text.slice(text.indexOf('=') + 1, lookedAt).replace(/^["']\s*/, '');
  const words = written.split(/\s+/);
  const at = words.findIndex((word) => !isWrapper(word));
  if (!isProgram(words[at] ?? '')) {
    return false;
  }
  const behind = words.slice(at + 1);
  const flag = behind.findIndex(opensFlags);
  const isClear = flag >= 0 && flag <= mostCommandWords && behind.slice(0, flag).every((word) => /^[a-z]+$/.test(word) && !sentenceWord.test(word)) && !hasSentences(written);
  return isClear || (/^[a-z]+["']?$/.test(behind[0] ?? '') && variablesThatRun(source).has(name));
}

const none: ReadonlySet<Assignment> = new Set();

/** The assignments of the command whose values are commands; `alias` has definitions, which are read as such. */
export function heldCommands({ name, prefix, suffix }: Command, source: ShellSource, isProgram: (name: string) => boolean): ReadonlySet<Assignment> {
  let held: Set<Assignment> | undefined;
  for (const parts of definesAliases(name?.text ?? '') ? [] : [prefix, suffix]) {
    for (const part of parts) {
      if (part.type === 'Assignment' && isHeldCommand(part, source, isProgram)) {
        held ??= new Set();
        held.add(part);
      }
    }
  }
  return held ?? none;
}
