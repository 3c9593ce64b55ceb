/** Finds a value with blanks that nothing holds together: `--health-cmd curl -f http://localhost nginx:1.27`. */
import { canonicalName } from '../docker/cli-facts.ts';
import type { DockerCommand, FlagUse } from '../command/docker-command.ts';
import { namedImage } from '../command/named-image.ts';
import type { Region } from '../shell/region.ts';
import { valueSpan, type ShellWord } from '../shell/shell-command.ts';
import { insert } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import type { Span } from '../text/span.ts';
import type { Fix } from './rule.ts';

export interface UnquotedText {
  /** The words that belong to the value, behind the one that docker takes for it. */
  readonly words: readonly ShellWord[];
  /** The value as it is meant. */
  readonly span: Span;
  readonly message: string;
  readonly fixes: readonly Fix[];
}

/** Values of a text with settings, and where it begins in them. */
const settings: ReadonlySet<string> = new Set(['env', 'label', 'annotation']);

/** Longer texts stand in quotes. */
const mostWords = 10;

/** What means itself both bare and in double quotes. */
const plain = /^[\w.,;:@%+/=?&~-]+$/;

/** A port in the place of a tag tells a host. */
const image = /^(?:[a-z\d][\w.-]*(?::\d+)?\/)*[a-z][\w.-]*(?::(?!\d{4,5}$)[\w][\w.-]*|@sha256:[\da-f]{64})$/;

/** Whether docker is meant with the word: a long flag that the command has, or what looks like an image with a tag. */
function isForDocker({ facts }: DockerCommand, { source }: ShellWord): boolean {
  const flag = /^--([\w-]+)/.exec(source)?.[1];
  return flag === undefined ? image.test(source) : facts?.byName.has(flag) === true;
}

/** What people write at the end of a health command; without quotes it ends the command of docker. */
const orExit = /^[ \t]*\|\|[ \t]*exit[ \t]+1\b/;

interface Rest {
  readonly words: readonly ShellWord[];
  readonly end: number;
}

/** The rest of a value behind its first word, up to what is meant for docker; undefined where nothing shows an end of it. */
function restBehind(command: DockerCommand, first: ShellWord, { text }: Region): Rest | undefined {
  const { words } = command.shell;
  const from = words.indexOf(first) + 1;
  const behind = words.slice(from, from + mostWords + 1);
  const stop = behind.findIndex((word) => word.kind !== 'literal' || !plain.test(word.source) || isForDocker(command, word));
  const own = stop < 0 ? behind : behind.slice(0, stop);
  const next = behind[stop];
  const end = own.at(-1)?.span.end;
  if (end === undefined) {
    return undefined;
  }
  if (next === undefined) {
    const exit = own.length > mostWords ? undefined : orExit.exec(text.slice(end, end + 40))?.[0];
    return exit === undefined ? undefined : { words: own, end: end + exit.length };
  }
  return isForDocker(command, next) ? { words: own, end } : undefined;
}

/** Whether docker goes wrong on the words: it finds a flag that it does not have, or the image among them. */
function goesWrong({ problems, image: taken }: DockerCommand, words: readonly ShellWord[]): boolean {
  return (taken !== undefined && words.includes(taken)) || problems.some(({ word, flag }) => flag === undefined && words.includes(word));
}

function isText({ value, facts }: FlagUse, words: readonly ShellWord[], command: DockerCommand): boolean {
  const [first] = words;
  if (settings.has(canonicalName(facts))) {
    // A single word may well be an image without a tag, and what follows its program.
    const isNoImage = words.length > 1 || (namedImage(command)?.problems ?? []).length > 0;
    return /^[^=]+=./.test(value.text) && words.every(({ source }) => !/^-|\//.test(source)) && first === command.image && isNoImage;
  }
  return canonicalName(facts) === 'health-cmd' && /^[a-z][\w./-]*$/.test(value.text) && goesWrong(command, words);
}

function fixesOf({ value, facts }: FlagUse, end: number, isRefused: boolean, { text }: Region): Fix[] {
  const from = value.from + (settings.has(canonicalName(facts)) ? value.text.indexOf('=') + 1 : 0);
  const { start } = valueSpan(value.word, from);
  const isOneLine = !text.slice(start, end).includes('\n');
  return isOneLine ? [{ title: 'Put the value in quotes', safe: isRefused, edits: [insert(start, '"'), insert(end, '"')] }] : [];
}

/** Undefined where every word has its place, or the one that the image stands for cannot be told. */
export function unquotedText(command: DockerCommand, region: Region): UnquotedText | undefined {
  const { facts, flags, shell, endOfFlags } = command;
  if ((facts?.id !== 'run' && facts?.id !== 'create') || shell.nested || endOfFlags !== undefined) {
    return undefined;
  }
  for (const use of flags) {
    const { value } = use;
    const isCandidate = value.literal && (settings.has(canonicalName(use.facts)) || canonicalName(use.facts) === 'health-cmd') && plain.test(value.word.source);
    const rest = isCandidate ? restBehind(command, value.word, region) : undefined;
    const [first] = rest?.words ?? [];
    if (rest === undefined || first === undefined || !isText(use, rest.words, command)) {
      continue;
    }
    const isRefused = command.problems.length > 0 || (namedImage(command)?.problems ?? []).length > 0;
    const taken = first === command.image ? 'the image' : 'a flag of its own';
    const what = settings.has(canonicalName(use.facts)) ? 'The blank ends the value' : `${code(use.spelling)} takes one word`;
    return {
      words: rest.words,
      span: { start: value.span.start, end: rest.end },
      message: `${what}, so docker takes ${code(first.value)} for ${taken}. Put the whole value in quotes.`,
      fixes: fixesOf(use, rest.end, isRefused, region),
    };
  }
  return undefined;
}
