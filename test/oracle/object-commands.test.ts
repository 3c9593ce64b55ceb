/** The real CLI judges which flags of the commands for images, networks and volumes take the next word. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { objectCommands } from '../../server/src/language/command/named-operands.ts';
import { dockerClis, reportMissingCli } from '../support/docker-clis.ts';

const clis = await dockerClis();
const reason = reportMissingCli(clis);
if (reason !== undefined) {
  console.log(`skipped: commands for images, networks and volumes: ${reason}`);
}

/** The spellings of the flags that the help shows, by whether a value follows. */
function flagsIn(help: string): { withValue: string[]; switches: string[] } {
  const rows = [...help.matchAll(/^ {2,6}(?:(-\w), )?(--[\w-]+)(?: ([a-z]\w*))?(?: {2}|$)/gm)];
  const spellings = (takes: boolean) => rows.flatMap(([, letter, name, type]) => ((type !== undefined) === takes ? [letter, name] : [])).filter((spelling) => spelling !== undefined);
  return { withValue: spellings(true), switches: spellings(false) };
}

for (const { file, release } of clis) {
  void test(`flags of commands for images, networks and volumes, docker ${release}`, () => {
    let compared = 0;
    for (const [command, { valueFlags = '' }] of objectCommands) {
      const { withValue, switches } = flagsIn(execFileSync(file, [...command.split(' '), '--help'], { encoding: 'utf8' }));
      const known = valueFlags.split(' ');
      assert.deepEqual(withValue.filter((flag) => !known.includes(flag)), [], `${command}: take the next word`);
      assert.deepEqual(switches.filter((flag) => known.includes(flag)), [], `${command}: take no word`);
      compared += withValue.length + switches.length;
    }
    assert.ok(compared > 40, String(compared));
  });
}
