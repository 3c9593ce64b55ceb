/** .pre-commit-hooks.yaml: installed as pre-commit installs hooks of language `node`, and run on files. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { parse } from 'yaml';
import { projectRoot } from '../../scripts/build.ts';
import { checkout, userRepository } from './checkout.ts';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly types_or: readonly string[];
}

const hooks = parse(readFileSync(path.join(projectRoot, '.pre-commit-hooks.yaml'), 'utf8')) as Hook[];

suite('the pre-commit hooks', () => {
  const repository = userRepository();
  const prefix = mkdtempSync(path.join(tmpdir(), 'gantry-node-env-'));
  let packed: readonly string[] = [];

  before(() => {
    const checkedOut = checkout();
    const npm = (...args: string[]) => execFileSync('npm', args, { cwd: checkedOut, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, npm_config_prefix: prefix } });
    try {
      // The calls of pre_commit/languages/node.py.
      npm('install', '--include=dev', '--include=prod', '--ignore-prepublish', '--no-progress', '--no-save');
      const [{ filename, files }] = JSON.parse(npm('pack', '--json', '--silent')) as [{ filename: string; files: { path: string }[] }];
      packed = files.map((file) => file.path);
      npm('install', '-g', path.join(checkedOut, filename));
    } finally {
      rmSync(checkedOut, { recursive: true });
    }
  });
  after(() => {
    rmSync(prefix, { recursive: true });
    rmSync(repository, { recursive: true });
  });

  function run(id: string, ...files: string[]): { readonly status: number | null; readonly output: string } {
    const hook = hooks.find((candidate) => candidate.id === id);
    assert.ok(hook?.language === 'node');
    const [program = '', ...args] = hook.entry.split(' ');
    const ended = spawnSync(path.join(prefix, 'bin', program), [...args, ...files], { cwd: repository, encoding: 'utf8' });
    return { status: ended.status, output: ended.stdout + ended.stderr };
  }

  test('the package holds what its commands need, and nothing of the sources', () => {
    assert.deepEqual(packed.filter((file) => !/^docs\/rules\/[\w-]+\.md$/.test(file)).sort(), [
      'LICENSE',
      'README.md',
      'dist/THIRD-PARTY-NOTICES.txt',
      'dist/gantry.cjs',
      'dist/protocol.cjs',
      'dist/server.cjs',
      'package.json',
      'schemas/completion.schema.json',
      'schemas/gantry.schema.json',
      'schemas/package.schema.json',
    ]);
    assert.ok(packed.includes('docs/rules/unknown-flag.md'), 'findings lead to the pages of their rules');
    assert.ok(existsSync(path.join(prefix, 'bin', 'gantry-language-server')));
  });

  test('gantry reports the files of the commit that have findings', () => {
    const { status, output } = run('gantry', 'ops scripts/deploy.sh', 'clean.sh');
    assert.equal(status, 1, output);
    assert.match(output, /ops scripts\/deploy\.sh:2:12 error .*unknown-flag/);
    assert.equal(run('gantry', 'clean.sh').status, 0);
  });

  test('gantry-fix writes the safe fix, so that the commit stops and the next one passes', () => {
    run('gantry-fix', 'stop.sh');
    assert.equal(readFileSync(path.join(repository, 'stop.sh'), 'utf8'), '#!/bin/sh\ndocker stop -t 30 web\n');
    assert.equal(run('gantry-fix', 'stop.sh').status, 0);
  });

  test('each hook runs on scripts and Markdown', () => {
    assert.deepEqual(hooks.map(({ id, types_or }) => [id, types_or]), [
      ['gantry', ['shell', 'markdown', 'mdx']],
      ['gantry-fix', ['shell', 'markdown', 'mdx']],
    ]);
  });
});
