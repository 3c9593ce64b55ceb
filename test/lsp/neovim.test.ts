/** The built language server in a real Neovim, set up as docs/editors.md says and used by its keys. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { documented, seenIn } from './other-editor.ts';

/** What the user has seen, as neovim.lua notes it. */
interface Seen {
  readonly problem?: string;
  /** Line and columns, counted from zero. */
  readonly findings?: readonly (readonly [line: number, from: number, to: number, source: string, code: string])[];
  readonly hover?: string;
  readonly completions?: readonly string[];
  readonly completed?: string;
  readonly actions?: readonly string[];
  readonly lines?: readonly string[];
  /** Of the file after it was saved. */
  readonly saved?: readonly string[];
}

const script = fileURLToPath(new URL('neovim.lua', import.meta.url));

/** The set-up for the Neovim of this machine, from the documentation. */
function setUp(version: string): string {
  const [older, newer] = ['Neovim 0.7 to 0.10:', '## Neovim 0.11 and later'];
  return documented(/v0\.(?:[789]|10)\./.test(version) ? older : newer, 'lua') + documented('To fix on saving:', 'lua');
}

const asked = spawnSync('nvim', ['--version'], { encoding: 'utf8' });
const version = asked.error === undefined ? asked.stdout : '';
const skip = version === '' ? 'nvim is not installed' : /v0\.[0-6]\./.test(version) ? 'nvim is older than 0.7' : false;
if (skip !== false) {
  console.log(`skipped: Neovim: ${skip}`);
}

void test('Neovim shows findings, hover and completion, applies a quick fix, and fixes all when asked and on saving', { skip }, async (t) => {
  const seen = (await seenIn(t, 'nvim', ['--headless', '--clean', '-n', '-u', 'init.lua', '-c', `luafile ${script}`, 'deploy.sh'], { 'init.lua': setUp(version) })) as Seen;

  assert.equal(seen.problem, undefined);
  assert.deepEqual(seen.findings, [[1, 14, 22, 'gantry', 'unknown-flag']]);
  assert.match(seen.hover ?? '', /`--name`.*\n[\s\S]*already in use/);
  assert.deepEqual(seen.completions?.slice(0, 1), ['--memory ']);
  assert.equal(seen.completed, 'docker run --memory ');
  assert.ok(seen.actions?.[0]?.includes('--memory'), String(seen.actions));
  assert.deepEqual(seen.lines, ['#!/bin/sh', 'docker run -d --memory 512m --name web nginx:1.27']);
  assert.deepEqual(seen.saved, [...seen.lines, 'docker stop -t 5 web', 'docker stop -t 7 web']);
});
