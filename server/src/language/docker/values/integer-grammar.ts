/** The factory of grammars whose values are whole numbers. */
import { code } from '../../text/markdown.ts';
import type { ValueKind } from '../cli-facts.ts';
import { parseInteger, type IntegerFailure } from './scan/integer.ts';
import { dockerOnly, safeFix, suggestWords, wholePart, wholeProblem, type Word } from './scan/parsed.ts';
import type { ValueContext, ValueFix, ValueGrammar, ValueProblem } from './value-grammar.ts';

export interface IntegerGrammarOptions {
  readonly kind: ValueKind;
  readonly form: string;
  readonly example: string;
  /** What the number is called in a hover: `weight`. */
  readonly label: string;
  readonly bits?: 16 | 64;
  readonly signed?: boolean;
  /** What the number means, in a sentence. */
  describe(value: bigint): string;
  /** Problems of a number that the CLI can read. */
  judge?(value: bigint, text: string, context: ValueContext): readonly ValueProblem[];
  /** Replaces the usual complaint about a value that is no number; undefined leaves it. */
  explain?(text: string): ValueProblem | undefined;
  readonly words?: readonly Word[];
  readonly signature?: ValueGrammar['signature'];
}

function integerFixes(text: string): ValueFix[] {
  const plain = [text.trim(), text.trim().replace(/^([+-]?)0+(?=[0-9])/, '$1')].find((fixed) => fixed !== text && /^-?[0-9]+$/.test(fixed) && parseInteger(fixed) !== 'syntax');
  return plain === undefined ? [] : [safeFix(plain)];
}

/** The complaint about a value that the CLI cannot read as a whole number. */
function invalidInteger(text: string, failure: IntegerFailure, example: string, signed = true): ValueProblem {
  const range = /^\+?[0-9]+$/.test(text) || signed ? 'is larger than the CLI can take' : 'must not be negative';
  const octal = /^[+-]?0[0-9]*[89]/.test(text) ? ' A leading zero makes it an octal number.' : '';
  const message =
    text === ''
      ? `A number is missing, such as \`${example}\`.`
      : failure === 'range'
        ? `${code(text)} ${range}.`
        : `${code(text)} is not a whole number.${octal} Write digits only, such as \`${example}\`.`;
  return wholeProblem(text, { code: 'invalid-integer', refusedBy: 'cli', message }, failure === 'syntax' ? integerFixes(text) : []);
}

/** A complaint about a number outside its range. */
export function outOfRange(text: string, refusedBy: ValueProblem['refusedBy'], message: string, id = 'value-out-of-range'): ValueProblem {
  return wholeProblem(text, { code: id, refusedBy, message });
}

/** A note that the number leaves a limit out; none on update, where it lifts one. */
export function noLimit(text: string, context: ValueContext, message: string): ValueProblem[] {
  return context.command === 'update' ? [] : [wholeProblem(text, { code: 'limit-has-no-effect', refusedBy: 'nobody', message })];
}

export function integerGrammar(options: IntegerGrammarOptions): ValueGrammar {
  const { kind, form, example, label, bits = 64, signed = true, words, signature } = options;
  return {
    kind,
    form,
    example,
    parse: (text, context) => {
      const value = parseInteger(text, { base: 0, bits, signed });
      if (typeof value === 'string') {
        return { parts: [], problems: [options.explain?.(text) ?? invalidInteger(text, value, example, signed)] };
      }
      const parts = wholePart(text, label, options.describe(value));
      const judged = options.judge?.(value, text, context) ?? [];
      const byCli = judged.filter(({ refusedBy }) => refusedBy !== 'engine');
      return { parts, problems: [...byCli, ...dockerOnly(context, judged.filter(({ refusedBy }) => refusedBy === 'engine'))] };
    },
    ...(words === undefined ? {} : { suggest: (value: string) => suggestWords(words, 0, value.length) }),
    ...(signature && { signature }),
  };
}
