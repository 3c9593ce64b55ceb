/** The built language server in a real Emacs with Eglot, set up as docs/editors.md says. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { documented, seenIn } from './other-editor.ts';

/** What the user has seen, as emacs.el notes it. */
interface Seen {
  readonly problem?: string;
  /** Lines and columns, counted from zero. */
  readonly findings?: readonly (readonly [line: number, from: number, endLine: number, to: number, text: string])[];
  readonly hover?: string;
  readonly actions?: readonly string[];
  readonly lines?: readonly string[];
}

const script = fileURLToPath(new URL('emacs.el', import.meta.url));

/** Where Debian keeps Eglot and what it needs; Emacs 29 and later bring it along. */
const packages = '/usr/share/emacs/site-lisp/elpa-src';
const loadPath = existsSync(packages) ? readdirSync(packages).flatMap((name) => ['-L', path.join(packages, name)]) : [];

function reasonToSkip(): string | false {
  const asked = spawnSync('emacs', ['--batch', '-Q', ...loadPath, '--eval', "(require 'eglot)"], { encoding: 'utf8' });
  return asked.error !== undefined ? 'emacs is not installed' : asked.status !== 0 ? 'emacs has no eglot' : false;
}

const skip = reasonToSkip();
if (skip !== false) {
  console.log(`skipped: Emacs: ${skip}`);
}

void test('Emacs shows findings and hover, completes, and applies a quick fix', { skip }, async (t) => {
  const seen = (await seenIn(t, 'emacs', ['--batch', '-Q', ...loadPath, '-l', script], { 'set-up.el': documented('## Emacs', 'elisp') })) as Seen;

  assert.equal(seen.problem, undefined);
  const findings = seen.findings ?? [];
  assert.deepEqual(findings.map((finding) => finding.slice(0, 4)), [[1, 14, 1, 22]]);
  assert.match(String(findings[0]?.[4]), /gantry.*unknown-flag.*--memroy/);
  assert.match(seen.hover ?? '', /^--name · [\s\S]*already in use/);
  assert.ok(seen.actions?.[0]?.includes('--memory'), String(seen.actions));
  assert.deepEqual(seen.lines, ['#!/bin/sh', 'docker run -d --memory 512m --name web nginx:1.27', 'docker run --memory ']);
});
