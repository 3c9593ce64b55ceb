/** Finds a value with blanks that nothing holds together: `--health-cmd curl -f http://localhost nginx:1.27`. */
import { canonicalName } from '../docker/cli-facts.ts';
import type { DockerCommand, FlagUse } from '../command/docker-command.ts';
import { quoteWords } from '../command/edits.ts';
import { memoized } from '../command/memoized.ts';
import { namedImage } from '../command/named-image.ts';
import { meansItself } from '../command/quote.ts';
import type { Region } from '../shell/region.ts';
import { valueSpan, type ShellWord } from '../shell/shell-command.ts';
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

/** What a value with blanks is: `name=text`, a whole command, or a path with another one behind a colon. */
type Kind = 'setting' | 'command' | 'path';

const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['env', 'setting'],
  ['label', 'setting'],
  ['annotation', 'setting'],
  ['health-cmd', 'command'],
  ['volume', 'path'],
]);

/** Longer texts stand in quotes. */
const mostWords = 10;

/** An image with a tag or digest; a port in the place of a tag tells a host. */
const image = /^(?:[a-z\d][\w.-]*(?::\d+)?\/)*[a-z][\w.-]*(?::(?!\d{4,5}$)[\w][\w.-]*|@sha256:[\da-f]{64})$/;

/** An image whose tag, or all of it, stands in a variable: `"shop/api:$TAG"`, `$IMAGE`. */
const imageOfVariable = /^"?(?:(?:[a-z\d][\w.-]*(?::\d+)?\/)*[a-z][\w.-]*:\$\{?\w+\}?|\$\{?\w{0,40}(?:IMAGE|image)\w{0,40}\}?(?::[\w.-]*(?:\$\{?\w+\}?)?)?)"?$/;

/** Whether docker is meant with the word: a long flag that the command has, or what looks like an image. */
function isForDocker({ facts }: DockerCommand, { source }: ShellWord): boolean {
  const flag = /^--([\w-]+)/.exec(source)?.[1];
  return flag === undefined ? image.test(source) || imageOfVariable.test(source) : facts?.byName.has(flag) === true;
}

/** A field of a time table as `cron` has it: bare, the shell takes it for a pattern. */
const everyTime = /^\*(?:\/\d+)?$/;

function isPlain({ kind, source }: ShellWord): boolean {
  return (kind === 'literal' && meansItself.test(source)) || everyTime.test(source);
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
  const stop = behind.findIndex((word) => !isPlain(word) || isForDocker(command, word));
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

function isRefusedAsImage(command: DockerCommand): boolean {
  return (namedImage(command)?.problems ?? []).length > 0;
}

/** `OPTS=-Xms256m -Xmx1g`, `OPTS=--config a=b`: the text begins with a flag of another program, so what follows belongs to it. */
const opensForeignFlags = /^[^=]+=--?[A-Za-z]/;

function isCutShort(command: DockerCommand, { text }: FlagUse['value'], kind: Kind, words: readonly ShellWord[]): boolean {
  const [first] = words;
  const last = words.at(-1)?.value ?? '';
  switch (kind) {
    case 'command':
      return /^[a-z][\w./-]*$/.test(text) && goesWrong(command, words);
    case 'path':
      return /^(?:\.|~|[A-Za-z]:)?\/[^:]*$/.test(text) && first === command.image && isRefusedAsImage(command) && /^[^:]+:\/./.test(last);
    case 'setting': {
      if (opensForeignFlags.test(text) && goesWrong(command, words)) {
        return words.length > 1 || first?.source.startsWith('-') === true || isRefusedAsImage(command);
      }
      // A single word may well be an image without a tag, and what follows its program.
      const isNoImage = words.length > 1 || isRefusedAsImage(command);
      return /^[^=]+=./.test(text) && words.every(({ source }) => everyTime.test(source) || !/^-|\//.test(source)) && first === command.image && isNoImage;
    }
  }
}

/** What is told of a use whose value goes on behind its word; undefined where it does not. */
function told(command: DockerCommand, region: Region, use: FlagUse): UnquotedText | undefined {
  const { facts, value, spelling } = use;
  const kind = kinds.get(canonicalName(facts));
  const rest = kind !== undefined && value.literal && meansItself.test(value.word.source) ? restBehind(command, value.word, region) : undefined;
  const first = rest?.words[0];
  if (kind === undefined || rest === undefined || first === undefined || !isCutShort(command, value, kind, rest.words)) {
    return undefined;
  }
  const from = value.from + (kind === 'setting' ? value.text.indexOf('=') + 1 : 0);
  const edits = quoteWords(command, region, { start: valueSpan(value.word, from).start, end: rest.end }, '"');
  const what = kind === 'command' ? `${code(spelling)} takes one word` : 'The blank ends the value';
  return {
    words: rest.words,
    span: { start: value.span.start, end: rest.end },
    message: `${what}, so docker takes ${code(first.value)} for ${first === command.image ? 'the image' : 'a flag of its own'}. Put the whole value in quotes.`,
    fixes: edits.length === 0 ? [] : [{ title: 'Put the value in quotes', safe: kind !== 'path' && (command.problems.length > 0 || isRefusedAsImage(command)), edits }],
  };
}

/** Undefined where every word has its place, or the one that the image stands for cannot be told. */
export const unquotedText = memoized((command: DockerCommand, region: Region): UnquotedText | undefined => {
  const { facts, flags, shell, endOfFlags } = command;
  if ((facts?.id !== 'run' && facts?.id !== 'create') || shell.nested || endOfFlags !== undefined) {
    return undefined;
  }
  for (const use of flags) {
    const found = told(command, region, use);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
});
