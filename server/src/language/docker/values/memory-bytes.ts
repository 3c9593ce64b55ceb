/** Amounts of memory: `512m`, `1.5g`. */
import type { ParsedValue, ValueContext, ValueFix, ValueGrammar, ValueProblem } from './value-grammar.ts';
import { code } from '../../text/markdown.ts';
import { folderSizeInBytes } from './scan/bare-bytes.ts';
import { describeBytes, parseByteSize, type ByteSize } from './scan/byte-size.ts';
import { dockerOnly, part, safeFix, suggestWords, suggestedFix, wholeProblem, type Word } from './scan/parsed.ts';

const engineMinimum = 6 * 1024 * 1024;

/** Sizes worth offering, smallest first. */
export const memorySizes: readonly Word[] = [
  { text: '128m', meaning: '128 MiB: a small proxy or sidecar.' },
  { text: '256m', meaning: '256 MiB: a static web server, a Go or Rust service.' },
  { text: '512m', meaning: '512 MiB: a typical Node.js or Python service.' },
  { text: '1g', meaning: '1 GiB: a small database or Java service.' },
  { text: '2g', meaning: '2 GiB: a database with some data, a build.' },
  { text: '4g', meaning: '4 GiB: a large database or a search engine.' },
];

/** Parts of a size inside a longer value, which begins at `at` there. */
export function sizeParts(text: string, size: ByteSize, at = 0, suffix = ''): ParsedValue['parts'] {
  const end = at + text.length;
  const amount = describeBytes(size.bytes);
  if (size.unit === '') {
    const bare = size.bytes === 0 ? 'Zero.' : `${amount}: without a unit the number counts bytes.`;
    return [part(at, end, 'size', bare + suffix)];
  }
  return [part(at, end, 'size', `${amount}; units are multiples of 1,024, in either case.${suffix}`)];
}

/** Ways to write a refused size that leave one reading. */
function sizeFixes(text: string, context: ValueContext): ValueFix[] {
  const trimmed = text.trim();
  const candidates = [trimmed, trimmed.replace(',', '.'), trimmed.replace(/\s+/g, ''), trimmed.replace(/([kmgtp])i$/i, '$1')];
  const fixed = candidates.find((candidate) => candidate !== text && parseByteSize(candidate, context.version) !== undefined);
  return fixed === undefined ? [] : [safeFix(fixed)];
}

/** What is wrong with a size that the CLI refuses. */
export function invalidSize(text: string, context: ValueContext): ValueProblem {
  const message =
    text === ''
      ? 'A size is missing. Write a number with a unit, such as `512m`.'
      : `${code(text)} is not a size. Write a number and one of \`b\`, \`k\`, \`m\`, \`g\`, such as \`512m\`.`;
  return wholeProblem(text, { code: 'invalid-size', refusedBy: 'cli', message }, sizeFixes(text, context));
}

function tooSmall(value: string, size: ByteSize, context: ValueContext): ValueProblem[] {
  const limited = context.flag === 'memory' || context.flag === 'memory-reservation';
  if (!limited || size.bytes === 0 || size.bytes >= engineMinimum) {
    return [];
  }
  const bare = size.unit === '' && /^[0-9]+$/.test(value);
  const message = bare
    ? `${code(value)} means ${describeBytes(size.bytes)}; the engine wants at least 6 MiB. Add a unit, such as \`${value}m\`.`
    : `${describeBytes(size.bytes)} is less than the 6 MiB that the engine wants at least.`;
  const fixes = bare ? [suggestedFix(`${value}m`, `Write \`${value}m\` (mebibytes)`)] : [];
  return [wholeProblem(value, { code: 'memory-too-small', refusedBy: 'engine', message }, fixes)];
}

function withoutLimit(value: string, size: ByteSize, context: ValueContext): ValueProblem[] {
  if (size.bytes !== 0 || context.flag !== 'memory' || context.command === 'update') {
    return [];
  }
  const message = 'Zero sets no limit at all. Leave the flag out, or name a size such as `512m`.';
  return [wholeProblem(value, { code: 'limit-has-no-effect', refusedBy: 'nobody', message })];
}

export const memoryBytes: ValueGrammar = {
  kind: 'memory-bytes',
  form: 'a number with `b`, `k`, `m` or `g` (multiples of 1,024); bytes without a unit',
  example: '512m',
  parse: (value, context) => {
    const size = parseByteSize(value, context.version);
    if (size === undefined) {
      return { parts: [], problems: [invalidSize(value, context)] };
    }
    const problems = [...dockerOnly(context, tooSmall(value, size, context)), ...withoutLimit(value, size, context), ...(context.flag === 'shm-size' ? folderSizeInBytes(value, size, 0) : [])];
    return { parts: sizeParts(value, size), problems };
  },
  suggest: (value) => suggestWords(memorySizes, 0, value.length),
};
