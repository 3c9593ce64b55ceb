/** The built language server in a real Emacs with Eglot, set up as docs/editors.md says. */
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { projectRoot } from '../../scripts/build.ts';

/** What the user has seen, as emacs.el notes it. */
interface Seen {
  readonly problem?: string;
  /** Lines and columns, counted from zero. */
  readonly findings?: readonly (readonly [line: number, from: number, endLine: number, to: number, text: string])[];
  readonly hover?: string;
  readonly actions?: readonly string[];
  readonly lines?: readonly string[];
}

const server = path.join(projectRoot, 'dist/server.cjs');
const script = fileURLToPath(new URL('emacs.el', import.meta.url));

/** Where Debian keeps Eglot and what it needs; Emacs 29 and later bring it along. */
const packages = '/usr/share/emacs/site-lisp/elpa-src';
const loadPath = existsSync(packages) ? readdirSync(packages).flatMap((name) => ['-L', path.join(packages, name)]) : [];

function setUp(): string {
  const text = readFileSync(path.join(projectRoot, 'docs/editors.md'), 'utf8');
  const block = /```elisp\n([\s\S]*?)```/.exec(text.slice(text.indexOf('## Emacs')))?.[1];
  assert.ok(block !== undefined);
  return block;
}

function reasonToSkip(): string | false {
  const asked = spawnSync('emacs', ['--batch', '-Q', ...loadPath, '--eval', "(require 'eglot)"], { encoding: 'utf8' });
  return asked.error !== undefined ? 'emacs is not installed' : asked.status !== 0 ? 'emacs has no eglot' : false;
}

const skip = reasonToSkip();
if (skip !== false) {
  console.log(`skipped: Emacs: ${skip}`);
}

void test('Emacs shows findings and hover, completes, and applies a quick fix', { skip }, async (t) => {
  assert.ok(existsSync(server), 'dist/ is not built: run `npm run build` first');
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-emacs-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const at = (name: string) => path.join(folder, name);
  writeFileSync(at('gantry-language-server'), `#!/bin/sh\nexec '${process.execPath}' '${server}' "$@"\n`);
  chmodSync(at('gantry-language-server'), 0o755);
  writeFileSync(at('set-up.el'), setUp());
  writeFileSync(at('deploy.sh'), '#!/bin/sh\ndocker run -d --memroy 512m --name web nginx:1.27\n');

  const env = { ...process.env, HOME: folder, PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`, GANTRY_SET_UP: at('set-up.el'), GANTRY_SEEN: at('seen.json') };
  const { stdout, stderr } = await promisify(execFile)('emacs', ['--batch', '-Q', ...loadPath, '-l', script], { cwd: folder, env, timeout: 120_000 });
  assert.ok(existsSync(at('seen.json')), stdout + stderr);
  const seen = JSON.parse(readFileSync(at('seen.json'), 'utf8')) as Seen;

  assert.equal(seen.problem, undefined);
  const findings = seen.findings ?? [];
  assert.deepEqual(findings.map((finding) => finding.slice(0, 4)), [[1, 14, 1, 22]]);
  assert.match(String(findings[0]?.[4]), /gantry.*unknown-flag.*--memroy/);
  assert.match(seen.hover ?? '', /`--name`[\s\S]*already in use/);
  assert.ok(seen.actions?.[0]?.includes('--memory'), String(seen.actions));
  assert.deepEqual(seen.lines, ['#!/bin/sh', 'docker run -d --memory 512m --name web nginx:1.27', 'docker run --memory ']);
});
