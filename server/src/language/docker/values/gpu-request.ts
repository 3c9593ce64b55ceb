/** Graphics cards for a container: `--gpus`. */
import { code, codeOr } from '../../text/markdown.ts';
import { csvField, readCsv } from './scan/csv.ts';
import { parseInteger } from './scan/integer.ts';
import { dockerOnly, part, safeFix, suggestWords, type Word, wholeProblem } from './scan/parsed.ts';
import { cut, type Slice } from './scan/slice.ts';
import { soundFixes } from './scan/sound-fixes.ts';
import { strayComma } from './scan/stray-comma.ts';
import type { ValueContext, ValueFix, ValueGrammar, ValuePart, ValueProblem, ValueSuggestion } from './value-grammar.ts';

const keys = ['driver', 'count', 'device', 'capabilities', 'options'];
const lists = ['device', 'capabilities', 'options'];

function isCount(text: string): boolean {
  return text === 'all' || typeof parseInteger(text, { base: 10, bits: 64, signed: true }) === 'bigint';
}

function invalid(at: { readonly start: number; readonly end: number }, refusedBy: 'cli' | 'engine', message: string, fixes: readonly ValueFix[] = []): ValueProblem {
  return { start: at.start, end: at.end, code: 'invalid-gpu-request', refusedBy, message, fixes };
}

