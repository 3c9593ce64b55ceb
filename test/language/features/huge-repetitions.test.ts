/**
 * Text of the same piece again and again, as generated or hostile files have it, in every place where commands stand: it
 * gives an answer, and one in time that grows with the text and not with its square.
 */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { codeActions } from '../../../server/src/language/features/code-actions.ts';
import { complete } from '../../../server/src/language/features/completion.ts';
import { hover } from '../../../server/src/language/features/hover.ts';
import { analyse, findingsOf } from '../../../server/src/language/features/snapshot.ts';
import type { DocumentKind } from '../../../server/src/language/shell/document-kind.ts';
import { defaultSettings } from '../../support/commands.ts';

/** Units of text: the square of it, taken for each piece of a shape, is minutes. */
const length = 60_000;

/** More words than a call may have arguments. */
const manyWords = 130_000;

const pieces = ['a ', '* ', '> * ', '# ', '\\', '\\|', '"', "'", '`', '` ', '(', '{', '{a.', '{% ', '<% ', '</', '<a> ', '...', '-', '--x ', '-e A=b ', 'a=b ', '1,', 'run ', '&& ', '| ', '\n|| docker ps', '\n| a |', '\n(', ' ', '\t', '#(1)!', '$(', '${', ' && docker ps', '<code>', '<pre>', '<A>{`', '{% highlight sh %}', '&amp;', '<b>', '_', 'a_', 'a  ', '<A|', '<a>@', '😀'];

const shapes: readonly (readonly [what: string, kind: DocumentKind, write: (text: string) => string])[] = [
  ['in a script', 'shell', (text) => `docker run x ${text}\n${text} docker ps\n`],
  ['before a comment', 'shell', (text) => `docker ps --filter a${text}#x\n`],
  ['in a fence', 'markdown', (text) => `\`\`\`sh\ndocker run x ${text}#x\ndocker ps\n\`\`\`\n`],
  ['in a session', 'markdown', (text) => `\`\`\`console\n$ docker run x \\\n${text}\n\`\`\`\n`],
  ['below the prompt of root', 'markdown', (text) => `\`\`\`sh\n# docker run x\n${text}\n\`\`\`\n`],
  ['as a port', 'markdown', (text) => `\`\`\`sh\ndocker run -p 80:${text}! x\n\`\`\`\n`],
  ['in PowerShell', 'markdown', (text) => `\`\`\`powershell\ndocker run x ${text}\ndocker ps\n\`\`\`\n`],
  ['in cmd', 'markdown', (text) => `\`\`\`bat\ndocker run x ${text}\ndocker ps\n\`\`\`\n`],
  ['in a unit', 'markdown', (text) => `\`\`\`ini\n[Service]\nExecStart=/usr/bin/docker run x ${text}\n\`\`\`\n`],
  ['in a tag', 'markdown', (text) => `<pre lang="sh">docker run x ${text}</pre>\n<A>{\`docker run x ${text}\`}</A>\n`],
  ['in prose and indented code', 'markdown', (text) => `${text} docker run \`docker stop ${text}\`\n\n    docker ps ${text}\n`],
];

/** Lines of which a part comes again and again, and what can be done about their commands. */
const linesOf: readonly (readonly [what: string, write: (repeat: (piece: string) => string) => string])[] = [
  ['the letters', (repeat) => `docker run -${repeat('i')} x\n`],
  ['the switches', (repeat) => `docker run ${repeat('--rm ')} x\n`],
  ['the ports', (repeat) => `docker run ${repeat('-p 80:80 ')} x\n`],
  ['the log options', (repeat) => `docker run ${repeat('--log-opt a=b ')} x\n`],
  ['the dots in a variable', (repeat) => `docker run -e A=${repeat('a.')} x\n`],
  ['the signs before a directive', (repeat) => `docker ps ${repeat('# ')}\ndocker ps # gantry disable-line\n`],
  ['the commands', (repeat) => repeat('docker ps;').repeat(4)],
  ['the directives above', (repeat) => `${repeat('# gantry disable-next-line=unknown-flag\n')}docker ps\n`],
];

