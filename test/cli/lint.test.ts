/** `gantry lint` as its users meet it: paths, formats, exit codes, fixes. */
import assert from 'node:assert/strict';
import { chmodSync, chownSync, readdirSync, readFileSync, statSync, symlinkSync, lstatSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { readArguments, UsageError } from '../../server/src/cli/arguments.ts';
import { folderOf, runLint } from '../support/gantry-lint.ts';

const typo = 'docker run --memroy 1g nginx:1.27\n';
const clean = 'docker run --rm alpine:3.20 ls\n';

void describe('gantry lint', () => {
  void it('prints path:line:col severity message rule, and a summary', async () => {
    const { code, out } = await runLint(folderOf({ 'a.sh': `#!/bin/sh\n${typo}` }), ['a.sh']);
    assert.equal(code, 1);
    assert.match(out, /^a\.sh:2:12 error .*--memroy.* unknown-flag\n\n1 error.* in 1 file\. 1 can be fixed with --fix\.\n$/);
  });

  void it('tells a file once, however often and by whatever path it is named', async () => {
    const root = folderOf({ 'a.sh': typo, 'b/c.sh': clean });
    const { out } = await runLint(root, ['./a.sh', 'a.sh', path.join(root, 'a.sh'), 'b/../a.sh', '.']);
    assert.equal(out.match(/unknown-flag/g)?.length, 1);
    assert.match(out, /^\.\/a\.sh:1:12 .* in 2 files\./s);
  });

  void it('is silent and exits with 0 where nothing is wrong', async () => {
    const { code, out } = await runLint(folderOf({ 'a.sh': clean }), ['a.sh']);
    assert.equal(code, 0);
    assert.equal(out, 'No findings in 1 file.\n');
  });

  for (const format of ['text', 'json', 'github']) {
    void it(`prints what it found before it is done: --format ${format}`, async () => {
      const root = folderOf({ 'a.sh': typo.repeat(1000), 'b.sh': clean });
      let before = '';
      const { out } = await runLint(root, ['--format', format, '.'], '', (line, printed) => {
        before = line === '1/2 b.sh' ? printed : before;
      });
      assert.ok(before.includes('a.sh') && out.startsWith(before), before.slice(0, 200));
    });
  }

  void it('repairs every file before it prints, for a reader that goes away', async () => {
    const root = folderOf({ 'a.sh': `${typo}docker run --no-such-flag nginx:1.27\n`.repeat(1000), 'b.sh': typo });
    const seen: string[] = [];
    const { out } = await runLint(root, ['--fix', '.'], '', (_, printed) => seen.push(printed));
    assert.deepEqual([...new Set(seen)], ['']);
    assert.match(out, /1001 fixed\. /);
  });

  void it('prints names of files so that they steer no terminal and stand in their own order', async () => {
    const { out } = await runLint(folderOf({ 'a\u001b[2J\u202ehs.b\u2066.sh': typo }), ['.']);
    assert.match(out, /^a\?\[2J\?hs\.b\?\.sh:1:12 error /);
  });

  void it('gives a flat array of findings as JSON', async () => {
    const { out } = await runLint(folderOf({ 'a.sh': typo }), ['--format', 'json', 'a.sh']);
    const findings = JSON.parse(out) as Record<string, unknown>[];
    const [finding] = findings.filter(({ ruleId }) => ruleId === 'unknown-flag');
    assert.ok(finding);
    const { message, fixes, ...place } = finding;
    assert.deepEqual(place, { path: 'a.sh', line: 1, column: 12, endLine: 1, endColumn: 20, severity: 'error', ruleId: 'unknown-flag' });
    assert.equal(typeof message, 'string');
    const [fix] = fixes as { title: string; safe: boolean; edits: unknown[] }[];
    assert.equal(fix?.safe, true);
    assert.deepEqual(fix.edits, [{ startLine: 1, startColumn: 12, endLine: 1, endColumn: 20, newText: '--memory' }]);
  });

  void it('counts columns in UTF-16 units', async () => {
    const { out } = await runLint(folderOf({ 'a.sh': `echo "🐳"; ${typo}` }), ['--format', 'json', 'a.sh']);
    assert.equal((JSON.parse(out) as { column: number }[])[0]?.column, 'echo "🐳"; docker run '.length + 1);
  });

  void it('checks the working directory without paths, honours .gitignore and skips node_modules', async () => {
    const root = folderOf({ 'a.sh': typo, 'docs/b.md': `\`\`\`sh\n${typo}\`\`\`\n`, 'node_modules/x/c.sh': typo, 'ignored/d.sh': typo, '.gitignore': 'ignored/\n', 'bin/run': `#!/usr/bin/env bash\n${typo}`, 'data.txt': typo });
    const { out } = await runLint(root, ['--format', 'json']);
    const paths = (JSON.parse(out) as { path: string; ruleId: string }[]).filter(({ ruleId }) => ruleId === 'unknown-flag').map((finding) => finding.path);
    assert.deepEqual(paths.sort(), ['a.sh', 'bin/run', 'docs/b.md']);
  });

  void it('takes globs', async () => {
    const root = folderOf({ 'a.sh': typo, 'b.sh': clean, 'c.md': '' });
    const { out } = await runLint(root, ['*.sh']);
    assert.match(out, /in 2 files/);
  });

  void it('leaves out what paths that begin with ! match, as configuration files do', async () => {
    const root = folderOf({ 'a.sh': typo, 'b.sh': clean, 'old/a.sh': typo, 'old/deep/c.sh': typo, '!odd.sh': clean });
    const filesOf = async (...args: string[]) => (JSON.parse((await runLint(root, ['--format', 'json', '--rule', 'image-without-tag=off', ...args])).out) as { path: string; ruleId: string }[]).filter(({ ruleId }) => ruleId === 'unknown-flag').map((finding) => finding.path).sort();
    assert.deepEqual(await filesOf('!old/'), ['a.sh']);
    assert.deepEqual(await filesOf('**/*.sh', '!old/deep/**'), ['a.sh', 'old/a.sh']);
    assert.deepEqual(await filesOf('!a.sh'), ['old/deep/c.sh']);
    assert.deepEqual(await filesOf('old', '!*/deep/*'), ['old/a.sh']);
    assert.deepEqual(await filesOf('a.sh', '!old/'), ['a.sh']);
    assert.match((await runLint(root, ['!odd.sh'])).out, /in 1 file/);
    const { code, err } = await runLint(root, ['!old/[']);
    assert.equal(code, 2);
    assert.match(err, /!old\/\[: is no glob below/);
  });

  void it('says of what is neither a file nor a folder what it is not', async () => {
    const { code, err } = await runLint(folderOf({}), ['/dev/null']);
    assert.equal(code, 2);
    assert.equal(err, 'gantry: /dev/null: neither a file nor a folder; to check what a program prints, pipe it into `gantry lint -`\n');
  });

  void it('reads standard input and takes its language from the name', async () => {
    const { out, code } = await runLint(folderOf({}), ['-', '--stdin-filename', 'x.md'], `\`\`\`sh\n${typo}\`\`\`\n`);
    assert.match(out, /^x\.md:2:12 warning/);
    assert.equal(code, 1);
  });

  const failOn: readonly (readonly [string, number])[] = [['error', 1], ['warning', 1], ['never', 0]];
  for (const [severity, expected] of failOn) {
    void it(`exits with ${expected} on an error under --fail-on ${severity}`, async () => {
      assert.equal((await runLint(folderOf({ 'a.sh': typo }), ['--fail-on', severity, 'a.sh'])).code, expected);
    });
  }

  void it('names files it cannot read, checks the others and exits with 2', async () => {
    const root = folderOf({ 'bad.sh': new Uint8Array([0x64, 0xff, 0xfe]), 'binary.sh': new Uint8Array([0x64, 0, 1]), 'a.sh': typo });
    const { code, out, err } = await runLint(root, ['bad.sh', 'binary.sh', 'a.sh', 'missing.sh']);
    assert.equal(code, 2);
    assert.match(out, /a\.sh:1:12/);
    assert.match(err, /bad\.sh: is not UTF-8 text/);
    assert.match(err, /binary\.sh: is a binary file/);
    assert.match(err, /missing\.sh: no such file or folder/);
  });

  void it('can turn a rule off or make it louder', async () => {
    const root = folderOf({ 'a.sh': typo });
    assert.doesNotMatch((await runLint(root, ['--rule', 'unknown-flag=off', 'a.sh'])).out, /unknown-flag/);
    assert.match((await runLint(root, ['--rule', 'unknown-flag=info', 'a.sh'])).out, /info .* unknown-flag/);
  });

  void it('colours on request only', async () => {
    const root = folderOf({ 'a.sh': typo });
    assert.match((await runLint(root, ['--color', 'a.sh'])).out, /\u001b\[/);
    assert.doesNotMatch((await runLint(root, ['a.sh'])).out, /\u001b\[/);
  });
});

void describe('gantry lint --fix', () => {
  void it('applies safe fixes and reports what is left', async () => {
    const root = folderOf({ 'a.sh': `${typo}docker stop --time 30 web\n` });
    const { code, out } = await runLint(root, ['--fix', 'a.sh']);
    assert.equal(readFileSync(path.join(root, 'a.sh'), 'utf8'), 'docker run --memory 1g nginx:1.27\ndocker stop -t 30 web\n');
    assert.match(out, /2 fixed\./);
    assert.equal(code, 0);
  });

  void it('keeps line endings, byte order mark, mode and links', async () => {
    const root = folderOf({ 'a.md': `\ufeff# x\r\n\r\n\`\`\`sh\r\ndocker stop --time 30 web\r\n\`\`\`\r\n` });
    chmodSync(path.join(root, 'a.md'), 0o750);
    symlinkSync('a.md', path.join(root, 'link.md'));
    await runLint(root, ['--fix', 'link.md']);
    assert.equal(readFileSync(path.join(root, 'a.md'), 'utf8'), `\ufeff# x\r\n\r\n\`\`\`sh\r\ndocker stop -t 30 web\r\n\`\`\`\r\n`);
    assert.equal(statSync(path.join(root, 'a.md')).mode & 0o777, 0o750);
    assert.equal(lstatSync(path.join(root, 'link.md')).isSymbolicLink(), true);
  });

  void it('keeps the owner, where it may give files away', { skip: process.getuid?.() === 0 ? false : 'only root may' }, async () => {
    const root = folderOf({ 'a.sh': 'docker stop --time 30 web\n' });
    chownSync(path.join(root, 'a.sh'), 1234, 5678);
    chmodSync(path.join(root, 'a.sh'), 0o4755);
    await runLint(root, ['--fix', 'a.sh']);
    const { uid, gid, mode } = statSync(path.join(root, 'a.sh'));
    assert.deepEqual([uid, gid, mode & 0o7777], [1234, 5678, 0o4755]);
    assert.equal(readFileSync(path.join(root, 'a.sh'), 'utf8'), 'docker stop -t 30 web\n');
  });

  void it('repairs a file whose name is as long as a name can be, and leaves nothing beside it', async () => {
    const name = `${'a'.repeat(252)}.sh`;
    const root = folderOf({ [name]: 'docker stop --time 30 web\n' });
    await runLint(root, ['--fix', name]);
    assert.equal(readFileSync(path.join(root, name), 'utf8'), 'docker stop -t 30 web\n');
    assert.deepEqual(readdirSync(root), [name]);
  });

  void it('writes standard input back fixed, and the report beside it', async () => {
    const { out, err } = await runLint(folderOf({}), ['-', '--fix'], 'docker stop --time 30 web\n');
    assert.equal(out, 'docker stop -t 30 web\n');
    assert.match(err, /1 fixed/);
  });
});

void describe('usage errors', () => {
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /Say what to do/],
    [['frobnicate'], /no command "frobnicate"/],
    [['lint', '--format', 'yaml'], /--format takes one of text, json/],
    [['lint', '--fail-on', 'x'], /--fail-on takes one of/],
    [['lint', '--rule', 'nope=off'], /no rule "nope"/],
    [['lint', '--rule', 'unknown-flag=loud'], /takes one of off/],
    [['lint', '--docker-version', 'new'], /takes a version/],
    [['lint', '--frobnicate'], /frobnicate/],
    [['lint', '-', 'a.sh'], /cannot be mixed/],
    [['lint', '--stdin-filename', 'a.md'], /goes with "-"/],
  ];
  for (const [args, message] of wrong) {
    void it(`gantry ${args.join(' ')}`, () => {
      assert.throws(() => readArguments(args), (error) => error instanceof UsageError && message.test(error.message));
    });
  }
});
