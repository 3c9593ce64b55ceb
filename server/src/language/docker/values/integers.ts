/** Kinds of whole numbers without a unit: weights, priorities, counts. */
import { healthSignature } from './health-signature.ts';
import { integerGrammar, noLimit, outOfRange } from './integer-grammar.ts';
import { grouped } from './scan/integer.ts';

/** A number that Gantry knows nothing special about. */
export const int = integerGrammar({
  kind: 'int',
  form: 'a whole number',
  example: '2',
  label: 'number',
  describe: (value) => `The number ${grouped(value)}.`,
});

export const uint = integerGrammar({
  kind: 'uint',
  form: 'a whole number, not negative',
  example: '100',
  label: 'number',
  signed: false,
  describe: (value) => `The number ${grouped(value)}.`,
});

export const swappiness = integerGrammar({
  kind: 'swappiness',
  form: '`0` (swap as late as possible) to `100`; `-1` inherits from the host',
  example: '10',
  label: 'swappiness',
  describe: (value) =>
    value === -1n ? "Inherits the host's setting." : value === 0n ? 'The kernel swaps only to avoid running out of memory.' : `${value} of 100: the higher, the sooner idle memory is swapped out.`,
  judge: (value, text) => (value < -1n || value > 100n ? [outOfRange(text, 'cli', 'Swappiness goes from 0 to 100; `-1` inherits from the host.')] : []),
  words: [
    { text: '0', meaning: 'Swap only to avoid running out of memory: for databases and anything that must answer fast.' },
    { text: '10', meaning: 'Swap late.' },
    { text: '60', meaning: 'What most Linux hosts use.' },
  ],
});

export const cpuShares = integerGrammar({
  kind: 'cpu-shares',
  form: 'a weight, `1024` being the usual one; `0` leaves the default',
  example: '512',
  label: 'weight',
  describe: (value) =>
    value === 0n ? 'The default weight, 1,024.' : `${Number(((Number(value) / 1024) * 100).toFixed(1))} % of the usual weight of 1,024. It counts only while containers compete for the processor.`,
  judge: (value, text) => (value < 0n ? [outOfRange(text, 'engine', 'A weight cannot be negative; the engine takes 2 to 262144.')] : []),
  words: [
    { text: '512', meaning: 'Half the usual share when the host is busy.' },
    { text: '1024', meaning: 'The usual share.' },
    { text: '2048', meaning: 'Twice the usual share when the host is busy.' },
  ],
});

function microseconds(value: bigint): string {
  return `${grouped(value)} µs (${Number((Number(value) / 1000).toFixed(3))} ms)`;
}

export const cpuPeriodUs = integerGrammar({
  kind: 'cpu-period-us',
  form: 'microseconds, `1000` to `1000000`',
  example: '100000',
  label: 'period',
  describe: (value) => (value === 0n ? 'The default of 100,000 µs.' : `${microseconds(value)}: how often the processor quota is renewed.`),
  judge: (value, text) =>
    value !== 0n && (value < 1000n || value > 1_000_000n) ? [outOfRange(text, 'engine', 'The period is counted in microseconds and goes from 1000 to 1000000.', 'invalid-cpu-value')] : [],
  words: [{ text: '100000', meaning: '100 ms, the default.' }],
});

export const cpuQuotaUs = integerGrammar({
  kind: 'cpu-quota-us',
  form: 'microseconds of processor time per period, at least `1000`; `-1` for no quota',
  example: '50000',
  label: 'quota',
  describe: (value) =>
    value <= 0n ? 'No quota.' : `${microseconds(value)} of processor time per period; with the default period that is ${Number((Number(value) / 100_000).toFixed(3))} processors.`,
  judge: (value, text) =>
    value > 0n && value < 1000n ? [outOfRange(text, 'engine', 'The quota is counted in microseconds and must be at least 1000.', 'invalid-cpu-value')] : [],
  words: [
    { text: '50000', meaning: 'Half a processor, with the default period.' },
    { text: '100000', meaning: 'One processor, with the default period.' },
  ],
});

export const cpuRtUs = integerGrammar({
  kind: 'cpu-rt-us',
  form: 'microseconds',
  example: '950000',
  label: 'real-time budget',
  describe: (value) => `${microseconds(value)}. Needs a kernel with real-time group scheduling, which most hosts lack.`,
});

export const blkioWeight = integerGrammar({
  kind: 'blkio-weight',
  form: '`10` to `1000`; `0` leaves the default',
  example: '500',
  label: 'weight',
  bits: 16,
  signed: false,
  describe: (value) => (value === 0n ? 'The default weight.' : `Weight ${value} of 10 to 1,000: a larger share of disk time when containers compete.`),
  judge: (value, text) => (value !== 0n && (value < 10n || value > 1000n) ? [outOfRange(text, 'engine', 'The weight goes from 10 to 1000.')] : []),
  words: [
    { text: '100', meaning: 'Yields to others: backups, batch jobs.' },
    { text: '500', meaning: 'The middle.' },
    { text: '1000', meaning: 'Comes first.' },
  ],
});

export const oomScoreAdj = integerGrammar({
  kind: 'oom-score-adj',
  form: '`-1000` (never the victim) to `1000` (the first victim)',
  example: '500',
  label: 'adjustment',
  describe: (value) =>
    value === 0n
      ? 'No preference when the host runs out of memory.'
      : value > 0n
        ? 'When the host runs out of memory this container is killed sooner than others.'
        : value === -1000n
          ? 'The kernel never picks this container when the host runs out of memory; something else dies instead.'
          : 'When the host runs out of memory this container is killed later than others.',
  judge: (value, text) => (value < -1000n || value > 1000n ? [outOfRange(text, 'engine', 'The adjustment goes from -1000 to 1000.')] : []),
  words: [
    { text: '500', meaning: 'Killed sooner than others: batch jobs.' },
    { text: '-500', meaning: 'Killed later than others: what must stay up.' },
  ],
});

export const pidsLimit = integerGrammar({
  kind: 'pids-limit',
  form: 'a number of processes and threads; `-1` for no limit',
  example: '200',
  label: 'limit',
  describe: (value) => (value <= 0n ? 'No limit.' : `At most ${grouped(value)} processes and threads together; the next fork fails with "Resource temporarily unavailable".`),
  judge: (value, text, context) => (value <= 0n ? noLimit(text, context, 'This sets no limit: a fork bomb can exhaust the host. Name a number such as `200`.') : []),
  words: [
    { text: '100', meaning: 'Plenty for a single process with a few threads.' },
    { text: '200', meaning: 'Room for a web server with workers.' },
    { text: '1000', meaning: 'Room for a Java application server.' },
    { text: '-1', meaning: 'No limit.' },
  ],
});

export const healthRetries = integerGrammar({
  kind: 'health-retries',
  form: 'a number of failures in a row, not negative',
  example: '3',
  label: 'retries',
  describe: (value) => (value === 0n ? "The image's own number, else 3." : `After ${value} failed ${value === 1n ? 'check' : 'checks in a row'} the container counts as unhealthy.`),
  judge: (value, text) => (value < 0n ? [outOfRange(text, 'cli', 'The number of retries cannot be negative.')] : []),
  words: [
    { text: '3', meaning: 'The default.' },
    { text: '5', meaning: 'More patience with a slow service.' },
  ],
  signature: healthSignature,
});
