/** Files that a command names, where `gantry lint` looks for them. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { readArguments } from '../../server/src/cli/arguments.ts';
import { lint } from '../../server/src/cli/lint.ts';

const roots: string[] = [];
after(() => {
  roots.forEach((root) => {
    rmSync(root, { recursive: true, force: true });
  });
});

function folderOf(files: Record<string, unknown>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'gantry-beside-'));
  roots.push(root);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return root;
}

async function run(cwd: string, args: readonly string[], input = ''): Promise<{ code: number; out: string; err: string }> {
  const parsed = readArguments(['lint', ...args]);
  assert.equal(parsed.command, 'lint');
  let out = '';
  let err = '';
  const code = await lint(parsed, cwd, {
    color: false,
    out: (text) => (out += text),
    err: (text) => (err += text),
    progress: () => undefined,
    readInput: () => Promise.resolve(new TextEncoder().encode(input)),
  });
  return { code, out, err };
}

const reads = 'docker run --rm --env-file settings.env tools:1.4\n';
const mounts = 'docker run --rm -v conf:/etc/app:ro tools:1.4\n';

void describe('gantry lint and the files beside a script', () => {
  void it('tells that a file is missing beside the script and at the top of the repository', async () => {
    const root = folderOf({ '.git/HEAD': '', 'deploy/run.sh': reads });
    assert.match((await run(root, [])).out, /^deploy\/run\.sh:1:\d+ warning There is no file `settings\.env`.* env-file-missing$/m);
  });

  for (const place of ['settings.env', 'deploy/settings.env']) {
    void it(`finds ${place}`, async () => {
      const root = folderOf({ '.git/HEAD': '', 'deploy/run.sh': reads, [place]: 'A=1\n' });
      assert.equal((await run(root, [])).code, 0);
    });
  }

  const ignoring = ['settings.env', '*.env', '/deploy/', 'deploy/**', '/settings.env', '# all\r\n*.env\r\n!other.env\r\n'];
  for (const patterns of ignoring) {
    void it(`expects no file in the repository that git ignores by ${JSON.stringify(patterns)}`, async () => {
      const root = folderOf({ '.git/HEAD': '', '.gitignore': patterns, 'deploy/run.sh': reads });
      assert.equal((await run(root, ['deploy/run.sh'])).code, 0);
    });
  }

  for (const patterns of ['', '# settings.env', '!settings.env', 'other.env', '/env', '[']) {
    void it(`expects it where ${JSON.stringify(patterns)} is all that git ignores`, async () => {
      const root = folderOf({ '.git/HEAD': '', '.gitignore': patterns, 'deploy/run.sh': reads });
      assert.match((await run(root, ['deploy/run.sh'])).out, /env-file-missing/);
    });
  }

  void it('tells a volume from the folder of its name', async () => {
    const root = folderOf({ '.git/HEAD': '', 'run.sh': mounts, 'conf/app.conf': '' });
    assert.match((await run(root, [])).out, /named-volume-looks-like-path/);
    assert.equal((await run(folderOf({ '.git/HEAD': '', 'run.sh': mounts }), [])).code, 0);
  });

  void it('looks beside the file that standard input is named after, and nowhere for text without a name', async () => {
    const root = folderOf({ '.git/HEAD': '', 'conf/app.conf': '' });
    assert.match((await run(root, ['-', '--stdin-filename', 'run.sh'], mounts)).out, /named-volume-looks-like-path/);
    assert.equal((await run(root, ['-'], mounts)).code, 0);
    assert.equal((await run(root, ['-'], reads)).code, 0);
  });
});
