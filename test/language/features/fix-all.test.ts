/** All safe fixes at once: which of them are made together. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { fixAll, fixAllEdits, hasSafeEdits, safeFixes } from '../../../server/src/language/features/fix-all.ts';
import { composeEdits } from '../../../server/src/language/text/compose-edits.ts';
import { withFixes } from '../../../server/src/language/rules/finding.ts';
import type { Finding } from '../../../server/src/language/rules/rule.ts';
import { newestCli } from '../../../server/src/language/docker/versions.ts';
import { analyse, type AnalysisSettings } from '../../../server/src/language/features/snapshot.ts';
import { applyEdits, editsOverlap, type TextEdit } from '../../../server/src/language/text/edit.ts';

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
        const edits = safeFixes(findings).flatMap((fix) => fix.edits);
        assert.deepEqual(edits, chosenOneByOne(findings));
        assert.equal(hasSafeEdits(findings), edits.length > 0);
      }),
      { numRuns: 2000 },
    );
  });

  const written = fc.array(fc.tuple(fc.nat(30), fc.nat(6), fc.string({ maxLength: 4 })), { maxLength: 6 });
  /** Those of the edits that fit the text and do not overlap. */
  const fitting = (text: string, raw: readonly (readonly [number, number, string])[]): TextEdit[] =>
    raw.reduce<TextEdit[]>((chosen, [from, length, newText]) => {
      const start = Math.min(from, text.length);
      const joined = [...chosen, { span: { start, end: Math.min(start + length, text.length) }, newText }];
      return editsOverlap(joined) ? chosen : joined;
    }, []);

  test('two sets of edits that follow each other become one', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), written, written, (text, first, second) => {
        const before = fitting(text, first);
        const between = applyEdits(text, before);
        const after = fitting(between, second);
        assert.equal(applyEdits(text, composeEdits(text, before, after)), applyEdits(between, after));
      }),
      { numRuns: 3000 },
    );
  });

  test('makes the fixes too that others uncover, and leaves what stands between them', () => {
    const settings: AnalysisSettings = { version: newestCli, rules: {}, files: { kindOf: () => 'unknown' } };
    const text = '#!/bin/sh\ndocker run -d \\ \n  --memroy 1g \\\n  --rm=yes nginx:1.27\n\necho between\n\ndocker stop --time 3 web\n';
    const edits = fixAllEdits(analyse(text, 'shell', settings));
    const fixed = '#!/bin/sh\ndocker run -d \\\n  --memory 1g \\\n  --rm=true nginx:1.27\n\necho between\n\ndocker stop -t 3 web\n';
    assert.equal(applyEdits(text, edits), fixed);
    assert.equal(fixAll(text, 'shell', settings).text, fixed);
    assert.ok(edits.length >= 4 && edits.every(({ newText }) => !newText.includes('\n')));
  });
});
