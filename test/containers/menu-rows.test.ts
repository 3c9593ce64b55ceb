/** The rows of a menu: none that is selected takes the place of one that was lost. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenRows } from '../../client/src/containers/menu-rows.ts';

const [web, db] = [{ id: 'web' }, { id: 'db' }];

for (const [what, handed, expected] of [
  ['nothing, from the palette', [], { kind: 'nothing' }],
  ['one row', [web], { kind: 'rows', rows: [web] }],
  ['one row, of a button', [web, undefined], { kind: 'rows', rows: [web] }],
  ['one row beside the selected ones', [web, []], { kind: 'rows', rows: [web] }],
  ['several rows', [web, [web, db]], { kind: 'rows', rows: [web, db] }],
  ['a row that is not there any more', [undefined], { kind: 'lost' }],
  ['a row that is not there any more, and no selection', [undefined, undefined], { kind: 'lost' }],
  ['several, one of which is not there any more', [web, [web, undefined]], { kind: 'lost' }],
] as const) {
  void test(`a command that is handed ${what}`, () => {
    assert.deepEqual(chosenRows(handed), expected);
  });
}
