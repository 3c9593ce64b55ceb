/** The request of our own that judges a command which stands in no document. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { judgeRequest, type Judgement } from '../../shared/judge-request.ts';
import { startEditor } from './editor.ts';

suite('the judgement of a command', () => {
  test('tells the posture, and what the rules find', async (context) => {
    const { connection, close } = await startEditor();
    context.after(close);
    const judgement = await connection.sendRequest<Judgement | null>(judgeRequest, { command: `docker run -d --privileged -v /var/run/docker.sock:/var/run/docker.sock -e 'A=a b' nginx:1.27` });
    assert.match(judgement?.posture ?? '', /\d+ of \d+ measures/);
    const ids = judgement?.findings.map(({ ruleId }) => ruleId) ?? [];
    assert.ok(ids.includes('privileged-container') && ids.includes('docker-socket-mount'), ids.join());
  });

  test('is none where nothing makes a container', async (context) => {
    const { connection, close } = await startEditor();
    context.after(close);
    assert.equal(await connection.sendRequest(judgeRequest, { command: 'docker ps' }), null);
    assert.equal(await connection.sendRequest(judgeRequest, { command: '' }), null);
  });

  test('refuses what is no command', async (context) => {
    const { connection, close } = await startEditor();
    context.after(close);
    for (const params of [{}, { command: 7 }, { command: 'x'.repeat(1_000_001) }]) {
      await assert.rejects(connection.sendRequest(judgeRequest, params), /holds no command/);
    }
  });
});
