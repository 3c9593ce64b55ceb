/**
 * Splits words into flags and positionals by the rules of pflag, the flag parser of the Docker CLI, and goes on after an
 * error where pflag would stop, so that the rest of the line can still be explained.
 */
import type { CommandFacts, FlagFacts } from '../docker/cli-facts.ts';
import { parseBoolean } from '../docker/values/bool.ts';
import { flagCalled } from '../docker/flag-synonyms.ts';
import { nearest } from '../docker/values/scan/nearest.ts';
import { valueSpan, type ShellWord } from '../shell/shell-command.ts';
import type { Span } from '../text/span.ts';
import type { BindProblem, FlagUse, FlagValue } from './docker-command.ts';
import { opensFlags, opensProcess } from './unknown-words.ts';

export interface ParsedFlags {
  readonly flags: readonly FlagUse[];
  readonly positionals: readonly ShellWord[];
  readonly problems: readonly BindProblem[];
  readonly endOfFlags: ShellWord | undefined;
  readonly help: boolean;
}

/** A flag name that is known before the shell runs, whatever follows it in the word. */
const literalName = /^--?[A-Za-z0-9][\w.-]*(?:=|$)/;

class FlagParser {
  readonly flags: FlagUse[] = [];
  positionals: ShellWord[] = [];
  readonly problems: BindProblem[] = [];
  endOfFlags: ShellWord | undefined;
  help = false;
  #next = 0;
  #isGuess: boolean | undefined;

  /** `guesses`: what may be flags is taken for them. */
  constructor(
    readonly facts: CommandFacts,
    readonly words: readonly ShellWord[],
    guesses: boolean,
  ) {
    this.#isGuess = guesses ? true : undefined;
  }

  parse(): this {
    for (;;) {
      const word = this.words[this.#next];
      if (word === undefined) {
        return this;
      }
      this.#next++;
      const isWhole = !this.facts.interspersed && opensProcess(word, this.words, this.#next);
      if (word.kind !== 'literal' && !isWhole && this.#areFlags(word)) {
        continue;
      }
      if (word.value === '--' && word.kind === 'literal') {
        this.endOfFlags = word;
        this.#takeRest();
      } else if (this.#isPositional(word)) {
        if (this.facts.interspersed) {
          this.positionals.push(word);
        } else {
          this.#next--;
          this.#takeRest();
        }
      } else if (word.value.startsWith('--')) {
        this.#long(word);
      } else {
        this.#letters(word);
      }
    }
  }

  /** Whether an unknown word stands for flags. */
  #areFlags(word: ShellWord): boolean {
    const opens = opensFlags(word, this.words, this.#next);
    return opens === 'yes' || (opens === 'perhaps' && this.#fitsBehind());
  }

  /** Whether what follows reads like flags of this command with an operand behind them. Asked once: where it does not, the word is the operand. */
  #fitsBehind(): boolean {
    this.#isGuess ??= this.facts.interspersed || this.#readsOn();
    return this.#isGuess;
  }

  #readsOn(): boolean {
    const { positionals, problems } = new FlagParser(this.facts, this.words.slice(this.#next), true).parse();
    return positionals.length > 0 && problems.every(({ code, flag }) => flag !== undefined || (code !== 'unknown-flag' && code !== 'unknown-shorthand'));
  }

  #takeRest(): void {
    const rest = this.words.slice(this.#next);
    this.positionals = this.positionals.length === 0 ? rest : [...this.positionals, ...rest];
    this.#next = this.words.length;
  }

  #isPositional({ value, kind }: ShellWord): boolean {
    return !value.startsWith('-') || value === '-' || (kind !== 'literal' && !literalName.test(value) && !/^-[A-Za-z]/.test(value));
  }

  #problem(code: BindProblem['code'], word: ShellWord, name: string, from = 0, to = word.value.length, flag?: FlagFacts): void {
    this.problems.push({ code, word, name, span: valueSpan(word, from, to), ...(flag === undefined ? {} : { flag }) });
  }

  #long(word: ShellWord): void {
    const equals = word.value.indexOf('=');
    const nameEnd = equals < 0 ? word.value.length : equals;
    const name = word.value.slice(2, nameEnd);
    if (name === '' || name.startsWith('-')) {
      this.#problem('bad-flag-syntax', word, word.value);
      return;
    }
    const facts = this.facts.byName.get(name);
    if (facts !== undefined) {
      this.#use(facts, word, 0, nameEnd, equals < 0 ? undefined : equals + 1);
    } else if (name === 'help') {
      this.help = true;
    } else {
      this.#unknown('unknown-flag', word, name, nameEnd, equals < 0 ? undefined : equals + 1);
    }
  }

