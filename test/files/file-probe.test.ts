import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { fileProbe } from '../../server/src/files/file-probe.ts';

function workspace(context: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-probe-'));
  context.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(path.join(folder, 'scripts', 'data'), { recursive: true });
  writeFileSync(path.join(folder, '.env'), '');
  return folder;
}

suite('file probe', () => {
  test('looks beside the document and at the top of the workspace', (context) => {
    const folder = workspace(context);
    const probe = fileProbe(path.join(folder, 'scripts', 'run.sh'), [folder]);
    assert.equal(probe.kindOf('data'), 'directory');
    assert.equal(probe.kindOf('./data'), 'directory');
    assert.equal(probe.kindOf('.env'), 'file');
    assert.equal(probe.kindOf('../.env'), 'file');
    assert.equal(probe.kindOf('nothing.env'), 'missing');
    assert.equal(probe.kindOf('../nothing.env'), 'unknown');
  });

  test('says nothing about paths outside the workspace', (context) => {
    const folder = workspace(context);
    const probe = fileProbe(path.join(folder, 'run.sh'), [folder]);
    for (const outside of ['/etc/passwd', '../x', '~/x', 'C:\\x', 'a\0b']) {
      assert.equal(probe.kindOf(outside), 'unknown', outside);
    }
  });

  test('says nothing about what a link leads to outside the workspace, be it there or not', (context) => {
    const [folder, outside] = [workspace(context), workspace(context)];
    symlinkSync(outside, path.join(folder, 'out'));
    symlinkSync(path.join(outside, '.env'), path.join(folder, 'out.env'));
    symlinkSync(path.join(outside, 'nothing.env'), path.join(folder, 'dangling.env'));
    symlinkSync('scripts', path.join(folder, 'in'));
    const probe = fileProbe(path.join(folder, 'run.sh'), [folder]);
    for (const leadsOut of ['out', 'out/.env', 'out/nothing.env', 'out/nothing/more.env', 'out.env', 'dangling.env']) {
      assert.equal(probe.kindOf(leadsOut), 'unknown', leadsOut);
    }
    assert.equal(probe.kindOf('in/data'), 'directory');
    assert.equal(probe.kindOf('in/nothing'), 'missing');
    assert.equal(probe.kindOf('.env/nothing'), 'missing');
  });

  test('knows nothing without a workspace, or for a document of none', (context) => {
    const folder = workspace(context);
    assert.equal(fileProbe(path.join(folder, 'run.sh'), []).kindOf('.env'), 'unknown');
    assert.equal(fileProbe(undefined, [folder]).kindOf('.env'), 'unknown');
    assert.equal(fileProbe('/elsewhere/run.sh', [folder]).kindOf('.env'), 'unknown');
  });

  test('asks the disk again after a while, and for a bounded number of paths', (context) => {
    const folder = workspace(context);
    let time = 0;
    const probe = fileProbe(path.join(folder, 'run.sh'), [folder], () => time);
    assert.equal(probe.kindOf('late'), 'missing');
    writeFileSync(path.join(folder, 'late'), '');
    assert.equal(probe.kindOf('late'), 'missing');
    time = 5_000;
    assert.equal(probe.kindOf('late'), 'file');
    const kinds = Array.from({ length: 1_000 }, (_, index) => probe.kindOf(`f${index}`));
    assert.equal(kinds[0], 'missing');
    assert.equal(kinds.at(-1), 'unknown');
  });
});
