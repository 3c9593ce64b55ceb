/** All safe fixes at once: which of them are made together. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { hasSafeEdits, safeEdits } from '../../../server/src/language/features/fix-all.ts';
import { withFixes } from '../../../server/src/language/rules/finding.ts';
import type { Finding } from '../../../server/src/language/rules/rule.ts';
import { editsOverlap, type TextEdit } from '../../../server/src/language/text/edit.ts';

const edit = fc.tuple(fc.nat(60), fc.nat(8)).map(([start, length]): TextEdit => ({ span: { start, end: start + length }, newText: 'x' }));
const finding = fc
  .record({ start: fc.nat(60), edits: fc.array(edit, { maxLength: 3 }), safe: fc.boolean() })
  .map(({ start, edits, safe }): Finding => withFixes({ ruleId: 'x', span: { start, end: start + 1 }, message: 'x', severity: 'warning' }, [{ title: 'x', edits, safe }]));

/** Compares each fix with all that were chosen before it. */
function chosenOneByOne(findings: readonly Finding[]): TextEdit[] {
  let chosen: TextEdit[] = [];
  for (const { fixes } of findings) {
    const [fix] = fixes;
    const joined = [...chosen, ...(fix?.edits ?? [])];
    chosen = fix?.safe === true && !editsOverlap(joined) ? joined : chosen;
  }
  return chosen;
}

suite('fix-all', () => {
  test('takes the first of the fixes that overlap, wherever they stand', () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 12 }), (findings) => {
        const edits = safeEdits(findings);
        assert.deepEqual(edits, chosenOneByOne(findings));
        assert.equal(hasSafeEdits(findings), edits.length > 0);
      }),
      { numRuns: 2000 },
    );
  });
});
