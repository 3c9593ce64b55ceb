/** The built language server in a real Vim with ALE, set up as docs/editors.md says: a client that names one folder, takes no snippets and resolves nothing. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { documented, seenIn } from './other-editor.ts';

/** What the user has seen, as vim.vim notes it. */
interface Seen {
  readonly problem?: string;
  /** Line and columns, counted from one. */
  readonly findings?: readonly (readonly [line: number, from: number, to: number, type: string])[];
  readonly hover?: string;
  readonly completed?: string;
  readonly actions?: readonly string[];
  /** Of the file after it was saved. */
  readonly saved?: readonly string[];
}

const script = fileURLToPath(new URL('vim.vim', import.meta.url));

function reasonToSkip(): string | false {
  const able = "has('job') && has('timers') && has('lambda')";
  const vim = (condition: string) => spawnSync('vim', ['-u', 'NONE', '-N', '-es', '-c', `execute ${condition} ? 'quit!' : 'cquit!'`], { stdio: 'ignore' });
  const asked = vim(able);
  if (asked.error !== undefined || asked.status !== 0) {
    return 'no vim with jobs is installed';
  }
  return vim("globpath(&packpath, 'pack/*/*/ale') !=# ''").status === 0 ? false : 'vim has no ALE';
}

const skip = reasonToSkip();
if (skip !== false) {
  console.log(`skipped: Vim: ${skip}`);
}

void test('Vim shows findings and hover, completes, and applies a quick fix and all fixes', { skip }, async (t) => {
  const files = { 'init.vim': `filetype on\nsilent! packadd! ale\nlet g:ale_linters = {'sh': ['gantry']}\n${documented('## Vim', 'vim')}`, '.gantry.json': JSON.stringify({ rules: { 'unknown-flag': 'warning' } }) };
  const seen = (await seenIn(t, 'vim', ['--not-a-term', '-T', 'dumb', '-N', '-n', '-i', 'NONE', '-u', 'init.vim', '-S', script, 'deploy.sh'], files)) as Seen;

  assert.equal(seen.problem, undefined);
  assert.deepEqual(seen.findings, [[2, 15, 22, 'W']]);
  assert.match(seen.hover ?? '', /^--name · [\s\S]*already in use/);
  assert.equal(seen.completed, 'docker run --restart on-failure');
  assert.ok(seen.actions?.[0]?.includes('--memory'), String(seen.actions));
  assert.deepEqual(seen.saved, ['#!/bin/sh', 'docker run -d --memory 512m --name web nginx:1.27', 'docker stop -t 5 web', 'docker stop -t 7 web']);
});
