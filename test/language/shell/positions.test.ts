/** Every word knows where it stands: spans, and the place of each unit of its value. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentKind } from '../../../server/src/language/shell/document-kind.ts';
import { valueSpan } from '../../../server/src/language/shell/shell-command.ts';
import { mark, marked } from '../../support/markers.ts';
import { readDocument } from './reading.ts';

function checkSpans(source: string, kind: DocumentKind = 'shell'): void {
  const { text } = marked(source);
  const spans = readDocument(text, kind).flatMap(({ region, command }) =>
    command.words.map(({ span }) => ({ start: region.start + span.start, end: region.start + span.end })),
  );
  assert.equal(mark(text, spans.sort((a, b) => a.start - b.start)), source);
}

for (const source of [
  'sudo ⟦docker⟧ ⟦run⟧ ⟦"a b"⟧ ⟦--x=1⟧ > out ⟦\'c\'"d"⟧\\\n  ⟦e\\\nf⟧ # g',
  'x=$(⟦docker⟧ ⟦ps⟧ ⟦-q⟧) A=1 ⟦docker⟧ ⟦stop⟧ ⟦$x⟧ ⟦"$x"⟧',
  "bash -c '⟦docker⟧ ⟦run⟧ ⟦\"a b\"⟧'",
  'bash -c "⟦docker⟧ ⟦run⟧ ⟦\\"a b\\"⟧ ⟦\\$X⟧"',
  'args=(⟦-d⟧ ⟦"a b"⟧)\n⟦docker⟧ ⟦run⟧ "${args[@]}" ⟦img⟧',
  'OPTS="⟦-d⟧ \\\n ⟦--na\\\nme⟧ ⟦é😀⟧ ⟦A=$(x y)⟧"\n⟦docker⟧ ⟦run⟧ $OPTS ⟦img⟧',
  'bash <<EOF\n⟦docker⟧ ⟦run⟧ ⟦\\$X⟧\nEOF\n',
  'echo `echo \\`⟦docker⟧ ⟦ps⟧\\``',
  'é😀; ⟦docker⟧ ⟦run⟧ ⟦é😀⟧\r\n⟦docker⟧ ⟦ps⟧ \\\r\n  ⟦-q⟧\r\n',
  'cat > /etc/systemd/system/x.service <<EOF\n[Service]\nExecStart=-⟦/usr/bin/docker⟧ ⟦run⟧ \\\\\n  # why\n  ⟦--name=%n⟧ ⟦\\$X⟧\nEOF\n',
  'echo -e "⟦docker⟧ ⟦stop⟧ ⟦é😀⟧" | sh; a\n|| ⟦docker⟧ ⟦ps⟧',
  "⟦docker⟧ ⟦run⟧ ⟦'open\\\n⟧",
  '⟦docker⟧ ⟦run⟧ ⟦<name>⟧ ⟦{{ x }}⟧ ⟦"unclosed⟧',
]) {
  test(`words in ${JSON.stringify(source)}`, () => {
    checkSpans(source);
  });
}

for (const source of [
  '- x\n  ```sh\n  $ ⟦docker⟧ ⟦run⟧ \\\n  > ⟦-d⟧\n  out docker\n  ```\n',
  '> ```pwsh\n> ⟦docker⟧ ⟦run⟧ `\n>   ⟦"a`"b"⟧ ⟦${X}:/y⟧\n> ```\n',
  '```cmd\r\n⟦docker⟧ ⟦run⟧ ^\r\n  ⟦"a b"⟧ ⟦a^&b⟧\r\n```\r\n',
  'See `sudo ⟦docker⟧ ⟦run⟧ ⟦\'a b\'⟧`.',
]) {
  test(`words in ${JSON.stringify(source)}`, () => {
    checkSpans(source, 'markdown');
  });
}

/** Finds a part of the value of the last word in the text. */
function checkPart(source: string, part: string): void {
  const { text, ranges } = marked(source);
  const { region, command } = readDocument(text, 'shell').at(-1) ?? assert.fail('no command');
  const word = command.words.at(-1) ?? assert.fail('no word');
  const from = word.value.indexOf(part);
  assert.ok(from >= 0, `${part} is not in ${word.value}`);
  const { start, end } = valueSpan(word, from, from + part.length);
  assert.equal(mark(text, [{ start: region.start + start, end: region.start + end }]), mark(text, ranges));
}

for (const [source, part] of [
  ['docker run -p ⟦8080⟧:80', '8080'],
  ['docker run "127.0.0.1:⟦8080⟧:80"', '8080'],
  ["docker run --mount='type=bind,⟦src=/a b⟧,dst=/c'", 'src=/a b'],
  ['docker run "a"\'⟦b\'c⟧d', 'bc'],
  ['docker run a⟦\\ b⟧', ' b'],
  ['docker run "x⟦\\"y\\"⟧z"', '"y"'],
  ['docker run "$X⟦:/y⟧"', ':/y'],
  ['docker run $\'a\\t⟦b⟧\'', 'b'],
  ['docker run a\\\n⟦b⟧c', 'b'],
  ['docker run "a"⟦b⟧\\\n', 'b'],
  ['bash -c "docker run \\"a ⟦b⟧ c\\""', 'b'],
  ['a=("x=⟦y⟧")\ndocker run "${a[@]}"', 'y'],
] as const) {
  test(`${JSON.stringify(part)} in ${JSON.stringify(source)}`, () => {
    checkPart(source, part);
  });
}

test('a command reaches from its program to its last word, also where an array stands for words', () => {
  const { text, ranges } = marked('a=(x)\nsudo ⟦docker run "${a[@]}"⟧ > out\n⟦docker ps⟧ >x\n');
  assert.deepEqual(readDocument(text, 'shell').map(({ command }) => ({ ...command.span })), ranges.map((range) => ({ ...range })));
});
