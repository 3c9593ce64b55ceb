/** Other things than containers that docker prunes: it asks the same question. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsOfRule } from '../../support/lint.ts';

for (const what of ['builder', 'image', 'network', 'system', 'volume']) {
  test(`docker ${what} prune asks without -f only`, () => {
    const text = `docker ${what} prune\n`;
    assert.deepEqual(findingsOfRule('prune-without-force', text).map(({ span }) => text.slice(span.start, span.end)), ['prune']);
    assert.deepEqual(findingsOfRule('prune-without-force', `docker ${what} prune -f\n`), []);
  });
}
