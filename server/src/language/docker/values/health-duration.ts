/** Time spans of health checks: `30s`, `1m30s`. */
import { code } from '../../text/markdown.ts';
import { healthSignature } from './health-signature.ts';
import { describeDuration, parseDuration, type Duration } from './scan/duration.ts';
import { dockerOnly, part, safeFix, wholePart, wholeProblem, wordsForWholeValue } from './scan/parsed.ts';
import type { ParsedValue, ValueContext, ValueFix, ValueGrammar } from './value-grammar.ts';

const spelledUnits: ReadonlyMap<string, string> = new Map(
  ([['s', 's sec secs second seconds'], ['m', 'm min mins minute minutes'], ['h', 'h hr hrs hour hours'], ['ms', 'ms msec millisecond milliseconds']] as const).flatMap(([unit, words]) =>
    words.split(' ').map((word) => [word, unit] as const),
  ),
);

/** The value with blanks removed and units as Go spells them; days become hours. */
function respelled(value: string): string {
  return value
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/([0-9]+)(d|days?)/g, (_all, days: string) => `${Number(days) * 24}h`)
    .replace(/[a-z]+/g, (unit) => spelledUnits.get(unit) ?? unit);
}

function fixesOf(value: string): ValueFix[] {
  const candidates = [`${value.trim()}s`, respelled(value)];
  const fixed = candidates.find((candidate) => candidate !== value && parseDuration(candidate).ok);
  return fixed === undefined ? [] : [safeFix(fixed)];
}

function complaint(value: string, { reason, unit }: Extract<Duration, { ok: false }>): string {
  if (value === '') {
    return 'A time span is missing, such as `30s`.';
  }
  switch (reason) {
    case 'missing-unit':
      return `${code(value)} has no unit at its end. Write for instance ${code(parseDuration(`${value}s`).ok ? `${value}s` : '30s')}.`;
    case 'unknown-unit':
      return `${code(unit ?? '')} is not a unit. Write \`ms\`, \`s\`, \`m\` or \`h\`, without blanks: \`1m30s\`.`;
    case 'range':
      return `${code(value)} is longer than the CLI can count.`;
    case 'syntax':
      return `${code(value)} is not a time span. Write a number and a unit, such as \`30s\` or \`1m30s\`.`;
  }
}

const unitNames: Readonly<Record<string, string>> = { h: 'hours', m: 'minutes', s: 'seconds', ms: 'milliseconds' };

function inWords(term: string): string {
  const duration = parseDuration(term);
  return duration.ok ? describeDuration(duration.nanoseconds) : term;
}

function parse(value: string, context: ValueContext): ParsedValue {
  if (context.podman === true && context.flag === 'health-interval' && value === 'disable') {
    return { parts: wholePart(value, 'time', 'No timer: the check runs only when `podman healthcheck run` asks for it.'), problems: [] };
  }
  const duration = parseDuration(value);
  if (!duration.ok) {
    return { parts: [], problems: [wholeProblem(value, { code: 'duration-unit', refusedBy: 'cli', message: complaint(value, duration) }, fixesOf(value))] };
  }
  const { nanoseconds, terms } = duration;
  const parts =
    terms.length < 2
      ? wholePart(value, 'time', nanoseconds === 0n ? 'Zero: the image decides, else the default.' : `${describeDuration(nanoseconds)}.`)
      : terms.map(({ start, end, unit }) => part(start, end, unitNames[unit] ?? unit, `${inWords(value.slice(start, end))} of ${describeDuration(nanoseconds)} in all.`));
  if (nanoseconds < 0n) {
    return { parts, problems: [wholeProblem(value, { code: 'value-out-of-range', refusedBy: 'cli', message: 'The time cannot be negative.' }, [{ ...safeFix(value.slice(1)), safe: false }])] };
  }
  const tooShort = nanoseconds > 0n && nanoseconds < 1_000_000n;
  const message = 'The engine wants at least one millisecond, `1ms`.';
  return { parts, problems: tooShort ? dockerOnly(context, [wholeProblem(value, { code: 'value-out-of-range', refusedBy: 'engine', message })]) : [] };
}

export const healthDuration: ValueGrammar = {
  kind: 'health-duration',
  form: 'a time span with units `ms`, `s`, `m`, `h`, without blanks: `1m30s`',
  example: '30s',
  parse,
  suggest: wordsForWholeValue([
    { text: '5s', meaning: 'Five seconds.' },
    { text: '10s', meaning: 'Ten seconds.' },
    { text: '30s', meaning: 'Half a minute: the default interval and timeout.' },
    { text: '1m', meaning: 'One minute.' },
    { text: '1m30s', meaning: 'A minute and a half.' },
  ]),
  signature: healthSignature,
};
