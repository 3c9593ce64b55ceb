/** Names that the editor says an engine has: completed behind those of the document, and trusted with nothing. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { CompletionList } from 'vscode-languageserver/node';
import { knownNamesNotification } from '../../shared/known-names.ts';
import { startEditor } from './editor.ts';

const script = 'file:///w/a.sh';
const text = 'docker run -d --name web nginx:1.27\ndocker stop \ndocker run -d --network \ndocker rmi \ndocker run -v \n';

suite('names of an engine', () => {
  const completed = async (params: unknown, line: number, column: number, ask = {}): Promise<readonly (readonly [string, string | undefined])[]> => {
    const editor = await startEditor();
    try {
      await editor.open(script, text);
      await editor.connection.sendNotification(knownNamesNotification, params);
      const { items } = await editor.connection.sendRequest<CompletionList>('textDocument/completion', { ...editor.position(script, line, column), ...ask });
      return items.map(({ label, detail }) => [label, detail] as const);
    } finally {
      editor.close();
    }
  };
  const names = { container: ['shop-api', 'web', 'old'], image: ['postgres:16', 'localhost:5000/shop/api:2'], network: ['shop_default'], volume: ['shop_data'] };

  test('stand behind those of the document, each once', async () => {
    assert.deepEqual((await completed(names, 1, 12, { context: { triggerKind: 2, triggerCharacter: ' ' } })), [
      ['web', 'container of this document'],
      ['shop-api', 'container of the engine'],
      ['old', 'container of the engine'],
    ]);
    assert.ok((await completed(names, 2, 24)).some(([label, detail]) => label === 'shop_default' && detail === 'network of the engine'));
    assert.ok((await completed(names, 4, 14)).some(([label, detail]) => label === 'shop_data' && detail === 'volume of the engine'));
    assert.deepEqual((await completed(names, 3, 11)).slice(0, 3).map(([label]) => label), ['nginx:1.27', 'postgres:16', 'localhost:5000/shop/api:2']);
  });

  for (const hostile of [null, 'web', 7, [], { container: 'web' }, { container: [7, null, {}, 'x'.repeat(300), 'a b', '$(reboot)', '-rf', 'a\nb', '0a1b2c3d4e5f', '`id`'] }]) {
    test(`that are none are passed over: ${JSON.stringify(hostile).slice(0, 40)}`, async () => {
      const offered = await completed(hostile, 1, 12);
      assert.deepEqual(offered.filter(([, detail]) => detail?.startsWith('container of') === true), [['web', 'container of this document']]);
    });
  }

  test('are bounded in number', async () => {
    const many = Array.from({ length: 3_000 }, (_, index) => `c${index}`);
    const offered = await completed({ container: many }, 1, 12);
    assert.equal(offered.filter(([, detail]) => detail?.startsWith('container of') === true).length, 50);
  });
});
