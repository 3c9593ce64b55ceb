/** Where each program that takes a script as a word has it: `bash -c '…'`, `ssh host …`, `eval …`, `trap '…' EXIT`. */
import type { ShellWord } from './shell-command.ts';
import type { ReadWord } from './value-builder.ts';
import { partOfWord } from './words.ts';
import { wrappers } from './wrapper-syntax.ts';
import { afterOption, baseName, holdsOptions, isOption, withHoles } from './wrappers.ts';

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
const input: Reading = { kind: 'input' };

/** The rest of a word from an index into its value. */
export function tail({ word: whole, holes }: ReadWord, from: number): ReadWord {
  const word = partOfWord(whole, from);
  const behind = holes.filter(({ start }) => start >= from);
  return { word, holes: behind.map((hole) => ({ ...hole, start: hole.start - from, end: hole.end - from })), anchor: word.span };
}

function payload(words: readonly ReadWord[], openEnded = false): Reading {
  return words.length === 0 ? none : { kind: 'payload', payload: { words, openEnded } };
}

function isSplat({ kind }: ShellWord): boolean {
  return kind === 'splat';
}

/** The index of the first word behind the options, and behind the variables that may hold some. */
function operandAt(words: readonly ReadWord[], letters: string, long: readonly string[] = [], mayHoldOptions = isSplat): number {
  let at = 1;
  for (let word = words[at]?.word; word !== undefined && (isOption(word) || mayHoldOptions(word)); word = words[at]?.word) {
    if (word.value === '--') {
      return at + 1;
    }
    at = afterOption(word.value, at, letters, long);
  }
  return at;
}

/** Where a shell has its script: in the word at this index, or on standard input; undefined where it is a file. */
function scriptOfShell(values: readonly string[]): number | 'input' | undefined {
  let at = 1;
  let takesScript = false;
  let readsInput = false;
  for (let value = values[at]; value !== undefined && /^[-+]./.test(value); value = values[at]) {
    const letters = value.startsWith('--') ? '' : value.slice(1);
    takesScript ||= value.startsWith('-') && letters.includes('c');
    readsInput ||= letters.includes('s');
    at += /[oO]$/.test(letters) || value === '--rcfile' || value === '--init-file' ? 2 : 1;
  }
  if (takesScript) {
    return at;
  }
  return readsInput || at >= values.length || values[at] === '-' ? 'input' : undefined;
}

function ofShell(words: readonly ReadWord[]): Reading {
  const script = scriptOfShell(words.map(({ word }) => word.value));
  return script === 'input' ? input : script === undefined ? none : payload(words.slice(script, script + 1));
}

/** Letters of the options of ssh that take a value. */
export const sshLetters = 'BbcDEeFIiJLlmOopQRSWw';

function ofSsh(words: readonly ReadWord[], letters = sshLetters): Reading {
  const host = operandAt(words, letters, [], holdsOptions);
  const rest = words.slice(host + 1);
  // Options may also stand behind the host.
  const start = rest.findIndex(({ word }) => !isOption(word));
  if (host >= words.length) {
    return words.at(-1)?.word.kind === 'splat' ? input : none;
  }
  const command = start < 0 ? [] : rest.slice(start);
  if (command.length === 0) {
    return input;
  }
  return feeds(command) ? input : payload(command);
}

/** A variable that holds the program, and perhaps options and the host too: then the script is the only word. */
function ofSshVariable(words: readonly ReadWord[]): Reading {
  const last = words.at(-1);
  const operands = words.slice(1, -1).filter(({ word }) => !isOption(word)).length;
  if (last !== undefined && /\s/.test(last.word.value) && operands <= 2) {
    return payload([last]);
  }
  return words[1]?.word.kind === 'splat' ? none : ofSsh(words);
}

const sshVariable = /^\$\{?(?:\w+_)?ssh(?:_?(?:cmd|command))?\}?$/i;

/** What sets the scene for a shell on the other machine: `cd /srv/app &&`, `TAG=3`, `sudo -u ops`. */
const sceneOfShell = /^(?:\s*(?:cd|export)\s[^;&|]*(?:&&|;))*\s*(?:(?:exec|env|sudo(?:\s+-[ugh]\s+\S+|\s+-(?![ugh]\s)\S+)*|[A-Za-z_]\w*=(?:'[^']*'|"[^"]*"|[^\s"'])*)\s+)*/;

/** Whether the command behind `ssh host`, whose words ssh joins, is a shell that reads its script from standard input. */
function feeds(words: readonly ReadWord[]): boolean {
  const command = words.map(({ word }) => word.value).join(' ').replace(sceneOfShell, '');
  const inner = command.trim().split(/\s+/);
  return shells.has(baseName(inner[0] ?? '')) && !/[;&|]/.test(command) && scriptOfShell(inner) === 'input';
}

/** The word that enters a machine by the command of its tool, the words for the machine behind it, and options that take a value. */
interface EnteringTool {
  readonly verb: string;
  readonly operands: number;
  readonly letters?: string;
  readonly long?: readonly string[];
}

/** `minikube ssh -- ls`, `limactl shell default ls`. */
const enteringTools: Readonly<Record<string, EnteringTool>> = {
  minikube: { verb: 'ssh', operands: 0, letters: 'pn', long: ['profile', 'node'] },
  colima: { verb: 'ssh', operands: 0, letters: 'p', long: ['profile'] },
  limactl: { verb: 'shell', operands: 1, long: ['shell', 'workdir'] },
  multipass: { verb: 'exec', operands: 1, letters: 'd', long: ['working-directory'] },
  tsh: { verb: 'ssh', operands: 1, letters: 'pl', long: ['proxy', 'cluster', 'login'] },
};

