/** Seconds between the stop signal and the kill: a bare number, unlike every other time span of the CLI. */
import { code } from '../../text/markdown.ts';
import { integerGrammar } from './integer-grammar.ts';
import { describeDuration, parseDuration } from './scan/duration.ts';
import { safeFix, wholeProblem } from './scan/parsed.ts';
import type { ValueProblem } from './value-grammar.ts';

/** `10s` written where `10` belongs. */
function withUnit(text: string): ValueProblem | undefined {
  const duration = parseDuration(text.replace(/^([0-9]+)\s*(?:sec|secs|second|seconds)$/i, '$1s'));
  if (!duration.ok || duration.terms.length === 0) {
    return undefined;
  }
  const whole = duration.nanoseconds % 1_000_000_000n === 0n;
  const seconds = String(duration.nanoseconds / 1_000_000_000n);
  const message = `${code(text)} has a unit, but this time is a bare number of seconds${whole ? `: \`${seconds}\`` : ''}.`;
  return wholeProblem(text, { code: 'duration-unit', refusedBy: 'cli', message }, whole ? [safeFix(seconds)] : []);
}

export const stopTimeoutSeconds = integerGrammar({
  kind: 'stop-timeout-seconds',
  form: 'whole seconds without a unit; `0` kills at once, `-1` waits for ever',
  example: '30',
  label: 'grace period',
  describe: (value) =>
    value < 0n
      ? 'Waits for ever for the process to end by itself.'
      : value === 0n
        ? 'No grace period: the kill follows the stop signal at once.'
        : `${describeDuration(value * 1_000_000_000n)} to end after the stop signal; then it is killed, exit code 137.`,
  explain: withUnit,
  words: [
    { text: '10', meaning: 'The default.' },
    { text: '30', meaning: 'Time to finish open requests.' },
    { text: '60', meaning: 'Time for a database to write its data.' },
    { text: '-1', meaning: 'Wait for ever.' },
  ],
});
