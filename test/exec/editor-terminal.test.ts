/** What VS Code is asked for when a program of this machine gets a terminal of its own. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { loadAsVsCode, window as editor } from '../support/fake-vscode.ts';

loadAsVsCode();
const { runInTerminal } = await import('../../client/src/vscode/terminals.ts');

void suite('a terminal of VS Code on a program', () => {
  void test('has its title, its words and its variables as they are, and tells when it is closed', () => {
    let ends = 0;
    const program = { name: 'web: sh', icon: 'terminal', greeting: 'Hello.', program: '/bin/docker', args: ['exec', "it's", 'two\nlines'], environment: { API_TOKEN: 'hunter2', DOCKER_HOST: null }, closed: () => {
        ends += 1;
      } };
    runInTerminal(program);
    runInTerminal({ ...program, closed: () => assert.fail('another one was closed') });
    const { show, ...options } = editor.terminals[0] ?? assert.fail();
    show();
    assert.deepEqual(JSON.parse(JSON.stringify(options)), { name: 'web: sh', iconPath: { id: 'terminal' }, shellPath: '/bin/docker', shellArgs: ['exec', "it's", 'two\nlines'], env: { API_TOKEN: 'hunter2', DOCKER_HOST: null }, isTransient: true, message: 'Hello.' });
    editor.close(editor.terminals[0]);
    editor.close(editor.terminals[0]);
    assert.equal(ends, 1);
  });
});
