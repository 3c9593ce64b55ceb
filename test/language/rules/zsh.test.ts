/** Scripts of zsh, which keeps variables without quotes in one piece. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newestCli } from '../../../server/src/language/docker/versions.ts';
import { analyse, findingsOf } from '../../../server/src/language/features/snapshot.ts';
import { imaginedFiles } from '../../support/lint.ts';

function found(text: string, kind: 'shell' | 'zsh'): string[] {
  const snapshot = analyse(text, kind, { version: newestCli, rules: {}, files: imaginedFiles });
  return findingsOf(snapshot).map(({ ruleId, span }) => `${ruleId} ${text.slice(span.start, span.end)}`);
}

const split = 'docker run --rm -v $PWD:/src -v $HOME/.npm:/npm node:22 npm test\ndocker exec web ls $@\ndocker stop ${ids[@]}\n';

test('nothing is said of variables that zsh does not split', () => {
  assert.equal(found(split, 'shell').length, 4);
  assert.deepEqual(found(split, 'zsh'), []);
});

test('the output of a command is split in zsh as well, and mistakes are the same', () => {
  assert.deepEqual(found('docker run --rm -v $(pwd):/src --memroy 1g node:22 npm test\n', 'zsh'), ['unquoted-path $(pwd):/src', 'unknown-flag --memroy']);
});
