/** Configuration files as a hostile workspace may have them. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, suite, test } from 'node:test';
import { readText } from '../../server/src/files/read-text.ts';

/** Larger than it says: its size is 0. */
const understated = '/proc/kallsyms';

void suite('reading a configuration file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-read-text-'));
  after(() => rmSync(folder, { recursive: true }));
  const at = (name: string): string => path.join(folder, name);

  void test('reads text, without its byte order mark', () => {
    writeFileSync(at('a.json'), '\ufeff{"é": 1}');
    assert.deepEqual(readText(at('a.json'), folder), { text: '{"é": 1}' });
  });

  void test('reads up to 1 MB and no more', () => {
    writeFileSync(at('large.json'), 'x'.repeat(1_000_000));
    assert.deepEqual(readText(at('large.json'), folder), { text: 'x'.repeat(1_000_000) });
    writeFileSync(at('large.json'), 'x'.repeat(1_000_001));
    assert.deepEqual(readText(at('large.json'), folder), { problem: 'is larger than 1 MB' });
  });

  void test('counts the bytes itself', { skip: existsSync(understated) && statSync(understated).size === 0 ? false : 'no file here understates its size' }, () => {
    assert.deepEqual(readText(understated, '/proc'), { problem: 'is larger than 1 MB' });
  });

  void test('follows no link out of the folder, and takes nothing but files', { skip: process.platform === 'win32' ? 'no pipes in folders' : false }, () => {
    symlinkSync('/etc/hostname', at('out.json'));
    execFileSync('mkfifo', [at('pipe.json')]);
    assert.deepEqual(readText(at('out.json'), folder), { problem: 'leads out of the workspace' });
    assert.deepEqual(readText(at('pipe.json'), folder), { problem: 'is no file' });
    assert.deepEqual(readText(folder, folder), { problem: 'is no file' });
    assert.deepEqual(readText(at('gone.json'), folder), { problem: 'does not exist' });
  });
});
