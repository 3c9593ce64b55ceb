/** Programs that take a script as a word: `bash -c '…'`, `ssh host …`, `eval …`, `trap '…' EXIT`. */
import { afterOption, baseName, isOption } from './wrappers.ts';
import { payloadSource, type Hole, type ShellSource } from './shell-source.ts';
import type { ReadWord } from './value-builder.ts';
import { partOfWord } from './words.ts';

const shells: ReadonlySet<string> = new Set(['sh', 'bash', 'zsh', 'dash', 'ksh', 'ash', 'mksh', 'rbash']);

/** Words that together are a script of their own. */
export interface Payload {
  readonly words: readonly ReadWord[];
  /** Whether the last command of the script gets more words when it is used. */
  readonly openEnded: boolean;
}

/** What the program does with its words. */
export type Reading =
  | { readonly kind: 'payload'; readonly payload: Payload }
  /** The script arrives on standard input. */
  | { readonly kind: 'input' }
  | { readonly kind: 'none' };

const none: Reading = { kind: 'none' };

function payload(words: readonly ReadWord[], openEnded = false): Reading {
  return words.length === 0 ? none : { kind: 'payload', payload: { words, openEnded } };
}

/** The index of the first word behind the options. */
function operandAt(words: readonly ReadWord[], letters: string, long: readonly string[] = []): number {
  let at = 1;
  for (let word = words[at]?.word; word !== undefined && (isOption(word) || word.kind === 'splat'); word = words[at]?.word) {
    if (word.value === '--') {
      return at + 1;
    }
    at = afterOption(word.value, at, letters, long);
  }
  return at;
}

function ofShell(words: readonly ReadWord[]): Reading {
  let at = 1;
  let takesScript = false;
  let readsInput = false;
  for (let value = words[at]?.word.value; value !== undefined && /^[-+]./.test(value); value = words[at]?.word.value) {
    const letters = value.startsWith('--') ? '' : value.slice(1);
    takesScript ||= value.startsWith('-') && letters.includes('c');
    readsInput ||= letters.includes('s');
    at += /[oO]$/.test(letters) || value === '--rcfile' || value === '--init-file' ? 2 : 1;
  }
  if (takesScript) {
    return payload(words.slice(at, at + 1));
  }
  return readsInput || at >= words.length || words[at]?.word.value === '-' ? { kind: 'input' } : none;
}

function ofSsh(words: readonly ReadWord[]): Reading {
  const host = operandAt(words, 'BbcDEeFIiJLlmOopQRSWw');
  const rest = words.slice(host + 1);
  // Options may also stand behind the host.
  const start = rest.findIndex(({ word }) => !isOption(word));
  if (host >= words.length) {
    return none;
  }
  const command = start < 0 ? [] : rest.slice(start);
  if (command.length === 0) {
    return { kind: 'input' };
  }
  return feeds(command) ? { kind: 'input' } : payload(command);
}

/** Whether the command behind `ssh host` or `sudo` is a shell that reads its script from standard input. */
function feeds(words: readonly ReadWord[]): boolean {
  const inner = baseName(words[0]?.word.value ?? '') === 'sudo' ? words.slice(operandAt(words, 'ugh')) : words;
  return shells.has(baseName(inner[0]?.word.value ?? '')) && ofShell(inner).kind === 'input';
}

/** How a tool enters the virtual machine that it keeps: `minikube ssh -- ls`, `limactl shell dev ls`. */
function entering(entry: string, machines: 0 | 1, letters = '', long: readonly string[] = []) {
  return (words: readonly ReadWord[]): Reading => {
    const entered = words[1]?.word.value === entry ? words.slice(1) : [];
    const rest = entered.slice(operandAt(entered, letters, long) + machines);
    return payload(rest[0]?.word.value === '--' ? rest.slice(1) : rest);
  };
}

function ofSu(words: readonly ReadWord[]): Reading {
  const at = words.findIndex(({ word }) => /^(?:-[a-bd-z]*c|--command|--session-command)$/.test(word.value));
  const attached = words.find(({ word }) => /^--(?:session-)?command=/.test(word.value));
  if (at < 0) {
    return attached === undefined ? none : payload([tail(attached, attached.word.value.indexOf('=') + 1)]);
  }
  return payload(words.slice(at + 1, at + 2));
}

