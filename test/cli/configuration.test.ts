/** Configuration files and comments as users of `gantry lint` meet them. */
import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { readArguments, UsageError } from '../../server/src/cli/arguments.ts';
import { folderOf, runLint } from '../support/gantry-lint.ts';

const bad = 'docker run --memroy 1g --rm nginx:1.27\n';
const off = { rules: { 'unknown-flag': 'off' } };

void describe('gantry lint with configuration files', () => {
  void it('follows the nearest one upward from each file', async () => {
    const root = folderOf({ '.gantry.json': off, 'a.sh': bad, 'deep/er/b.sh': bad, 'loud/.gantry.jsonc': '{} // nothing\n', 'loud/c.sh': bad });
    const { out } = await runLint(root, []);
    assert.match(out, /loud\/c\.sh:1:12 error/);
    assert.doesNotMatch(out, /a\.sh|b\.sh/);
  });

  void it('reads the key of package.json, and looks further up where there is none', async () => {
    const root = folderOf({ 'package.json': { name: 'x', gantry: off }, 'a.sh': bad, 'packages/b/package.json': { name: 'gantry' }, 'packages/b/b.sh': bad });
    assert.deepEqual(await runLint(root, []), { code: 0, out: 'No findings in 2 files.\n', err: '' });
  });

  void it('looks no further up than the repository', async () => {
    const root = folderOf({ '.gantry.json': off, 'repository/.git/HEAD': '', 'repository/a.sh': bad });
    assert.equal((await runLint(root, ['repository'])).code, 1);
  });

  void it('finds it above the working directory', async () => {
    const root = folderOf({ '.git/HEAD': '', '.gantry.json': off, 'deep/a.sh': bad });
    assert.equal((await runLint(path.join(root, 'deep'), ['a.sh'])).code, 0);
  });

  void it('finds it for standard input by its name', async () => {
    const root = folderOf({ 'deep/.gantry.json': off });
    assert.equal((await runLint(root, ['-', '--stdin-filename', 'deep/x.sh'], bad)).code, 0);
    assert.equal((await runLint(root, ['-', '--stdin-filename', 'x.sh'], bad)).code, 1);
  });

  void it('prefers what the command line says', async () => {
    const root = folderOf({ '.gantry.json': { ...off, failOn: 'never', dockerVersion: '20.10' }, 'a.sh': bad, 'b.sh': 'docker stop --timeout 3 web\n' });
    assert.equal((await runLint(root, ['a.sh', '--rule', 'unknown-flag=error', '--fail-on', 'warning'])).code, 1);
    assert.match((await runLint(root, ['b.sh'])).out, /flag-requires-newer-docker/);
    assert.doesNotMatch((await runLint(root, ['b.sh', '--docker-version', 'latest'])).out, /flag-requires-newer-docker/);
  });

  void it('fails by the threshold of each file', async () => {
    const root = folderOf({ 'quiet/.gantry.json': { failOn: 'never' }, 'quiet/a.sh': bad, 'b.sh': 'docker ps\n' });
    assert.equal((await runLint(root, [])).code, 0);
    writeFileSync(path.join(root, 'b.sh'), bad);
    assert.equal((await runLint(root, [])).code, 1);
  });

  void it('takes one file for all, or none', async () => {
    const root = folderOf({ '.gantry.json': {}, 'ci/strict.json': off, 'a.sh': bad });
    assert.equal((await runLint(root, ['a.sh', '--config', 'ci/strict.json'])).code, 0);
    writeFileSync(path.join(root, '.gantry.json'), JSON.stringify(off));
    assert.equal((await runLint(root, ['a.sh'])).code, 0);
    assert.equal((await runLint(root, ['a.sh', '--no-config'])).code, 1);
    assert.throws(() => readArguments(['lint', '--config', 'x', '--no-config']), UsageError);
  });

  void it('names every mistake with its place, once, applies the rest and exits with 2', async () => {
    const root = folderOf({ '.gantry.json': '{\n  "rulez": {},\n  "extends": "./more.json",\n  "rules": {"unknown-flag": "off", "missing-image": "loud"}\n}\n', 'more.json': '{"failOn" "error"}', 'a.sh': bad, 'deep/b.sh': bad });
    const { code, out, err } = await runLint(root, []);
    assert.equal(code, 2);
    assert.equal(out, 'No findings in 2 files.\n');
    assert.deepEqual(err.match(/^gantry: \S+:\d+:\d+: /gm)?.sort(), ['gantry: .gantry.json:2:3: ', 'gantry: .gantry.json:4:53: ', 'gantry: more.json:1:11: ']);
    assert.match(err, /There is no key `rulez`; did you mean `rules`\?\n/);
  });

  void it('says what is wrong with a file that it cannot read', async () => {
    const cases: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
      ['missing.json', '', /missing\.json:1:1: This configuration does not exist/],
      ['large.json', `{}${' '.repeat(1_000_001)}`, /is larger than 1 MB/],
      ['binary.json', new Uint8Array([0xff, 0xfe]), /is no UTF-8 text/],
    ];
    for (const [name, content, message] of cases) {
      const root = folderOf({ 'a.sh': bad });
      if (name !== 'missing.json') {
        writeFileSync(path.join(root, name), content);
      }
      const { code, err } = await runLint(root, ['a.sh', '--config', name]);
      assert.equal(code, 2);
      assert.match(err, message);
    }
  });

  void it('does not read what a link leads out to, or what is no file', async () => {
    const outside = folderOf({ 'secret.json': off });
    const root = folderOf({ 'a.sh': bad, 'deep/.gantry.json/x': '', 'deep/b.sh': bad });
    symlinkSync(path.join(outside, 'secret.json'), path.join(root, '.gantry.json'));
    const { code, err, out } = await runLint(root, []);
    assert.equal(code, 2);
    assert.match(err, /^gantry: \.gantry\.json:1:1: This configuration leads out of the workspace and is not applied\.\n$/);
    assert.match(out, /2 errors/);
  });

  void it('checks 2,000 files with their own configuration in little more time than without', async () => {
    const files: Record<string, unknown> = { '.gantry.json': { extends: 'strict', overrides: [{ files: 'folder-1*/**', rules: { 'unknown-flag': 'off' } }] } };
    for (let index = 0; index < 2_000; index++) {
      files[`folder-${index % 200}/${index}.sh`] = bad;
    }
    const root = folderOf(files);
    const time = async (args: readonly string[]): Promise<number> => {
      const started = performance.now();
      await runLint(root, args);
      return performance.now() - started;
    };
    await time(['--no-config']);
    const [without, with_] = [await time(['--no-config']), await time([])];
    assert.ok(with_ < without * 2 + 500, `${with_} ms with, ${without} ms without`);
  });
});

void describe('gantry lint with comments', () => {
  void it('neither reports nor fixes what they switch off', async () => {
    const root = folderOf({ 'a.sh': `# gantry disable-next-line=unknown-flag -- a wrapper of ours\n${bad}` });
    assert.deepEqual(await runLint(root, ['--fix']), { code: 0, out: 'No findings in 1 file.\n', err: '' });
  });

  void it('reports unused ones where the configuration asks for it', async () => {
    const root = folderOf({ 'a.sh': '# gantry disable-next-line=unknown-flag\ndocker ps\n' });
    assert.equal((await runLint(root, [])).code, 0);
    writeFileSync(path.join(root, '.gantry.json'), '{"reportUnusedIgnores": true}');
    const { code, out } = await runLint(root, []);
    assert.match(out, /a\.sh:1:28 warning .* unused-ignore/);
    assert.equal(code, 1);
  });
});
