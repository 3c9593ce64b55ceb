/** Points in time: `--since` and `--until` of logs. */
import { code } from '../../text/markdown.ts';
import { dockerOnly, safeFix, suggestedFix, suggestWords, wholePart, wholeProblem, type Word } from './scan/parsed.ts';
import { describeTimestamp, lacksUnit, parseTimestamp } from './scan/timestamp.ts';
import type { ValueContext, ValueFix, ValueGrammar, ValueProblem } from './value-grammar.ts';

const words: readonly Word[] = [
  { text: '10m', meaning: 'Ten minutes ago.' },
  { text: '1h', meaning: 'An hour ago.' },
  { text: '24h', meaning: 'A day ago; there is no unit for days.' },
  { text: '2026-01-31T13:00:00', snippet: '${1:2026-01-31}T${2:13:00:00}', meaning: 'A moment in the time zone of this machine.' },
  { text: '2026-01-31T13:00:00Z', snippet: '${1:2026-01-31}T${2:13:00:00}Z', meaning: 'A moment in UTC.' },
];

function fixes(value: string): ValueFix[] {
  const days = /^(\d+)\s*d(?:ays?)?$/.exec(value);
  const candidates = [days === null ? value : `${Number(days[1]) * 24}h`, value.trim().replace(/^(\d{4}-\d\d-\d\d)\s+(?=\d)/, '$1T'), value.replace(/\s+/g, '')];
  const found = candidates.find((candidate) => candidate !== value && parseTimestamp(candidate) !== undefined);
  return found === undefined ? [] : [safeFix(found)];
}

function bareNumber(value: string, { flag }: ValueContext): ValueProblem[] {
  if (!lacksUnit(value)) {
    return [];
  }
  const units = Number(value) < 1000 ? ['m', 's'] : ['s'];
  const effect = flag === 'until' ? 'nothing is shown' : 'the whole log is shown';
  const message = `${code(value)} without a unit counts seconds from 1970 on, so ${effect}. Write ${units.map((unit) => code(value + unit)).join(' or ')}.`;
  return [wholeProblem(value, { code: 'time-in-1970', refusedBy: 'nobody', message }, units.map((unit) => suggestedFix(value + unit)))];
}

export const timestamp: ValueGrammar = {
  kind: 'timestamp',
  form: 'time back from now (`10m`, `1h30m`), a date (`2026-01-31`, `2026-01-31T13:00:00`, with `Z` or `+01:00` for a time zone), or Unix seconds',
  example: '10m',
  parse: (value, context) => {
    const read = parseTimestamp(value);
    if (value === '' || read !== undefined) {
      const problems = read?.kind === 'unix' ? bareNumber(value, context) : [];
      return { parts: read === undefined ? [] : wholePart(value, 'point in time', `${describeTimestamp(value, read)}.`), problems };
    }
    const hint = /^\d+\s*d/.test(value) ? ' There is no unit for days: write hours.' : /^\d{4}-\d\d-\d\d\s/.test(value) ? ' Date and time are joined by `T`.' : ' Write `10m`, `2026-01-31T13:00:00` or Unix seconds.';
    const message = `${code(value)} is not a time.${hint}`;
    return { parts: [], problems: dockerOnly(context, [wholeProblem(value, { code: 'invalid-timestamp', refusedBy: 'cli', message }, fixes(value))]) };
  },
  suggest: (value) => suggestWords(words, 0, value.length),
};
