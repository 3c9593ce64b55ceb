/** Resource limits of processes: `nofile=1024:2048`. */
import { code, codeOr } from '../../text/markdown.ts';
import { describeBytes } from './scan/byte-size.ts';
import { grouped, parseInteger } from './scan/integer.ts';
import { nearest } from './scan/nearest.ts';
import { part, suggestWords, wholePart } from './scan/parsed.ts';
import type { ParsedValue, ValueContext, ValueFix, ValueGrammar, ValuePart, ValueProblem, ValueSignature, ValueSuggestion } from './value-grammar.ts';
import { ulimitNames, type UlimitName } from './words/ulimit-names.ts';

const byName = new Map(ulimitNames.map((name) => [name.text, name]));

function problem(start: number, end: number, message: string, fixes: readonly ValueFix[] = []): ParsedValue {
  return { parts: [], problems: [{ start, end, code: 'invalid-ulimit', refusedBy: 'cli', message, fixes }] };
}

function unknownName(name: string, value: string): ParsedValue {
  const lower = name.toLowerCase().replace(/^rlimit_/, '');
  const near = byName.has(lower) ? lower : nearest(name, byName.keys());
  const message = `${codeOr(name, 'Nothing')} is not a limit that Docker knows.${near === undefined ? ' The usual one is `nofile`, the number of open files.' : ` Did you mean \`${near}\`?`}`;
  const end = value === '' ? 0 : name.length;
  return problem(0, end, message, near === undefined ? [] : [{ title: `Write \`${near}\``, start: 0, end: name.length, newText: near, safe: true }]);
}

/** What a limit means in the unit of its name. */
function amount(limit: bigint, { unit }: UlimitName): string {
  if (limit === -1n) {
    return 'no limit';
  }
  if (unit === 'bytes') {
    return describeBytes(Number(limit));
  }
  return `${grouped(limit)}${unit === undefined ? '' : ` ${unit}`}`;
}

function refusedLimit(text: string, start: number): ParsedValue {
  const end = start + text.length;
  if (/^(?:unlimited|infinity|inf)$/i.test(text)) {
    return problem(start, end, `${code(text)} is not understood here; \`-1\` means no limit.`, [{ title: 'Write `-1`', start, end, newText: '-1', safe: true }]);
  }
  const message = text === '' ? 'A number is missing, such as `1024`.' : `${code(text)} is not a whole number. Units are not understood; \`-1\` means no limit.`;
  return problem(start, end, message);
}

function limitParts(name: UlimitName, soft: bigint, hard: bigint | undefined, softStart: number, hardStart: number, end: number): ValuePart[] {
  const softEnd = hard === undefined ? end : hardStart - 1;
  const raised = hard === undefined ? ' It is the hard limit too.' : soft === hard ? '' : ' A process may raise it up to the hard limit.';
  return [
    part(0, name.text.length, 'limit', name.meaning),
    part(softStart, softEnd, 'soft limit', `In force at the start: ${amount(soft, name)}.${raised}`),
    ...(hard === undefined ? [] : [part(hardStart, end, 'hard limit', soft === hard ? `No process may raise it.` : `The most a process may raise it to: ${amount(hard, name)}.`)]),
  ];
}

function parse(value: string, context: ValueContext): ParsedValue {
  if (context.podman === true && value === 'host') {
    return { parts: wholePart(value, 'limits', 'The limits of the host, as they are for the user who runs podman.'), problems: [] };
  }
  const equals = value.indexOf('=');
  const name = equals < 0 ? value : value.slice(0, equals);
  const known = byName.get(name);
  if (equals < 0) {
    const colon = /^([a-z]+):(.*)$/.exec(value);
    const candidate = `${colon?.[1] ?? ''}=${colon?.[2] ?? ''}`;
    const fixed = parse(candidate, context).problems.length === 0 ? candidate : undefined;
    const message = `${codeOr(value, 'An empty value')} sets nothing. Write a name, \`=\` and a number, such as \`nofile=65536\`.`;
    return problem(0, value.length, message, fixed === undefined ? [] : [{ title: `Write ${code(fixed)}`, newText: fixed, safe: true }]);
  }
  if (known === undefined) {
    return unknownName(name, value);
  }
  const limits = value.slice(equals + 1).split(':');
  const [softText = '', hardText] = limits;
  const softStart = equals + 1;
  const hardStart = softStart + softText.length + 1;
  if (limits.length > 2) {
    return problem(softStart, value.length, 'At most two limits fit: the soft one, a colon, the hard one.');
  }
  const soft = parseInteger(softText, { base: 10, bits: 64, signed: true });
  const hard = hardText === undefined ? undefined : parseInteger(hardText, { base: 10, bits: 64, signed: true });
  if (typeof soft === 'string') {
    return refusedLimit(softText, softStart);
  }
  if (typeof hard === 'string') {
    return refusedLimit(hardText ?? '', hardStart);
  }
  const parts = limitParts(known, soft, hard, softStart, hardStart, value.length);
  return { parts, problems: order(soft, hard ?? soft, softText, hardText, softStart, value.length) };
}

function order(soft: bigint, hard: bigint, softText: string, hardText: string | undefined, start: number, end: number): ValueProblem[] {
  if (hard === -1n || (soft !== -1n && soft <= hard)) {
    return [];
  }
  const message = `The soft limit ${code(softText)} must not be above the hard limit ${code(hardText ?? softText)}.`;
  const swapped = soft === -1n || hardText === undefined ? [] : [{ title: 'Swap the two limits', start, end, newText: `${hardText}:${softText}`, safe: false }];
  return [{ start, end, code: 'invalid-ulimit', refusedBy: 'cli', message, fixes: swapped }];
}

function suggest(value: string, cursor: number): ValueSuggestion[] {
  const equals = value.indexOf('=');
  if (equals >= 0 && cursor > equals) {
    const usual = byName.get(value.slice(0, equals))?.usual ?? '1024';
    return suggestWords([{ text: usual, meaning: 'A usual value.' }, { text: '-1', meaning: 'No limit.' }], equals + 1, value.length);
  }
  return ulimitNames.map(({ text, usual, meaning }) => ({ text: `${text}=\${1:${usual}}`, snippet: true, label: text, documentation: meaning, start: 0, end: value.length }));
}

function signature(value: string, cursor: number): ValueSignature {
  const before = value.slice(0, cursor);
  const active = !before.includes('=') ? 0 : before.includes(':') ? 2 : 1;
  return {
    label: 'name=soft[:hard]',
    documentation: 'A limit for each process in the container.',
    parameters: [
      { label: 'name', documentation: 'Which resource: `nofile` for open files, `nproc` for processes of the user, `core` for core dumps …' },
      { label: 'soft', documentation: 'The limit in force at the start. A whole number without a unit; `-1` for none.' },
      { label: '[:hard]', documentation: 'The most a process may raise it to. Left out: the same as the soft limit.' },
    ],
    active,
  };
}

export const ulimit: ValueGrammar = { kind: 'ulimit', form: '`NAME=SOFT[:HARD]`, whole numbers, `-1` for no limit', example: 'nofile=65536:65536', parse, suggest, signature };
