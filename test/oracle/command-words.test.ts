/** The real CLI judges which words are commands. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { containerWords, topLevelWords } from '../../server/src/language/docker/command-words.ts';
import { dockerClis, reportMissingCli } from '../support/docker-clis.ts';

const clis = await dockerClis();
const reason = reportMissingCli(clis);
if (reason !== undefined) {
  console.log(`skipped: words that are commands: ${reason}`);
}

/** The words in the lists of commands; a star marks plugins. */
function commandsIn(help: string): string[] {
  return [...help.matchAll(/^ {2}([a-z][\w-]*)\*? {2,}\S/gm)].map(([, word]) => word ?? '').filter((word) => !word.startsWith('-'));
}

for (const { file, release } of clis) {
  void test(`no command is taken for a slip, docker ${release}`, () => {
    const top = commandsIn(execFileSync(file, ['--help'], { encoding: 'utf8' }));
    const container = commandsIn(execFileSync(file, ['container', '--help'], { encoding: 'utf8' }));
    assert.deepEqual(top.filter((word) => !topLevelWords.has(word)), []);
    assert.deepEqual(container.filter((word) => !containerWords.has(word)), []);
    assert.ok(top.length >= 40 && container.length >= 20, `${top.length}, ${container.length}`);
  });

  void test(`what is none is refused, docker ${release}`, () => {
    for (const words of [['conatiner', 'ls'], ['ls'], ['runn', 'nginx'], ['built', '.'], ['container', 'la'], ['container', 'images'], ['containerrun', 'nginx'], ['-d', '--name', 'web', 'nginx:1.27']]) {
      const { status, stdout, stderr } = spawnSync(file, words, { encoding: 'utf8' });
      // CLI 20.10 prints its help behind `docker container`, and takes that for a success.
      assert.ok(status !== 0 || /^\nUsage: {2}docker container COMMAND/.test(stdout + stderr), `${words.join(' ')}: ${stdout}${stderr}`);
    }
  });
}