function ofTool({ verb, operands, letters = '', long = [] }: EnteringTool): (words: readonly ReadWord[]) => Reading {
  return (words) => {
    const entered = words[1]?.word.value === verb ? words.slice(1) : [];
    const rest = entered.slice(operandAt(entered, letters, long, operands === 0 ? isSplat : holdsOptions) + operands);
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
  const at = operandAt(words, 'wE', [], holdsOptions) + 1;
  return /^(?:-c|--command)$/.test(words[at]?.word.value ?? '') ? payload(words.slice(at + 1, at + 2)) : none;
}

/** `sg docker -c 'docker ps'`; the `-c` may be left out. */
function ofSg(words: readonly ReadWord[]): Reading {
  const behind = words.slice(2);
  return payload(behind[0]?.word.value === '-c' ? behind.slice(1, 2) : behind.slice(0, 1));
}

/** The commands of tmux that start a program or type into one. */
const tmuxCommands = /^(?:new|new-session|neww|new-window|split-window|splitw|respawn-pane|respawnp|run|run-shell|popup|display-popup)$/;
const tmuxTyping = /^(?:send|send-keys)$/;

function ofTmux(words: readonly ReadWord[]): Reading {
  const at = words.findIndex(({ word }, index) => index > 0 && (tmuxCommands.test(word.value) || tmuxTyping.test(word.value)));
  const inner = at < 0 ? [] : words.slice(at);
  const operands = inner.slice(operandAt(inner, 'cefFlnNpstxy'));
  return payload(tmuxTyping.test(inner[0]?.word.value ?? '') ? operands.slice(0, 1) : operands);
}

/** The script in the value of a long option, `nix-shell --run '…'`. */
function ofOption(...names: readonly string[]): (words: readonly ReadWord[]) => Reading {
  return (words) => {
    for (const [index, word] of words.entries()) {
      const { value } = word.word;
      if (names.includes(value)) {
        return payload(words.slice(index + 1, index + 2));
      }
      const equals = value.indexOf('=');
      if (equals > 0 && names.includes(value.slice(0, equals))) {
        return payload([tail(word, equals + 1)]);
      }
    }
    return none;
  };
}

/** `ansible hosts -m shell -a 'docker ps'`: without a module it is `command`, and most others take no script. */
function ofAnsible(words: readonly ReadWord[]): Reading {
  const option = words.findIndex(({ word }) => /^(?:-m|--module-name)$/.test(word.value));
  const module = option < 0 ? 'command' : (words[option + 1]?.word.value ?? '');
  return /^(?:ansible\.builtin\.)?(?:shell|command|raw)$/.test(module) ? ofOption('-a', '--args')(words) : none;
}

/** What GNU parallel puts an argument for: `{}`, `{.}`, `{1}`. */
const argument = /\{[^\s{}]{0,10}\}/g;

/** `parallel 'docker pull {}' ::: a b`; a command in several words is no script. */
function ofParallel(words: readonly ReadWord[]): Reading {
  const { letters = '', long = [], stop } = wrappers.get('parallel') ?? {};
  const [command, next] = words.slice(operandAt(words, letters, long));
  if (command === undefined || !/\s/.test(command.word.value) || (next !== undefined && stop?.test(next.word.value) !== true)) {
    return none;
  }
  const holes = Array.from(command.word.value.matchAll(argument), ({ 0: text, index }) => ({ start: index, end: index + text.length, kind: 'expansion' as const }));
  return payload([{ ...command, holes: withHoles(command.holes, holes) }], true);
}

function ofTrap(words: readonly ReadWord[]): Reading {
  const at = words[1]?.word.value === '--' ? 2 : 1;
  const action = words[at];
  return action === undefined || isOption(action.word) ? none : payload([action]);
}

const watchOptions = ['interval', 'equexit'];

const readers: ReadonlyMap<string, (words: readonly ReadWord[]) => Reading> = new Map([
  ...[...shells].map((shell) => [shell, ofShell] as const),
  ['ssh', (words) => ofSsh(words)],
  ['autossh', (words) => ofSsh(words, `${sshLetters}M`)],
  ['parallel', ofParallel],
  ['sem', ofParallel],
  ...Object.entries(enteringTools).map(([tool, entering]) => [tool, ofTool(entering)] as const),
  ['vagrant', (words) => (words[1]?.word.value === 'ssh' ? ofSu(words) : none)],
  ['su', ofSu],
  ['sg', ofSg],
  ['script', ofSu],
  ['tmux', ofTmux],
  ['nix-shell', ofOption('--run', '--command')],
  ['gcloud', ofOption('--command')],
  ['ansible', ofAnsible],
  ['newgrp', () => input],
  ['at', () => input],
  ['batch', () => input],
  ['runuser', ofRunuser],
  ['flock', ofFlock],
  ['trap', ofTrap],
  ['eval', (words) => payload(words.slice(operandAt(words, '')))],
  // The test harness of git and of those who took it over.
  ...['test_expect_success', 'test_expect_failure'].map((name) => [name, (words: readonly ReadWord[]) => payload(words.slice(Math.max(2, words.length - 1)))] as const),
  ['watch', (words) => payload(words.slice(operandAt(words, 'nq', watchOptions)))],
]);

/** The command lines that keep a machine of their own are named after it, in one way. */
const ofMachine = ofTool({ verb: 'ssh', operands: 1 });

/** How the program of this name reads its words; undefined where none of them is a script. */
export function payloadReaderOf(program: string): ((words: readonly ReadWord[]) => Reading) | undefined {
  const name = baseName(program);
  return readers.get(name) ?? (name.endsWith('-machine') ? ofMachine : sshVariable.test(name) ? ofSshVariable : undefined);
}
