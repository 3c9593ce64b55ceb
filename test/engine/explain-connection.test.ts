/** The report of "Show Engine Connection": complete, inert, without secrets. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Engine, EngineDescription } from '../../client/src/engine/engine.ts';
import { EngineError } from '../../client/src/engine/errors.ts';
import { explainConnection } from '../../client/src/engine/explain-connection.ts';
import type { LiveStatus } from '../../client/src/engine/live-engine.ts';
import { resolveEndpoint } from '../../client/src/engine/resolve-endpoint.ts';
import { contextFiles, fakeMachine, type FakeMachine } from './fake-machine.ts';

const description: EngineDescription = { product: 'Docker Engine', version: '28.2.2', apiVersion: '1.50', operatingSystem: 'linux', architecture: 'amd64', swarm: 'manager' };
const connected: LiveStatus = { kind: 'connected', engine: {} as Engine, description };

async function report(machine: FakeMachine, status: LiveStatus = connected, settings = { host: '', context: '' }): Promise<string> {
  return explainConnection([{ resolution: await resolveEndpoint(fakeMachine(machine), settings), status }], []);
}

void describe('the report on the connection', () => {
  void it('says what was chosen, why, who answered, and what was overruled', async () => {
    const text = await report({ environment: { DOCKER_HOST: 'tcp://h:2375', DOCKER_CONTEXT: 'prod' } });
    assert.match(text, /Endpoint: `tcp:\/\/h:2375`/);
    assert.match(text, /Chosen because the variable DOCKER_HOST names it/);
    assert.match(text, /Encryption: none/);
    assert.match(text, /connected to Docker Engine 28\\\.2\\\.2, API 1\\\.50/);
    assert.match(text, /Swarm: manager/);
    assert.match(text, /DOCKER\\_CONTEXT \| `prod` \| overruled: DOCKER\\_HOST comes first/);
  });

  void it('says why there is none', async () => {
    const text = await report({ environment: { DOCKER_CONTEXT: 'gone' } }, { kind: 'idle' });
    assert.match(text, /Endpoint: none/);
    assert.match(text, /Problem: There is no context "gone"/);
  });

  void it('lists the sockets that were tried', async () => {
    const text = await report({ sockets: { '/var/run/docker.sock': 'denied' } }, { kind: 'failed', error: new EngineError('permission-denied', 'You may not use it.', 'EACCES'), retryAt: 0 });
    assert.match(text, /Docker socket \| `unix:\/\/\/var\/run\/docker\.sock` \| chosen: this user may not write to it/);
    assert.match(text, /OrbStack socket .* not there/);
    assert.match(text, /You may not use it\\\.\n- Raw text: `EACCES`/);
  });

  void it('shows no password, certificate or key', async () => {
    const secrets = { '/c/ca.pem': 'TOP-SECRET-CA', '/c/cert.pem': 'TOP-SECRET-CERT', '/c/key.pem': 'TOP-SECRET-KEY' };
    const environment = { DOCKER_HOST: 'tcp://ann:hunter2@h:2376', DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/c' };
    assert.doesNotMatch(await report({ files: secrets, environment }), /hunter2|TOP-SECRET/);
    assert.doesNotMatch(await report({}, connected, { host: 'ssh://ann:hunter2@h', context: '' }), /hunter2/);
  });

  void it('renders names and answers that are Markdown, HTML or control characters inert', async () => {
    const hostile = '`[x](command:evil) <img src=x>\u202e\n# h|';
    const status: LiveStatus = { ...connected, description: { ...description, product: hostile, version: hostile } };
    const text = await report({ environment: { DOCKER_CONTEXT: hostile }, files: contextFiles('x1', { Host: 'tcp://x' }) }, status);
    assert.doesNotMatch(text, /\u202e/);
    assert.doesNotMatch(text.replace(/(?<!\\)(`+).*?[^`]\1(?!`)/g, ''), /(?<!\\)\[x\]\(|(?<!\\)<img|^# h/m);
    // Every row of the table keeps its three cells.
    for (const row of text.split('\n').filter((line) => line.startsWith('| '))) {
      assert.equal(row.match(/(?<!\\)\|/g)?.length, 4, row);
    }
  });
});
