/** Scripts of zsh, which keeps variables without quotes in one piece. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentKindOf, type DocumentKind } from '../../../server/src/language/shell/document-kind.ts';
import { newestCli } from '../../../server/src/language/docker/versions.ts';
import { analyse, findingsOf } from '../../../server/src/language/features/snapshot.ts';
import { applyEdits } from '../../../server/src/language/text/edit.ts';
import { imaginedFiles } from '../../support/lint.ts';

function found(text: string, kind: DocumentKind): string[] {
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

test('flags in a text arrive as one argument, unless zsh is told to split it', () => {
  const use = (word: string): string => `OPTS="--rm --memroy 1g"\ndocker run ${word} node:22 npm test\n`;
  assert.deepEqual(found(use('$OPTS'), 'zsh'), ['quoted-flags $OPTS']);
  assert.deepEqual(found(use('"$OPTS"'), 'zsh'), ['quoted-flags "$OPTS"']);
  assert.deepEqual(found(use('${=OPTS}'), 'zsh'), ['unknown-flag --memroy']);
  assert.deepEqual(found(use('$OPTS'), 'shell'), ['unknown-flag --memroy']);
  assert.deepEqual(found(`\`\`\`zsh\n${use('$OPTS')}\`\`\`\n`, 'markdown'), ['quoted-flags $OPTS']);
  const [fix] = findingsOf(analyse(use('$OPTS'), 'zsh', { version: newestCli, rules: {}, files: imaginedFiles })).flatMap(({ fixes }) => fixes);
  assert.equal(applyEdits(use('$OPTS'), fix?.edits ?? []), use('${=OPTS}'));
});

test('a script that tells zsh to split as the other shells do is read as theirs', () => {
  for (const text of ['setopt shwordsplit\n', 'setopt SH_WORD_SPLIT\n', 'emulate -L sh\n']) {
    assert.equal(documentKindOf('/a/run.zsh', `${text}docker ps $OPTS\n`), 'shell');
  }
  assert.equal(documentKindOf('/a/run.zsh', 'docker ps $OPTS\n'), 'zsh');
  assert.equal(documentKindOf('/a/run', '#!/bin/zsh\ndocker ps\n'), 'zsh');
});