  /** Reads the flag as the one that it most resembles or is called so elsewhere, so that its value is not taken for the image. */
  #unknown(code: 'unknown-flag' | 'unknown-shorthand', word: ShellWord, name: string, nameEnd: number, valueFrom: number | undefined): void {
    const flag = this.facts.byName.get(name) ?? this.facts.byName.get(flagCalled(name) ?? '') ?? this.facts.byName.get(nearest(name, this.facts.byName.keys()) ?? '');
    this.#problem(code, word, name, 0, nameEnd, flag);
    const longer = flag === undefined ? [...this.facts.byName.values()].filter((other) => other.name.startsWith(`${name}-`)) : [flag];
    if (longer.length > 0 && longer.every(({ takesValue }) => takesValue) && valueFrom === undefined && this.#next < this.words.length) {
      this.#next++;
    }
  }

  #letters(word: ShellWord): void {
    const { value } = word;
    if (value.startsWith('-test.')) {
      return;
    }
    for (let at = 1; at < value.length; ) {
      const letter = value.charAt(at);
      const facts = this.facts.byLetter.get(letter);
      const nameFrom = at === 1 ? 0 : at;
      if (facts === undefined) {
        if (letter === 'h') {
          this.help = true;
        } else if (word.kind === 'literal' || /\w/.test(letter)) {
          this.#unknownLetter(word, at);
        }
        // What begins with another sign is letters that the shell puts there: `-i$TTY`.
        return;
      }
      const hasEquals = value.charAt(at + 1) === '=' && value.length > at + 2;
      if (hasEquals) {
        this.#use(facts, word, nameFrom, at + 1, at + 2);
        return;
      }
      if (facts.takesValue) {
        this.#use(facts, word, nameFrom, at + 1, at + 1 < value.length ? at + 1 : undefined);
        return;
      }
      this.#use(facts, word, nameFrom, at + 1, undefined);
      at++;
    }
  }

  /** A single dash before a long name is the usual reason: `-name web`. */
  #unknownLetter(word: ShellWord, at: number): void {
    const equals = word.value.indexOf('=');
    const whole = word.value.slice(1, equals < 0 ? undefined : equals);
    if (at === 1 && this.facts.byName.has(whole)) {
      this.#unknown('unknown-shorthand', word, whole, whole.length + 1, equals < 0 ? undefined : equals + 1);
      return;
    }
    this.#problem('unknown-shorthand', word, word.value.charAt(at), at === 1 ? 0 : at, at + 1);
  }

  /** `valueFrom` is where an attached value begins in the word, or undefined. */
  #use(facts: FlagFacts, word: ShellWord, nameFrom: number, nameTo: number, valueFrom: number | undefined): void {
    const value = this.#valueOf(facts, word, nameTo, valueFrom);
    const nameSpan = valueSpan(word, nameFrom, nameTo);
    const letters = word.value.startsWith('--') ? '' : word.value.slice(1);
    this.flags.push({
      facts,
      spelling: letters === '' ? word.value.slice(0, nameTo) : `-${word.value.slice(nameTo - 1, nameTo)}`,
      nameSpan,
      word,
      span: useSpan(nameSpan, value),
      value,
      clustered: letters.length > 1 && (nameTo > 2 || (valueFrom === undefined && nameTo < word.value.length)),
    });
    if (!facts.takesValue && value.literal && parseBoolean(value.text) === undefined) {
      this.#problem('invalid-boolean-value', word, value.text, value.from, value.from + value.text.length, facts);
    }
  }

  #valueOf(facts: FlagFacts, word: ShellWord, nameTo: number, valueFrom: number | undefined): FlagValue {
    if (valueFrom !== undefined) {
      const attached = word.value.charAt(valueFrom - 1) === '=' && valueFrom > nameTo ? 'equals' : 'joined';
      const text = word.value.slice(valueFrom);
      return { text, word, from: valueFrom, span: valueSpan(word, valueFrom), literal: word.kind === 'literal', attached };
    }
    const implied: FlagValue = { text: 'true', word, from: nameTo, span: valueSpan(word, nameTo, nameTo), literal: true, attached: 'implied' };
    if (!facts.takesValue) {
      return implied;
    }
    const next = this.words[this.#next];
    if (next === undefined) {
      this.#problem('missing-flag-value', word, facts.name, 0, nameTo, facts);
      return { ...implied, text: '', literal: false };
    }
    this.#next++;
    return { text: next.value, word: next, from: 0, span: valueSpan(next), literal: next.kind === 'literal', attached: 'next' };
  }
}

/** A flag and its value with the quotes around the value; those around the whole word belong to neither. */
function useSpan(nameSpan: Span, { word, span, attached }: FlagValue): Span {
  if (attached === 'implied') {
    return nameSpan;
  }
  const quotesWord = attached !== 'next' && /^\$?["']/.test(word.source);
  return { start: nameSpan.start, end: quotesWord ? span.end : word.span.end };
}

/** Parses the words behind the program or command that `facts` describes; of an open-ended command more words follow. */
export function parseFlags(facts: CommandFacts, words: readonly ShellWord[], openEnded = false): ParsedFlags {
  return new FlagParser(facts, words, openEnded).parse();
}