/** The value with everything behind the first list key in quotes, where commas belong to the list: `"device=0,1"`. */
function quoteList(value: string): ValueFix[] {
  const match = /^((?:[^,"]*,)*?)((?:device|capabilities|options)=[^"]*)$/.exec(value);
  const list = match?.[2] ?? '';
  const bare = list.split(',').slice(1);
  // A further key=value field is not part of the list, unless the list is one of options.
  return match === null || bare.length === 0 || bare.some((item) => keys.some((key) => item.startsWith(`${key}=`))) ? [] : [safeFix(`${match[1] ?? ''}${csvField(list)}`)];
}

function judgeField(field: Slice, seen: Set<string>, value: string): ValueProblem | undefined {
  const comma = strayComma(value, field);
  if (comma !== undefined) {
    return { ...comma, code: 'invalid-gpu-request', refusedBy: 'cli' };
  }
  const { before: key, after } = cut(field, '=');
  if (seen.has(key.text)) {
    return invalid(field, 'cli', `${code(key.text)} is given twice; it may stand once.`, quoteList(value));
  }
  seen.add(key.text);
  if (after === undefined) {
    seen.add('count');
    return isCount(key.text) ? undefined : invalid(field, 'cli', `${codeOr(key.text, 'An empty value')} is neither \`all\` nor a number of cards. A list with commas stands in double quotes: \`'"device=0,1"'\`.`, quoteList(value));
  }
  if (!keys.includes(key.text)) {
    return invalid(key, 'cli', `${codeOr(key.text, 'An empty name')} is not a key of \`--gpus\`: use \`device\`, \`count\`, \`capabilities\`, \`driver\` or \`options\`.`);
  }
  if (key.text === 'count' && !isCount(after.text)) {
    return invalid(after, 'cli', `${codeOr(after.text, 'An empty value')} is neither \`all\` nor a number of cards.`);
  }
  return key.text === 'options' && readCsv(after.text).failure !== undefined ? invalid(after, 'cli', 'The options are empty or badly quoted.') : undefined;
}

function judge(value: string): ValueProblem[] {
  const { fields, failure } = readCsv(value);
  if (failure !== undefined) {
    const message = failure.kind === 'empty' ? 'The request is empty: write `all`, or `device=0` for one card.' : 'The double quotes do not match; they enclose a whole field: `\'"device=0,1"\'`.';
    return [invalid(failure, 'cli', message)];
  }
  const seen = new Set<string>();
  for (const field of fields) {
    const problem = judgeField(field, seen, value);
    if (problem !== undefined) {
      return [problem];
    }
  }
  const count = fields.map((field) => cut(field, '=')).find(({ before, after }) => after === undefined || before.text === 'count');
  const amount = count?.after?.text ?? count?.before.text ?? '0';
  const both = fields.some(({ text }) => text.startsWith('device=')) && !/^[+-]?0+$/.test(amount);
  return both ? [wholeProblem(value, { code: 'invalid-gpu-request', refusedBy: 'engine', message: 'This asks for cards by name and by number, which the engine refuses. Put a list of cards in double quotes inside the value.' }, quoteList(value))] : [];
}

function countMeaning(text: string): string {
  const count = Number(text);
  return text === 'all' || count < 0 ? 'Every card of the host.' : count === 0 ? 'No card.' : `${count} ${count === 1 ? 'card' : 'cards'} of the driver's choice, always the first ones: two containers get the same.`;
}

function explain(field: Slice): ValuePart[] {
  const { before: key, after } = cut(field, '=');
  const text = after?.text ?? '';
  const meanings: Readonly<Record<string, [label: string, meaning: string]>> = {
    count: ['count', countMeaning(text)],
    device: ['cards', `These cards only: ${text.split(',').map((name) => code(name)).join(', ')}, by number as in \`nvidia-smi\` or by UUID.`],
    capabilities: ['capabilities', `What of the driver is made available: ${code(text)}; \`gpu\` is added by itself.`],
    driver: ['driver', `The driver ${code(text)}; found by itself when left out.`],
    options: ['options', `Options for the driver: ${code(text)}.`],
  };
  const found = after === undefined ? (isCount(key.text) ? (['count', countMeaning(key.text)] as const) : undefined) : meanings[key.text];
  return found === undefined ? [] : [part(field.start, field.end, found[0], found[1])];
}

const forms: readonly Word[] = [
  { text: 'all', meaning: 'Every card of the host.' },
  { text: '1', meaning: 'One card, always the first.' },
  { text: 'device=0', snippet: 'device=${1:0}', meaning: 'One card by number or UUID.' },
  { text: '"device=0,1"', snippet: '"device=${1:0,1}"', meaning: 'Several cards; the double quotes belong to the value.' },
  { text: 'all,capabilities=utility', meaning: 'Every card, for `nvidia-smi` only.' },
];

const capabilities: readonly Word[] = [
  { text: 'compute', meaning: 'CUDA and OpenCL.' },
  { text: 'utility', meaning: '`nvidia-smi` and monitoring.' },
  { text: 'video', meaning: 'Encoding and decoding of video.' },
  { text: 'graphics', meaning: 'OpenGL and Vulkan.' },
  { text: 'display', meaning: 'Output to a screen of the host.' },
];

function suggest(value: string, cursor: number): readonly ValueSuggestion[] {
  const { fields } = readCsv(value);
  const here = fields.find(({ start, end }) => start <= cursor && cursor <= end);
  if (here === undefined || fields.length <= 1) {
    const { before: key, after } = here === undefined ? { before: undefined, after: undefined } : cut(here, '=');
    const inValue = after !== undefined && cursor >= after.start;
    return inValue && key.text === 'capabilities' ? suggestWords(capabilities, after.start, after.end) : suggestWords(forms, 0, value.length);
  }
  const { before: key, after } = cut(here, '=');
  if (after !== undefined && cursor >= after.start) {
    return key.text === 'capabilities' ? suggestWords(capabilities, after.start, after.end) : [];
  }
  const words = keys.filter((name) => !fields.some((field) => field !== here && field.text.startsWith(`${name}=`))).map((name) => ({ text: `${name}=`, meaning: lists.includes(name) ? 'A list with commas needs double quotes around the field.' : 'Given once.' }));
  return suggestWords(words, here.start, after?.start ?? here.end, 'key');
}

function parse(value: string, context: ValueContext): ReturnType<ValueGrammar['parse']> {
  return { parts: readCsv(value).fields.flatMap(explain), problems: dockerOnly(context, soundFixes(value, judge(value), judge)) };
}

export const gpuRequest: ValueGrammar = {
  kind: 'gpu-request',
  form: '`all`, a number, or `device=`, `count=`, `capabilities=`, `driver=`, `options=` with commas; a field that holds commas stands in double quotes: `\'"device=0,1"\'`',
  example: 'all',
  parse,
  suggest,
};