suite('huge repetitions', () => {
  for (const [what, kind, write] of shapes) {
    test(what, { timeout: 60_000 }, () => {
      for (const piece of pieces) {
        const text = write(piece.repeat(piece === 'a ' ? manyWords : Math.ceil(length / piece.length)));
        const snapshot = analyse(text, kind, defaultSettings);
        assert.ok(findingsOf(snapshot).every(({ span }) => span.end <= text.length), JSON.stringify(piece));
        for (const offset of [text.length >> 1, text.length - 10]) {
          hover(snapshot, offset);
          complete(snapshot, offset);
        }
      }
    });
  }

  for (const [what, write] of linesOf) {
    test(`${what} of a line`, { timeout: 60_000 }, () => {
      const text = write((piece) => piece.repeat(Math.ceil(length / piece.length)));
      const snapshot = analyse(text, 'shell', defaultSettings);
      assert.ok(findingsOf(snapshot).every(({ span }) => span.end <= text.length));
      for (const offset of [10, text.length >> 1, text.length - 20]) {
        const span = { start: offset, end: offset };
        assert.ok(codeActions(snapshot, span).every(({ edits }) => edits.every(({ span: edit }) => edit.end <= text.length)));
      }
    });
  }

  // The square of them takes minutes.
  const veryMany: readonly (readonly [what: string, piece: string, write: (pieces: string) => string])[] = [
    ['letters', 'it', (letters) => `docker run -${letters} x\n`],
    ['capabilities both dropped and added', '--cap-drop CHOWN --cap-add CHOWN ', (flags) => `docker run ${flags} x\n`],
    ['flags with a finding each', '--name web ', (flags) => `docker run ${flags} x\n`],
  ];
  for (const [what, piece, write] of veryMany) {
    test(`very many ${what}`, { timeout: 120_000 }, () => {
      const text = write(piece.repeat(Math.ceil(300_000 / piece.length)));
      assert.ok(findingsOf(analyse(text, 'shell', defaultSettings)).every(({ span }) => span.end <= text.length));
    });
  }

  const blocks: readonly (readonly [what: string, write: (repeat: (piece: string) => string) => string])[] = [
    ['wrappers in front of a command', (repeat) => `${repeat('sudo ')}docker ps`],
    ['arrows behind a command', (repeat) => `docker stop web ${repeat('→ ')}"x`],
    ['blanks in a script for another machine', (repeat) => `ssh web "cd ${repeat(' ')}x" docker ps`],
    ['blanks in a substitution', (repeat) => `docker stop $(docker ps ${repeat(' ')}x)`],
    ['assignments in front of a variable', (repeat) => `${repeat('A=(;')}\ndocker stop $A`],
  ];
  for (const [what, write] of blocks) {
    test(what, { timeout: 20_000 }, () => {
      const text = `\`\`\`\n${write((piece) => piece.repeat(Math.ceil((3 * length) / piece.length)))}\n\`\`\`\n`;
      hover(analyse(text, 'markdown', defaultSettings), text.length - 6);
    });
  }

  test('more commands on a line than a call may have arguments, and a directive behind them', { timeout: 60_000 }, () => {
    const text = `${'a;'.repeat(2 * manyWords)} docker run --memroy 1g x # gantry disable-line=unknown-flag\n`;
    assert.deepEqual(findingsOf(analyse(text, 'shell', defaultSettings)).filter(({ ruleId }) => ruleId === 'unknown-flag'), []);
  });

  test('commands behind a mistake', { timeout: 60_000 }, () => {
    const text = `docker run x (y)\n${'a\n'.repeat(manyWords)}docker stop --time 3 web\n`;
    assert.deepEqual(findingsOf(analyse(text, 'shell', defaultSettings)).map(({ ruleId }) => ruleId).filter((id) => id === 'deprecated-stop-time'), ['deprecated-stop-time']);
  });
});