function ofRunuser(words: readonly ReadWord[]): Reading {
  return words.some(({ word }) => /^(?:-u|--user(?:=.*)?)$/.test(word.value)) ? none : ofSu(words);
}

function ofFlock(words: readonly ReadWord[]): Reading {
  const at = operandAt(words, 'wE') + 1;
  return /^(?:-c|--command)$/.test(words[at]?.word.value ?? '') ? payload(words.slice(at + 1, at + 2)) : none;
}

function ofTrap(words: readonly ReadWord[]): Reading {
  const at = words[1]?.word.value === '--' ? 2 : 1;
  const action = words[at];
  return action === undefined || isOption(action.word) ? none : payload([action]);
}

const watchOptions = ['interval', 'equexit'];

const readers: ReadonlyMap<string, (words: readonly ReadWord[]) => Reading> = new Map([
  ...[...shells].map((shell) => [shell, ofShell] as const),
  ['ssh', ofSsh],
  ['minikube', entering('ssh', 0, 'pn', ['profile', 'node'])],
  ['colima', entering('ssh', 0, 'p', ['profile'])],
  ['limactl', entering('shell', 1, '', ['shell', 'workdir'])],
  ['vagrant', (words) => (words[1]?.word.value === 'ssh' ? ofSu(words) : none)],
  ['su', ofSu],
  ['runuser', ofRunuser],
  ['flock', ofFlock],
  ['trap', ofTrap],
  ['eval', (words) => payload(words.slice(operandAt(words, '')))],
  // The test harness of git and of those who took it over.
  ...['test_expect_success', 'test_expect_failure'].map((name) => [name, (words: readonly ReadWord[]) => payload(words.slice(Math.max(2, words.length - 1)))] as const),
  ['watch', (words) => payload(words.slice(operandAt(words, 'nq', watchOptions)))],
]);

const ofMachine = entering('ssh', 1);

function readerOf(program: string): ((words: readonly ReadWord[]) => Reading) | undefined {
  const name = baseName(program);
  return readers.get(name) ?? (name.endsWith('-machine') ? ofMachine : undefined);
}

export function takesPayload(program: string): boolean {
  return readerOf(program) !== undefined;
}

/** How the program at the first word reads its words as a script. */
export function readingOf(words: readonly ReadWord[]): Reading {
  const reader = readerOf(words[0]?.word.value ?? '');
  return reader === undefined ? none : reader(words);
}

/** The definition in a word `name=value` of `alias`. */
export function aliasPayload(word: ReadWord): Payload | undefined {
  const equals = word.word.value.indexOf('=');
  return equals <= 0 ? undefined : { words: [tail(word, equals + 1)], openEnded: true };
}

/** The rest of a word from an index into its value. */
function tail({ word: whole, holes }: ReadWord, from: number): ReadWord {
  const word = partOfWord(whole, from);
  const behind = holes.filter(({ start }) => start >= from);
  return { word, holes: behind.map((hole) => ({ ...hole, start: hole.start - from, end: hole.end - from })), anchor: word.span };
}

/** The words joined by blanks, as the program hands them to a shell. */
export function payloadText(region: string, words: readonly ReadWord[]): ShellSource {
  let value = '';
  const offsets: number[] = [];
  const holes: Hole[] = [];
  for (const { word, holes: own } of words) {
    if (value !== '') {
      value += ' ';
      offsets.push(word.span.start);
    }
    const by = value.length;
    for (const { start, end, kind } of own) {
      holes.push({ start: start + by, end: end + by, kind });
    }
    value += word.value;
    for (let index = 0; index < word.value.length; index++) {
      offsets.push(word.offsets?.[index] ?? word.span.start + index);
    }
  }
  const last = words.at(-1)?.word;
  offsets.push(last === undefined ? 0 : (last.offsets?.at(-1) ?? last.span.end));
  return payloadSource(region, value, offsets, holes);
}

/**
 * Whether the words can be taken as they are: joining and splitting them again gives the same ones, or they are
 * elements of an array, which stand in another place than the command.
 */
export function isPlain(words: readonly ReadWord[]): boolean {
  const ofArray = words.some(({ word, anchor }) => anchor.start !== word.span.start || anchor.end !== word.span.end);
  return ofArray || (words.length > 1 && words.every(({ word }) => word.value === word.source && !/[\s|;&<>()#]/.test(word.value)));
}
