/** The factory of grammars for `--filter`, whose keys and values the engine judges. */
import { code, codeOr } from '../../text/markdown.ts';
import type { ValueKind } from '../cli-facts.ts';
import { nearest } from './scan/nearest.ts';
import { dockerOnly, part, suggestNames, suggestWords, withParts, type Word } from './scan/parsed.ts';
import { cut, type Slice, trimmed, whole } from './scan/slice.ts';
import type { NameKind, ValueFix, ValueGrammar, ValuePart, ValueProblem } from './value-grammar.ts';

export interface FilterKey {
  readonly name: string;
  readonly meaning: string;
  /** All values that the engine takes. */
  readonly values?: readonly Word[];
  /** What a value is the name of. */
  readonly names?: NameKind;
  /** A value to fill in where there is nothing to choose from. */
  readonly sample?: string;
  /** What people write for one of the values. */
  readonly synonyms?: Readonly<Record<string, string>>;
  /** Whether the engine takes the value; it takes any when absent. */
  accepts?(value: string): boolean;
  /** What the value means, where that is more than a comparison. */
  describe?(value: string): string | undefined;
  /** What is accepted and hardly meant: why, and what to write. The rule is named. */
  doubt?(value: string): { readonly rule: string; readonly message: string; readonly meant: string } | undefined;
  /** What a good value looks like: ``a whole number``. */
  readonly expected?: string;
}

export interface FilterGrammarOptions {
  readonly kind: ValueKind;
  readonly form: string;
  readonly example: string;
  readonly keys: readonly FilterKey[];
}

function invalid(at: Slice, refusedBy: ValueProblem['refusedBy'], message: string, fixes: readonly ValueFix[] = []): ValueProblem {
  return { start: at.start, end: at.end, code: 'invalid-filter', refusedBy, message, fixes };
}

/** Whether it is what `--format` takes: `-f` is its short name in `docker inspect`. */
export function isTemplate(text: string): boolean {
  return /^(?:table\s|[^=]*\{\{)/.test(text);
}

function judgeValue(key: FilterKey, value: Slice): ValueProblem | undefined {
  const allowed = key.values?.map(({ text }) => text);
  const accepted = key.accepts?.(value.text) ?? allowed?.includes(value.text) ?? true;
  if (accepted) {
    const doubt = key.doubt?.(value.text);
    return doubt && { start: value.start, end: value.end, code: doubt.rule, refusedBy: 'nobody', message: doubt.message, fixes: [{ title: `Write ${code(doubt.meant)}`, start: value.start, end: value.end, newText: doubt.meant, safe: false }] };
  }
  const wanted = key.expected ?? (allowed ?? []).map((word) => `\`${word}\``).join(', ');
  const { synonyms = {} } = key;
  const guess = (Object.hasOwn(synonyms, value.text) ? synonyms[value.text] : undefined) ?? nearest(value.text, allowed ?? []);
  const fixes = guess === undefined ? [] : [{ title: `Write \`${guess}\``, start: value.start, end: value.end, newText: guess, safe: guess === value.text.toLowerCase() }];
  return invalid(value, 'engine', `${code(value.text)} is not a value of \`${key.name}\`: ${wanted}.`, fixes);
}

function judge(text: string, keys: readonly FilterKey[], example: string): ValueProblem[] {
  const { before, after } = cut(whole(text), '=');
  if (text === '') {
    return [];
  }
  if (isTemplate(text)) {
    return [invalid(whole(text), after === undefined ? 'cli' : 'engine', `This is a template for \`--format\`. A filter is \`key=value\`, such as \`${example}\`.`)];
  }
  if (after === undefined) {
    const colon = /^([a-z-]+):(.+)$/.exec(text);
    const fixes = colon !== null && keys.some(({ name }) => name === colon[1]) ? [{ title: 'Write `=`', newText: `${colon[1] ?? ''}=${colon[2] ?? ''}`, safe: true }] : [];
    return [invalid(whole(text), 'cli', `A filter is \`key=value\`, such as \`${example}\`.`, fixes)];
  }
  const name = trimmed(before);
  const key = keys.find((entry) => entry.name === name.text.toLowerCase());
  if (key === undefined) {
    const guess = nearest(name.text, keys.map((entry) => entry.name));
    const fixes = guess === undefined ? [] : [{ title: `Write \`${guess}\``, start: name.start, end: name.end, newText: guess, safe: false }];
    return [invalid(name.start === name.end ? whole(text) : name, 'engine', `${codeOr(name.text, 'An empty name')} is not a filter here: ${keys.map((entry) => `\`${entry.name}\``).join(', ')}.`, fixes)];
  }
  const problem = judgeValue(key, trimmed(after));
  const [, second] = /,\s*([a-z][a-z-]*)!?=/.exec(after.text) ?? [];
  if (second !== undefined && keys.some((entry) => entry.name === second)) {
    return [invalid(whole(text), problem?.refusedBy ?? 'nobody', `The comma belongs to the value of \`${key.name}\`. Each filter needs a flag of its own.`)];
  }
  return problem === undefined ? [] : [problem];
}

function explain(text: string, keys: readonly FilterKey[]): ValuePart[] {
  const { before, after } = cut(whole(text), '=');
  const key = keys.find((entry) => entry.name === before.text.trim().toLowerCase());
  if (key === undefined || after === undefined) {
    return [];
  }
  const chosen = key.values?.find((word) => word.text === after.text.trim())?.meaning;
  const parts = [part(before.start, before.end, 'filter', key.meaning)];
  return after.text === '' ? parts : [...parts, part(after.start, after.end, 'value', chosen ?? key.describe?.(after.text.trim()) ?? `Compared with ${code(after.text.trim())}.`)];
}

export function filterGrammar({ kind, form, example, keys }: FilterGrammarOptions): ValueGrammar {
  return {
    kind,
    form,
    example,
    parse: (value, context) => withParts(dockerOnly(context, judge(value, keys, example)), () => explain(value, keys)),
    suggest: (value, cursor, context) => {
      const { before, after } = cut(whole(value), '=');
      if (after !== undefined && cursor >= after.start) {
        const key = keys.find(({ name }) => name === before.text.trim().toLowerCase());
        return key?.names === undefined ? suggestWords(key?.values ?? [], after.start, after.end) : suggestNames(context, key.names, value.slice(after.start, cursor), after.start, after.end);
      }
      return after === undefined
        ? suggestWords(keys.map(({ name, meaning, sample }) => ({ text: `${name}=`, meaning, ...(sample === undefined ? {} : { snippet: `${name}=\${1:${sample}}` }) })), 0, value.length, 'filter')
        : suggestWords(keys.map(({ name, meaning }) => ({ text: name, meaning })), before.start, before.end, 'filter');
    },
  };
}
