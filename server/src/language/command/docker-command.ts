/** The typed model of one docker command line, as pflag and cobra of the Docker CLI would read it. */
import { canonicalName, globalFlags, type CommandFacts, type FlagFacts } from '../docker/cli-facts.ts';
import { parseBoolean } from '../docker/values/bool.ts';
import type { ShellCommand, ShellWord } from '../shell/shell-command.ts';
import type { Span } from '../text/span.ts';

/** The value given to a flag. */
export interface FlagValue {
  /** The text that pflag hands to the flag. */
  readonly text: string;
  /** The word that holds it; the flag's own word when it is attached. */
  readonly word: ShellWord;
  /** Where `text` begins in `word.value`. */
  readonly from: number;
  /** Where it stands in the region, without the quotes around it. */
  readonly span: Span;
  /** Known before the shell runs. Only literal values are judged. */
  readonly literal: boolean;
  /** `--memory=1g`, `-m1g`, `--memory 1g`; `implied` for a boolean without a value. */
  readonly attached: 'equals' | 'joined' | 'next' | 'implied';
}

/** One flag as used on the command line; each letter of a cluster such as `-itd` is a use of its own. */
export interface FlagUse {
  readonly facts: FlagFacts;
  /** As written, with dashes: `--memory`, `-m`. */
  readonly spelling: string;
  /** The name in the region: `--memory`; for a letter in a cluster the letter alone, with the dash for the first. */
  readonly nameSpan: Span;
  /** The word in which it stands. */
  readonly word: ShellWord;
  /** The flag and its value. */
  readonly span: Span;
  readonly value: FlagValue;
  /** Whether the word holds more letters than this one. */
  readonly clustered: boolean;
}

/** Why pflag would stop; the first one is what the CLI reports. */
export interface BindProblem {
  readonly code:
    | 'unknown-flag'
    | 'unknown-shorthand'
    | 'missing-flag-value'
    | 'invalid-boolean-value'
    | 'bad-flag-syntax'
    | 'too-few-arguments'
    | 'too-many-arguments';
  readonly span: Span;
  readonly word: ShellWord;
  /** The name without dashes, the letter, or the value in question. */
  readonly name: string;
  /** The flag, where it is known; for an unknown name the flag it was read as so that the rest of the line still binds. */
  readonly flag?: FlagFacts;
}

export interface DockerCommand {
  readonly shell: ShellCommand;
  readonly program: ShellWord;
  readonly engine: 'docker' | 'podman';
  /** Flags between the program and the command word. */
  readonly globals: readonly FlagUse[];
  /** The command words: `run`, or `container` and `run`. */
  readonly path: readonly ShellWord[];
  /** Facts of the command; undefined for a command that Gantry does not know (`docker build`), which is never judged. */
  readonly facts: CommandFacts | undefined;
  /** Flags of the command in the order written. */
  readonly flags: readonly FlagUse[];
  /** Every positional: image or containers first, then the process's words. */
  readonly positionals: readonly ShellWord[];
  /** The image of run and create. */
  readonly image: ShellWord | undefined;
  /** The words after the image (run, create) or container (exec, top): they belong to the process in the container. */
  readonly process: readonly ShellWord[];
  /** The word `--` that ended the flags. */
  readonly endOfFlags: ShellWord | undefined;
  readonly problems: readonly BindProblem[];
  /** Holds a placeholder: literal words are explained, nothing about missing or odd words is claimed. */
  readonly template: boolean;
  /** Holds a word that may be any number of words, or more words arrive at run time: nothing about missing words is claimed. */
  readonly openEnded: boolean;
  /** `--help` was asked for: the CLI prints help and judges neither arity nor conflicts. */
  readonly help: boolean;
  /** Answers that `memoized` keeps. */
  readonly memos: Memos;
}

/** The last answer of each memoized function, by the place of the function, and the circumstances that it holds in. */
export type Memos = ({ readonly circumstances: unknown; readonly answer: unknown } | undefined)[];

/** Whose flags the word can be: those of docker itself in front of the command word, the command's own behind it, where Gantry knows them. */
export function ownerOf({ shell: { words }, path, facts }: DockerCommand, word: ShellWord): CommandFacts | undefined {
  const [first] = path;
  // Not by their places in the text: words of an array stand in front of the command.
  return first === undefined || words.slice(0, words.indexOf(first)).includes(word) ? globalFlags : facts;
}

/** All uses of the flag by its long name, hidden spellings of it included (`net` counts as `network`). */
export function usesOf(command: DockerCommand, name: string): FlagUse[] {
  return command.flags.filter(({ facts }) => canonicalName(facts) === name);
}

/** The uses by the word in which they stand: letters may share one. */
export function usesByWord(uses: readonly FlagUse[]): Map<ShellWord, FlagUse[]> {
  const byWord = new Map<ShellWord, FlagUse[]>();
  for (const use of uses) {
    const same = byWord.get(use.word);
    if (same === undefined) {
      byWord.set(use.word, [use]);
    } else {
      same.push(use);
    }
  }
  return byWord;
}

/** The literal flag values by long name, those of hidden spellings under the name that they stand for. */
export function literalValues({ flags }: DockerCommand): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const { facts, value } of flags) {
    if (value.literal) {
      const name = canonicalName(facts);
      const texts = values.get(name);
      if (texts === undefined) {
        values.set(name, [value.text]);
      } else {
        texts.push(value.text);
      }
    }
  }
  return values;
}

/** The use that counts for a flag that keeps the last value. */
export function lastUse({ flags }: DockerCommand, name: string): FlagUse | undefined {
  for (let index = flags.length - 1; index >= 0; index--) {
    const use = flags[index];
    if (use !== undefined && canonicalName(use.facts) === name) {
      return use;
    }
  }
  return undefined;
}

/** Whether a boolean flag is on: its last use is not `=false`. A value that is not literal counts as on. */
export function isOn(command: DockerCommand, name: string): boolean {
  const use = lastUse(command, name);
  return use !== undefined && !(use.value.literal && parseBoolean(use.value.text) === false);
}

/** The literal value that counts for a flag, or undefined when it is absent or not literal. */
export function literalValue(command: DockerCommand, name: string): string | undefined {
  const value = lastUse(command, name)?.value;
  return value?.literal === true ? value.text : undefined;
}
