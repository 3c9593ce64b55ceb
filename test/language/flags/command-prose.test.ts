/** Every command is taught, with what the engine does in each state of a container. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commands } from '../../../server/src/language/docker/cli-facts.ts';
import { commandProse, proseCommandIds } from '../../../server/src/language/docker/commands.ts';
import { analyse, findingsOf } from '../../../server/src/language/features/snapshot.ts';
import { commandIn, defaultSettings } from '../../support/commands.ts';

function proseFor(id: string) {
  const prose = commandProse(id);
  assert.ok(prose, `no prose for ${id}`);
  return prose;
}

function outcome(id: string, state: string): string {
  return proseFor(id).states?.find((entry) => entry.state === state)?.outcome ?? '';
}

describe('command prose', () => {
  it('covers all commands and no others', () => {
    assert.deepEqual([...proseCommandIds].sort(), commands.map(({ id }) => id).sort());
    assert.equal(commandProse('build'), undefined);
    assert.equal(commandProse('constructor'), undefined);
  });

  it('has a pitfall and a clean example for each', () => {
    for (const { id } of commands) {
      const { what, why, mind, example } = proseFor(id);
      for (const text of [what, why ?? '', mind ?? '']) {
        assert.match(text, /^[A-Z`\d"].*[.)]$/, id);
        assert.doesNotMatch(text, /!(?:\s|$)|[‘’“”–—]/, id);
        assert.equal((text.match(/`/g) ?? []).length % 2, 0, `${id}: unbalanced code span`);
      }
      const { command } = commandIn(example);
      assert.equal(command.facts?.id, id, example);
      assert.deepEqual(command.problems, [], example);
      const loud = findingsOf(analyse(example, 'shell', defaultSettings)).filter(({ severity }) => severity === 'error' || severity === 'warning');
      assert.deepEqual(loud.map(({ ruleId }) => ruleId), [], example);
    }
  });

  it('lists the states in the order of a life, the six lasting ones at least', () => {
    for (const id of proseCommandIds) {
      const states = proseFor(id).states?.map(({ state }) => state);
      if (states !== undefined) {
        assert.deepEqual(states.filter((state) => state !== 'removing'), ['created', 'running', 'paused', 'restarting', 'exited', 'dead'], id);
      }
    }
  });

  const outcomes: [id: string, state: string, expected: RegExp][] = [
    ['start', 'created', /Starts/],
    ['start', 'running', /exits 0/],
    ['start', 'paused', /Refused.*unpause/],
    ['start', 'dead', /Refused/],
    ['stop', 'paused', /Thawed.*stopped/],
    ['stop', 'exited', /exits 0/],
    ['stop', 'running', /SIGKILL/],
    ['restart', 'exited', /Starts/],
    ['restart', 'paused', /running, not paused/],
    ['kill', 'exited', /Refused/],
    ['kill', 'running', /137/],
    ['kill', 'restarting', /not delivered/],
    ['pause', 'paused', /Refused/],
    ['pause', 'restarting', /Refused/],
    ['unpause', 'running', /Fails/],
    ['unpause', 'paused', /running/],
    ['rm', 'running', /Refused.*`-f`/],
    ['rm', 'exited', /Removed/],
    ['rm', 'removing', /under way/],
    ['exec', 'paused', /Refused.*unpause/],
    ['exec', 'exited', /Refused/],
    ['attach', 'restarting', /Refused/],
    ['logs', 'exited', /Prints/],
    ['logs', 'dead', /Refused/],
    ['top', 'paused', /frozen/],
    ['wait', 'created', /prints 0/],
    ['wait', 'running', /Blocks/],
    ['update', 'running', /at once/],
    ['rename', 'restarting', /20\.10/],
    ['cp', 'exited', /Works/],
  ];
  for (const [id, state, expected] of outcomes) {
    it(`${id} of a container that is ${state}`, () => {
      assert.match(outcome(id, state), expected);
    });
  }

  const exitCodes: [id: string, code: string, expected: RegExp][] = [
    ['run', '125', /Docker refused/],
    ['run', '126', /cannot be executed/],
    ['run', '127', /not found/],
    ['run', '128+n', /137/],
    ['create', '1', /refused/],
    ['create', '125', /flag/],
    ['exec', '126', /cannot be executed/],
    ['inspect', '64', /does not parse/],
    ['rm', '0', /never existed/],
    ['prune', '0', /not answered/],
  ];
  for (const [id, code, expected] of exitCodes) {
    it(`exit code ${code} of ${id}`, () => {
      assert.match(proseFor(id).exitCodes?.find((entry) => entry.code === code)?.meaning ?? '', expected);
    });
  }
});
