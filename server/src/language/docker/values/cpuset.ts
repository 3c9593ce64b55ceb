/** Lists of processors or memory nodes: `0-3`, `0,2`. */
import { code } from '../../text/markdown.ts';
import { dockerOnly, part, wholeProblem, wordsForWholeValue } from './scan/parsed.ts';
import type { ValueGrammar, ValuePart } from './value-grammar.ts';

interface Range {
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
}

/** The ranges of the list; undefined where the engine cannot read it. */
function rangesOf(value: string): Range[] | undefined {
  const ranges: Range[] = [];
  let start = 0;
  for (const item of value.split(',')) {
    const match = /^([0-9]+)(?:-([0-9]+))?$/.exec(item);
    const low = Number(match?.[1] ?? Number.NaN);
    const high = match?.[2] === undefined ? low : Number(match[2]);
    if (!(high >= low)) {
      return undefined;
    }
    ranges.push({ start, end: start + item.length, low, high });
    start += item.length + 1;
  }
  return ranges;
}

function partOf({ start, end, low, high }: Range): ValuePart {
  return low === high ? part(start, end, 'number', `Number ${low}, counted from 0.`) : part(start, end, 'range', `Numbers ${low} to ${high}: ${high - low + 1} of them, counted from 0.`);
}

export const cpuset: ValueGrammar = {
  kind: 'cpuset',
  form: 'numbers and ranges, counted from 0, with commas: `0-3`, `0,2`',
  example: '0-1',
  parse: (value, context) => {
    const ranges = value === '' ? [] : rangesOf(value);
    if (ranges === undefined) {
      const message = `${code(value)} is no list of numbers and ranges such as \`0-3\` or \`0,2\`, counted from 0.`;
      return { parts: [], problems: dockerOnly(context, [wholeProblem(value, { code: 'invalid-cpu-value', refusedBy: 'engine', message })]) };
    }
    return { parts: ranges.map(partOf), problems: [] };
  },
  suggest: wordsForWholeValue([
    { text: '0', meaning: 'The first one only.' },
    { text: '0-1', meaning: 'The first two.' },
    { text: '0-3', meaning: 'The first four.' },
    { text: '0,2', meaning: 'The first and the third.' },
  ]),
};
