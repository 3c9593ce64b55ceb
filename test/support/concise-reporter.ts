/** Reports a run of node:test in few lines: failures and skips with their reasons, what tests say, and one line of totals. */
import type { TestEvent } from 'node:test/reporters';

interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

function failureText(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

/** A parent fails with its children; only the innermost failure says something. */
function failedThroughChildren(error: Error): boolean {
  return 'failureType' in error && error.failureType === 'subtestsFailed';
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}

export default async function* conciseReporter(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const totals: Totals = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    switch (type) {
      case 'test:pass':
        if (data.skip !== undefined && data.skip !== false) {
          totals.skipped++;
          yield `skipped: ${data.name}${typeof data.skip === 'string' ? ` (${data.skip})` : ''}\n`;
        } else if (data.details.type !== 'suite') {
          totals.passed++;
        }
        break;
      case 'test:fail':
        if (!failedThroughChildren(data.details.error)) {
          totals.failed++;
          const where = data.file === undefined ? '' : ` (${data.file}:${data.line ?? 1})`;
          yield `FAILED: ${data.name}${where}\n${indent(failureText(data.details.error))}\n`;
        }
        break;
      case 'test:diagnostic':
        // At the top level these are Node's own totals.
        if (data.nesting > 0 || data.file !== undefined) {
          yield `${data.message}\n`;
        }
        break;
      case 'test:stdout':
      case 'test:stderr':
        yield data.message;
        break;
      default:
        break;
    }
  }
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
  yield `${totals.passed} passed, ${totals.failed} failed${skipped}\n`;
}
