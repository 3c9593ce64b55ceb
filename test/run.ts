/**
 * `npm run test:unit [-- part-of-a-path …]`: runs the test files, all or those whose path holds one of the words. Node 20
 * takes no patterns, so the files are listed here.
 */
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { run } from 'node:test';
import { fileURLToPath } from 'node:url';
import conciseReporter from './support/concise-reporter.ts';
import { withinTime } from './support/time-limit.ts';

/** Longer than the slowest file takes on a loaded machine, in milliseconds: a file that hangs is then a failure with a name. */
const fileTimeout = 15 * 60_000;

const folder = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && (wanted.length === 0 || wanted.some((word) => file.includes(word))))
  .map((file) => path.join(folder, file))
  .sort();
if (files.length === 0) {
  throw new Error(`No test file matches ${wanted.join(' ')}.`);
}
// Tests on engines wait more than they compute.
const tests = run({ files, concurrency: Math.min(4, availableParallelism() + 1), timeout: Number(process.env['GANTRY_TEST_TIMEOUT'] ?? fileTimeout) });
tests.on('test:fail', () => {
  process.exitCode = 1;
});
for await (const text of conciseReporter(withinTime(tests, { grace: 60_000, say: (line) => console.error(line) }))) {
  process.stdout.write(text);
}
process.exit();
