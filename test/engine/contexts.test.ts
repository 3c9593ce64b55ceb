/** The context store: what the CLI wrote, what somebody broke, what somebody wrote on purpose. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { contextEndpoint, listContexts, readContext, readCurrentContext } from '../../client/src/engine/contexts.ts';
import { EngineError } from '../../client/src/engine/errors.ts';
import { FileTooLarge, localMachine } from '../../client/src/engine/machine.ts';
import { configFile, contextFiles, fakeMachine, metadataFile } from './fake-machine.ts';

void describe('the context store', () => {
  void it('lists contexts by name', async () => {
    const machine = fakeMachine({ files: { ...contextFiles('zeta', { Host: 'tcp://z:1' }), ...contextFiles('alpha', { Host: 'ssh://a' }) } });
    const { contexts, problems } = await listContexts(machine);
    assert.deepEqual(contexts.map(({ name, host }) => [name, host]), [['alpha', 'ssh://a'], ['zeta', 'tcp://z:1']]);
    assert.deepEqual(problems, []);
  });

  it('reads no more contexts than anybody has, and says so', async () => {
    const names = Array.from({ length: 510 }, (_, index) => `c${index}`);
    const machine = fakeMachine({ files: Object.assign({}, ...names.map((name) => contextFiles(name, { Host: 'tcp://a:1' }))) as ReturnType<typeof contextFiles> });
    const { contexts, problems } = await listContexts(machine);
    assert.equal(contexts.length, 500);
    assert.match(problems[0]?.message ?? '', /only the first 500 of 510/);
  });

  const broken: Readonly<Record<string, readonly [text: string, message: RegExp]>> = {
    'is not JSON': ['{"Name": "broken", "token": "hunter2"', /not valid JSON/],
    'is huge': [`{"Name":"broken","x":"${'x'.repeat(300_000)}"}`, /larger than 262144 bytes/],
    'has the name of another': [JSON.stringify({ Name: 'production', Endpoints: { docker: { Host: 'tcp://evil:1' } } }), /belongs to another folder/],
    'has a name that is none': [JSON.stringify({ Name: ['broken'], Endpoints: {} }), /name is not valid/],
    'names no endpoint': [JSON.stringify({ Name: 'broken', Endpoints: { kubernetes: {} } }), /no Docker endpoint/],
    'is null': ['null', /name is not valid/],
  };
  for (const [what, [text, message]] of Object.entries(broken)) {
    void it(`lists the others when one ${what}, without quoting it`, async () => {
      const machine = fakeMachine({ files: { ...contextFiles('good', { Host: 'tcp://g:1' }), [metadataFile('broken')]: text } });
      const { contexts, problems } = await listContexts(machine);
      assert.deepEqual(contexts.map(({ name }) => name), ['good']);
      assert.equal(problems.length, 1);
      assert.match(problems[0]?.message ?? '', message);
      assert.doesNotMatch(problems[0]?.message ?? '', /hunter2/);
      await assert.rejects(readContext(machine, 'broken'), (error) => error instanceof EngineError && error.reason === 'misconfigured' && message.test(error.message));
    });
  }

  void it('reads the certificates of a context', async () => {
    const machine = fakeMachine({ files: contextFiles('prod', { Host: 'tcp://p:2376' }, { ca: 'CA', cert: 'CERT', key: 'KEY' }) });
    const endpoint = await contextEndpoint(machine, await readContext(machine, 'prod'));
    assert.deepEqual(endpoint, { kind: 'tcp', host: 'p', port: 2376, tls: { ca: 'CA', cert: 'CERT', key: 'KEY', verify: true } });
  });

  void it('encrypts where a context only skips the verification', async () => {
    const machine = fakeMachine({ files: contextFiles('lax', { Host: 'tcp://p:2376', SkipTLSVerify: true }) });
    assert.deepEqual(await contextEndpoint(machine, await readContext(machine, 'lax')), { kind: 'tcp', host: 'p', port: 2376, tls: { verify: false } });
  });

  void it('says which certificate file is too large', async () => {
    const machine = fakeMachine({ files: contextFiles('prod', { Host: 'tcp://p:2376' }, { ca: 'x'.repeat(2_000_000) }) });
    const context = await readContext(machine, 'prod');
    await assert.rejects(contextEndpoint(machine, context), (error) => error instanceof EngineError && error.reason === 'tls' && /ca\.pem cannot be read: larger than/.test(error.message));
  });

  void it('tells a broken config.json from one that sets no context', async () => {
    assert.deepEqual(await readCurrentContext(fakeMachine({})), { name: undefined });
    assert.deepEqual(await readCurrentContext(fakeMachine({ files: { [configFile]: '{"auths":{}}' } })), { name: undefined });
    assert.deepEqual(await readCurrentContext(fakeMachine({ files: { [configFile]: '{"currentContext":"prod"}' } })), { name: 'prod' });
    const { name, problem } = await readCurrentContext(fakeMachine({ files: { [configFile]: '{bad' } }));
    assert.equal(name, undefined);
    assert.match(problem?.message ?? '', /not valid JSON/);
  });
});

void describe('files of the local machine', { skip: process.platform === 'win32' ? 'needs named pipes of POSIX' : false }, () => {
  const machine = localMachine({});

  void it('are read up to a limit, and only where they are files', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'gantry-machine-'));
    try {
      const at = (name: string) => path.join(folder, name);
      writeFileSync(at('small'), 'é'.repeat(50_000));
      execFileSync('/usr/bin/env', ['mkfifo', at('pipe')]);
      symlinkSync('/dev/zero', at('endless'));
      assert.equal(await machine.readText(at('small'), 100_000), 'é'.repeat(50_000));
      await assert.rejects(machine.readText(at('small'), 99_999), FileTooLarge);
      await assert.rejects(machine.readText(at('pipe'), 10), /not a regular file/);
      await assert.rejects(machine.readText(at('endless'), 10), /not a regular file/);
      assert.equal(await machine.probe(at('small')), 'not-a-socket');
      assert.equal(await machine.probe(at('absent')), 'missing');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
