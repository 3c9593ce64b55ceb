/** Files that a command names, where `gantry lint` looks for them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { folderOf, runLint } from '../support/gantry-lint.ts';

const reads = 'docker run --rm --env-file settings.env tools:1.4\n';
const mounts = 'docker run --rm -v conf:/etc/app:ro tools:1.4\n';

void describe('gantry lint and the files beside a script', () => {
  void it('tells that a file is missing beside the script and at the top of the repository', async () => {
    const root = folderOf({ '.git/HEAD': '', 'deploy/run.sh': reads });
    assert.match((await runLint(root, [])).out, /^deploy\/run\.sh:1:\d+ warning There is no file `settings\.env`.* env-file-missing$/m);
  });

  for (const place of ['settings.env', 'deploy/settings.env']) {
    void it(`finds ${place}`, async () => {
      const root = folderOf({ '.git/HEAD': '', 'deploy/run.sh': reads, [place]: 'A=1\n' });
      assert.equal((await runLint(root, [])).code, 0);
    });
  }

  const ignoring = ['settings.env', '*.env', '/deploy/', 'deploy/**', '/settings.env', '# all\r\n*.env\r\n!other.env\r\n'];
  for (const patterns of ignoring) {
    void it(`expects no file in the repository that git ignores by ${JSON.stringify(patterns)}`, async () => {
      const root = folderOf({ '.git/HEAD': '', '.gitignore': patterns, 'deploy/run.sh': reads });
      assert.equal((await runLint(root, ['deploy/run.sh'])).code, 0);
    });
  }

  for (const patterns of ['', '# settings.env', '!settings.env', 'other.env', '/env', '[']) {
    void it(`expects it where ${JSON.stringify(patterns)} is all that git ignores`, async () => {
      const root = folderOf({ '.git/HEAD': '', '.gitignore': patterns, 'deploy/run.sh': reads });
      assert.match((await runLint(root, ['deploy/run.sh'])).out, /env-file-missing/);
    });
  }

  void it('tells a volume from the folder of its name', async () => {
    const root = folderOf({ '.git/HEAD': '', 'run.sh': mounts, 'conf/app.conf': '' });
    assert.match((await runLint(root, [])).out, /named-volume-looks-like-path/);
    assert.equal((await runLint(folderOf({ '.git/HEAD': '', 'run.sh': mounts }), [])).code, 0);
  });

  void it('looks beside the file that standard input is named after, and nowhere for text without a name', async () => {
    const root = folderOf({ '.git/HEAD': '', 'conf/app.conf': '' });
    assert.match((await runLint(root, ['-', '--stdin-filename', 'run.sh'], mounts)).out, /named-volume-looks-like-path/);
    assert.equal((await runLint(root, ['-'], mounts)).code, 0);
    assert.equal((await runLint(root, ['-'], reads)).code, 0);
  });
});
