/** Offsets and positions of any text, asked for in any order. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LineIndex } from '../../../server/src/language/text/line-index.ts';

const texts = fc.array(fc.constantFrom('a', 'bc', '\n', '\r\n', '\r', '😀', ''), { maxLength: 40 }).map((parts) => parts.join(''));

test('a position counts the line ends in front of it, and leads back to its offset', () => {
  let asked = 0;
  fc.assert(
    fc.property(texts, fc.array(fc.nat(80), { maxLength: 30 }), (text, offsets) => {
      const lines = new LineIndex(text);
      for (const offset of offsets.map((one) => one % (text.length + 1))) {
        asked++;
        const ends = Array.from(text.matchAll(/\r\n|\r|\n/g), ({ index, 0: end }) => index + end.length).filter((end) => end <= offset);
        assert.deepEqual(lines.positionAt(offset), { line: ends.length, column: offset - (ends.at(-1) ?? 0) });
        assert.equal(lines.offsetAt(lines.positionAt(offset)), offset);
      }
    }),
    { seed: 7, numRuns: 400 },
  );
  assert.ok(asked > 1000);
});
