/** Analysis after an edit, with what was known before, equals a fresh analysis. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { analyse, findingsOf, type Snapshot } from '../../../server/src/language/features/snapshot.ts';
import { outline, defaultSettings } from '../../support/commands.ts';
import { largeScript } from '../../../scripts/bench/large-script.ts';

/** Everything a user could see of a snapshot, but not how the text was cut. */
function seen(snapshot: Snapshot): unknown {
  const commands = snapshot.regions.flatMap(({ region, commands: found }) =>
    found.map((command) => `${region.start + command.shell.span.start}–${region.start + command.shell.span.end} ${outline(command)}`),
  );
  return { commands, findings: findingsOf(snapshot).map(({ ruleId, span, message, severity, subject, hasSafeFix, fixes }) => ({ ruleId, span, message, severity, subject, hasSafeFix, fixes })) };
}

const script = largeScript().split('\n').slice(0, 1_200).join('\n') + '\n';
const pieces = ['', ' ', '\n', '\\\n', ' \\\n', '"', "'", '`', '$(', ')', '#', 'fi\n', 'if true; then\n', 'done', '{\n', '}\n', '<<EOF\n', 'EOF\n', '--rm ', '-', '\n-d', 'docker run --memroy 1g x\n', '\r\n', '&&\n', '|', 'f() {', '((', 'é🐳', '# gantry disable-next-line\n', ' # gantry disable-line=unknown-flag', '# gantry disable\n', '# gantry enable\n', '# gantry disable-file=deprecated-stop-time\n'];

void describe('analysis with a previous snapshot', () => {
  void it('equals a fresh one after any edit', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.integer({ min: 0, max: 120 }), text: fc.constantFrom(...pieces) }), { minLength: 1, maxLength: 4 }), (edits) => {
        let text = script;
        let snapshot = analyse(text, 'shell', defaultSettings);
        for (const { at, removed, text: inserted } of edits) {
          const offset = Math.floor(at * text.length);
          text = text.slice(0, offset) + inserted + text.slice(offset + removed);
          snapshot = analyse(text, 'shell', defaultSettings, snapshot);
        }
        assert.deepEqual(seen(snapshot), seen(analyse(text, 'shell', defaultSettings)));
        const starts = findingsOf(snapshot).map(({ span }) => span.start);
        assert.deepEqual(starts, starts.toSorted((one, other) => one - other), 'in the order of the text');
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  void it('equals a fresh one where a line is written that belongs to what stands in front of it', () => {
    const commands = Array.from({ length: 1_000 }, (_, index) => `docker run -d --name web${index} nginx:1.27\n`).join('');
    const before = analyse(commands, 'shell', defaultSettings);
    const { start } = before.regions[3]?.region ?? assert.fail('the script is not cut');
    const text = `${commands.slice(0, start)}--rm\n${commands.slice(start)}`;
    const after = analyse(text, 'shell', defaultSettings, before);
    assert.deepEqual(seen(after), seen(analyse(text, 'shell', defaultSettings)));
    assert.deepEqual(findingsOf(after).filter(({ ruleId }) => ruleId === 'missing-continuation').map(({ span }) => span.end), [start - 1]);
  });

  void it('reads little more than the edited statement again', () => {
    const before = analyse(script, 'shell', defaultSettings);
    const after = analyse(script.replace('svc-40:', 'svc-40x:'), 'shell', defaultSettings, before);
    const kept = new Set(before.regions.map(({ commands }) => commands));
    const fresh = after.regions.filter(({ commands }) => !kept.has(commands));
    assert.ok(fresh.length <= 4 && fresh.length < after.regions.length / 2, `${fresh.length} of ${after.regions.length} regions were read again`);
  });
});
