/** Typing to a program that has no terminal. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LineInput } from '../../client/src/exec/line-input.ts';

function typed(...keys: readonly string[]): { readonly echo: string; readonly send: string; readonly isOver: boolean; readonly leaves: boolean } {
  const input = new LineInput();
  return keys.map((key) => input.take(key)).reduce((all, answer) => ({ echo: all.echo + answer.echo, send: all.send + answer.send, isOver: answer.isOver, leaves: answer.leaves }));
}

const cases: readonly (readonly [name: string, keys: readonly string[], echo: string, send: string])[] = [
  ['a line is sent when it is complete', ['h', 'i'], 'hi', ''],
  ['Enter sends it with the end of line that programs read', ['hi', '\r'], 'hi\r\n', 'hi\n'],
  ['what was typed wrong is taken back', ['hik', '\u007f', '\r'], 'hik\b \b\r\n', 'hi\n'],
  ['a character of two units is one', ['🐳', '\u007f', 'x\r'], '🐳\b \bx\r\n', 'x\n'],
  ['there is nothing to take back in an empty line', ['\u007f', '\r'], '\r\n', '\n'],
  ['Ctrl-U takes the line back', ['ab', '\u0015', 'c\r'], 'ab\b \b\b \bc\r\n', 'c\n'],
  ['arrows are no text', ['a\u001b[D\u001bOAb\r'], 'ab\r\n', 'ab\n'],
  ['a paste is sent line by line, whatever ends its lines', ['one\r\ntwo\nthree'], 'one\r\ntwo\r\nthree', 'one\ntwo\n'],
  ['Ctrl-D sends what there is', ['ab', '\u0004'], 'ab', 'ab'],
];
for (const [name, keys, echo, send] of cases) {
  void test(name, () => assert.deepEqual(typed(...keys), { echo, send, isOver: false, leaves: false }));
}

void test('Ctrl-D at the beginning of a line ends the input, Ctrl-C leaves', () => {
  assert.equal(typed('ab\r', '\u0004').isOver, true);
  assert.deepEqual(typed('ab', '\u0003'), { echo: 'ab^C\r\n', send: '', isOver: false, leaves: true });
});
