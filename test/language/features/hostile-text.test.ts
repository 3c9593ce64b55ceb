/** Text of a document may try to become markup in a hover; it must stay text. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { complete } from '../../../server/src/language/features/completion.ts';
import { hover } from '../../../server/src/language/features/hover.ts';
import { snapshotOf } from './check.ts';

const hostile = [
  '](javascript:alert`1`)',
  '`](command:x)[`',
  '``` [x](http://evil.example) ```',
  '<img src=x onerror=alert(1)>',
  '![x](http://evil.example/p.png)',
  '| a | b |',
  'line\nbreak **bold** [l](http://evil.example)',
  '\u202etxt.exe',
  '`',
  '``',
  '\\`[x](http://evil.example)',
];

const shapes: readonly ((text: string) => string)[] = [
  (text) => `docker run --name ${text} -p ${text} -v ${text}:/x --network ${text} --restart ${text} --memory ${text} -e ${text} --user ${text} ${text} ${text}`,
  (text) => `docker run --mount ${text} --health-cmd ${text} --entrypoint ${text} --cap-add ${text} --security-opt ${text} --gpus ${text} img`,
  (text) => `docker stop -t ${text} -s ${text} ${text} ${text}`,
  (text) => `docker exec -u ${text} -w ${text} ${text} ${text}`,
  (text) => `docker ps --format ${text} -f ${text}`,
  (text) => `docker logs --since ${text} --tail ${text} ${text}`,
  (text) => `docker cp ${text}:${text} ${text}`,
  (text) => `docker -H ${text} rename ${text} ${text}`,
];

/** The Markdown without its code, where nothing can be markup. */
function outsideCode(markdown: string): string {
  const withoutBlocks = markdown.replace(/^(`{3,})[^`\n]*\n[^]*?^\1`*$/gm, '');
  return withoutBlocks.replace(/(?<!`)(`+)(?!`)(?:[^]*?[^`])??\1(?!`)/g, '');
}

suite('hostile text', () => {
  for (const text of hostile) {
    test(JSON.stringify(text), () => {
      for (const shape of shapes) {
        for (const quoted of [`'${text.replaceAll("'", '')}'`, `"${text.replace(/["`$\\]/g, '\\$&')}"`]) {
          const source = shape(quoted);
          const snapshot = snapshotOf(source);
          for (let offset = 0; offset <= source.length; offset++) {
            const markdown = outsideCode(hover(snapshot, offset)?.markdown ?? '');
            for (const link of markdown.matchAll(/\]\(([^)]*)\)/g)) {
              assert.match(link[1] ?? '', /^https:\/\/docs\.docker\.com\//, `${source}\n${markdown}`);
            }
            assert.doesNotMatch(markdown, /evil|javascript:|command:|onerror|\u202e/, `${source}\n${markdown}`);
          }
        }
      }
    });
  }

  test('completion documents nothing of the document as markup', () => {
    const source = "docker run --log-driver ']( javascript:x)' --log-opt ";
    const { items } = complete(snapshotOf(source), source.length);
    for (const { documentation, detail } of items) {
      assert.doesNotMatch(outsideCode(`${documentation ?? ''} ${detail ?? ''}`), /javascript:/);
    }
  });
});
