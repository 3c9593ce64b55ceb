/** Links lead to the page that describes the command, and to a section only where the page has one. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { commands, globalFlags } from '../../../server/src/language/docker/cli-facts.ts';
import { commandProse } from '../../../server/src/language/docker/commands.ts';
import { referenceUrl } from '../../../server/src/language/docker/references.ts';

const cases: [commandId: string, flag: string | undefined, path: string][] = [
  ['run', undefined, 'container/run/'],
  ['run', 'memory', 'container/run/#memory'],
  ['run', 'net', 'container/run/#network'],
  ['run', 'cpu-shares', 'container/run/'],
  ['create', undefined, 'container/create/'],
  ['create', 'publish', 'container/run/#publish'],
  ['exec', 'env-file', 'container/exec/#env'],
  ['stop', 'time', 'container/stop/#timeout'],
  ['update', 'memory', 'container/update/#memory'],
  ['ps', 'filter', 'container/ls/#filter'],
  ['prune', 'force', 'container/prune/'],
  ['inspect', 'format', 'container/inspect/'],
  ['inspect-any', undefined, 'inspect/'],
  ['inspect-any', 'format', 'inspect/#format'],
  ['docker', 'host', '#host'],
  ['docker', 'tls', ''],
  ['run', 'constructor', 'container/run/'],
];
for (const [id, flag, path] of cases) {
  it(`${id} ${flag ?? ''}`, () => {
    assert.equal(referenceUrl(id, flag), `https://docs.docker.com/reference/cli/docker/${path}`);
  });
}

it('gives every command and flag an address that parses', () => {
  for (const command of [...commands, globalFlags]) {
    for (const flag of command.flags) {
      assert.equal(new URL(referenceUrl(command.id, flag.name)).host, 'docs.docker.com');
    }
    if (command !== globalFlags) {
      assert.equal(commandProse(command.id)?.reference, referenceUrl(command.id));
    }
  }
});
