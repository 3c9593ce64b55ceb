/** What every fix of every rule promises: the finding is gone, the command binds, and nothing outside the edits moves. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { newestCli } from '../../../server/src/language/docker/versions.ts';
import { rules } from '../../../server/src/language/rules/index.ts';
import { hazardousDocument, withCarriageReturns } from '../../support/hazardous-commands.ts';
import { fixedTexts, read, type Document, type Fixed } from '../../support/fixed-texts.ts';
import { marked } from '../../support/markers.ts';

/** Which rule's fixes are about line endings themselves. */
const aboutLineEndings: ReadonlySet<string> = new Set(['crlf-continuation']);

function count<T>(items: readonly T[], item: T): number {
  return items.filter((other) => other === item).length;
}

function lineEndings(text: string): { readonly crlf: number; readonly bare: number } {
  const crlf = text.split('\r\n').length - 1;
  return { crlf, bare: text.split('\n').length - 1 - crlf };
}

/** Comments of a script: what stands behind a `#` at the start of a word, outside quotes. */
function comments(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => /(?:^|\s)(#[^'"]*)$/.exec(line)?.[1] ?? []);
}

function checkFix({ document, finding, fix, edits, text }: Fixed): void {
  const about = `${finding.ruleId}, “${fix.title}”:\n${document.text}\nbecame\n${text}`;
  const before = read(document);
  const after = read({ ...document, text });
  const own = (findings: typeof before.findings) => findings.filter(({ ruleId }) => ruleId === finding.ruleId).length;
  assert.ok(own(after.findings) < own(before.findings), `the finding stays: ${about}`);
  const fresh = after.problems.filter((problem) => count(after.problems, problem) > count(before.problems, problem));
  assert.deepEqual(fresh, [], `the command does not bind: ${about}`);
  assert.ok(edits.every(({ span }) => 0 <= span.start && span.end <= document.text.length), about);
  if (!aboutLineEndings.has(finding.ruleId)) {
    const endings = lineEndings(document.text);
    const fixed = lineEndings(text);
    const isMixed = (endings.crlf === 0 && fixed.crlf > 0) || (endings.crlf > 0 && endings.bare === 0 && fixed.bare > 0);
    assert.ok(!isMixed, `line endings are mixed: ${JSON.stringify(about)}`);
  }
}

/** Words that no edit touches are written as they were, in the same order. */
function checkWords({ document, finding, edits, text }: Fixed): void {
  const touched = (start: number, end: number) => edits.some(({ span }) => span.start < end && start < span.end);
  const { words } = read(document);
  let from = 0;
  for (const { span, source } of finding.subject === undefined ? [] : words.flat()) {
    if (document.kind === 'shell' && !touched(span.start, span.end) && document.text.slice(span.start, span.end) === source) {
      const at = text.indexOf(source, from);
      assert.ok(at >= 0, `${source} is lost by ${finding.ruleId}:\n${document.text}\nbecame\n${text}`);
      from = at;
    }
  }
}

function examples(): Document[] {
  return rules.flatMap((rule) => rule.examples.map(({ bad, surface, version }): Document => ({ text: marked(bad).text, kind: surface === 'markdown' ? 'markdown' : 'shell', version: version ?? newestCli })));
}

void describe('every fix', () => {
  void test('of every example, with line feeds and with carriage returns', () => {
    let fixes = 0;
    for (const document of examples()) {
      for (const variant of [document, withCarriageReturns(document)]) {
        for (const fixed of fixedTexts(variant)) {
          checkFix(fixed);
          fixes++;
        }
      }
    }
    assert.ok(fixes > 200, `only ${fixes} fixes`);
  });

  void test('of commands by chance, in every layout', (context) => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(hazardousDocument, (document) => {
        for (const fixed of fixedTexts(document)) {
          checkFix(fixed);
          checkWords(fixed);
          assert.deepEqual(comments(fixed.text), comments(document.text), `${fixed.finding.ruleId} changes a comment`);
          seen.set(fixed.finding.ruleId, (seen.get(fixed.finding.ruleId) ?? 0) + 1);
        }
      }),
      { seed: 20261, numRuns: 1500 },
    );
    context.diagnostic([...seen].map(([id, number]) => `${id} ${number}`).join(', '));
    assert.ok(seen.size >= 15, `fixes of only ${seen.size} rules: ${[...seen.keys()].join(', ')}`);
  });
});
