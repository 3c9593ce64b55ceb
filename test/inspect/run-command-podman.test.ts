/** The command that is read off a container of Podman is one that the docker CLI takes, and makes the same container again. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { runCommandOf } from '../../client/src/inspect/run-command.ts';
import { testImage } from '../support/docker-engine.ts';
import { testEngines, type TestEngine } from '../support/engines/one-of-each.ts';

const found = await testEngines.find(([name]) => name === 'Podman')?.[1]();
const missing = typeof found === 'string' ? found : undefined;

void suite('the command that makes a container of Podman', { skip: missing ?? false }, () => {
  const { engine, cli, stop } = found as TestEngine;
  const made: string[] = [];
  after(async () => {
    await cli('rm', '-f', '-v', ...made);
    await stop();
  });
  before(() => cli('volume', 'create', 'data'));

  const create = async (words: readonly string[]) => {
    const { ok, output } = await cli('create', ...words);
    assert.ok(ok, output);
    const id = /^[\da-f]{64}$/m.exec(output)?.[0] ?? assert.fail(output);
    made.push(id);
    const { document } = await engine.inspectContainer(id);
    const { config } = await engine.inspectImage(testImage);
    const [program, verb, detached, name, , ...rest] = runCommandOf(document, config);
    assert.deepEqual([program, verb, detached, name], ['docker', 'run', '-d', '--name']);
    return rest;
  };

  for (const [flags, expected] of [
    [[], ''],
    [['--memory', '64m', '--user', '1000', '-e', 'MODE=prod', '--ulimit', 'core=0:0'], '--user 1000 --memory 64m --ulimit core=0:0 -e MODE=prod'],
    [['--tmpfs', '/run:size=16m', '-v', 'data:/data', '-v', '/etc:/host:ro', '-v', '/anonymous'], '-v /etc:/host:ro -v data:/data -v /anonymous --tmpfs /run:size=16m'],
    [['--cap-add', 'NET_ADMIN', '--security-opt', 'no-new-privileges', '--stop-signal', 'SIGQUIT', '--stop-timeout', '30', '--hostname', 'web', '--add-host', 'db:10.0.0.1', '-w', '/srv'], undefined],
    [['--pid', 'host', '--uts', 'host', '--ipc', 'host', '--restart', 'always', '--health-cmd', 'test -f /ok'], undefined],
    [['--read-only', '--privileged', '--cpus', '0.5', '--pids-limit', '50', '--shm-size', '32m'], undefined],
  ] as const) {
    void test(`makes it again: ${flags.join(' ')}`, async () => {
      const words = await create(['--network', 'none', ...flags, testImage, 'sleep', '10']);
      assert.deepEqual(await create(words), words);
      // What the configuration and the API of this Podman give every container.
      const asked = words.slice(0, -3).join(' ').replace(/ ?--ulimit (?:nofile|nproc)=\S+| ?--stop-timeout 0| ?--network none/g, '').trim();
      assert.equal(expected ?? asked, asked);
    });
  }
});
