/** The exit code of a program whose output has ended is asked for until the engine has noted it. */
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { suite, test } from 'node:test';
import { execExitCode, execSession } from '../../client/src/engine/exec-connection.ts';

function sessionThatAnswers(...answers: readonly (number | 'running' | undefined)[]) {
  const left = [...answers];
  return execSession(new PassThrough(), false, {
    resize: () => Promise.resolve(),
    exitCode: () => Promise.resolve(left.length > 1 ? left.shift() : left[0]),
    failure: () => new Error('broken'),
  });
}

void suite('the exit code of a program', () => {
  void test('is the one that is there in the end, however late the engine notes it', async () => {
    assert.equal(await sessionThatAnswers('running', 'running', 'running', 3).exitCode(), 3);
  });

  void test('is unknown where the program goes on without its output, or the engine does not know', async () => {
    assert.equal(await sessionThatAnswers('running').exitCode(), undefined);
    assert.equal(await sessionThatAnswers(undefined).exitCode(), undefined);
  });

  void test('is none while the engine says that the program runs, though it writes a number', () => {
    assert.deepEqual([{ Running: true, ExitCode: 0 }, { Running: true, ExitCode: null }, { Running: false, ExitCode: 137 }, {}].map(execExitCode), ['running', 'running', 137, undefined]);
  });
});
