/** The description of a container: secrets masked, fields explained, two of them compared. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, suite, test } from 'node:test';
import { parse } from 'shell-quote';
import { explainField } from '../../client/src/inspect/explain-field.ts';
import { fieldExplanations } from '../../client/src/inspect/field-explanations.ts';
import { comparableText, inspectText } from '../../client/src/inspect/inspect-text.ts';
import { maskedLine, maskSecrets } from '../../client/src/inspect/mask-secrets.ts';
import { docker, ensureTestImage, missingEngine, removeLabelled, testImage } from '../support/docker-engine.ts';

const mask = '••••••';

void suite('secrets', () => {
  const cases: readonly (readonly [what: string, document: object, masked: object])[] = [
    ['in variables', { Config: { Env: ['DB_PASSWORD=geheim', 'MODE=prod', 'API_TOKEN=abc', 'EMPTY_SECRET=', 'PATH=/bin'] } }, { Config: { Env: [`DB_PASSWORD=${mask}`, 'MODE=prod', `API_TOKEN=${mask}`, 'EMPTY_SECRET=', 'PATH=/bin'] } }],
    ['in addresses', { Config: { Env: ['DATABASE=postgres://app:geheim@db/app'] } }, { Config: { Env: [`DATABASE=${mask}`] } }],
    ['in arguments', { Args: ['--password=geheim', '--port=80', '--token', 'abc', '-x', 'y'] }, { Args: [`--password=${mask}`, '--port=80', '--token', mask, '-x', 'y'] }],
    ['in what a shell runs', { Config: { Cmd: ['sh', '-c', 'MYSQL_PASSWORD=geheim exec app --mode=x'] } }, { Config: { Cmd: ['sh', '-c', `MYSQL_PASSWORD=${mask} exec app --mode=x`] } }],
    ['in flags within what a shell runs', { Config: { Cmd: ['sh', '-c', `app --password=geheim --port 80; "app" --token 'ge heim'`] } }, { Config: { Cmd: ['sh', '-c', `app --password=${mask} --port 80; "app" --token ${mask}`] } }],
    ['in health checks', { Config: { Healthcheck: { Test: ['CMD-SHELL', 'curl http://me:geheim@localhost/'] } } }, { Config: { Healthcheck: { Test: ['CMD-SHELL', `curl http://me:${mask}@localhost/`] } } }],
    ['in labels', { Config: { Labels: { 'app.secret': 'geheim', 'com.example.team': 'blue' } } }, { Config: { Labels: { 'app.secret': mask, 'com.example.team': 'blue' } } }],
  ];
  for (const [what, document, masked] of cases) {
    void test(`${what} are masked, and nothing else`, () => {
      assert.deepEqual(maskSecrets(document), masked);
    });
  }

  for (const [line, masked] of [
    ['nginx -g "daemon off;"', 'nginx -g "daemon off;"'],
    ["sh -c 'exit 1' --password=geheim --token geheim -x", `sh -c 'exit 1' --password=${mask} --token ${mask} -x`],
    [`sh -c "app --api-key=geheim" it's`, `sh -c "app --api-key=${mask}" it's`],
    ['/bin/app redis://:geheim@db', `/bin/app redis://:${mask}@db`],
  ] as const) {
    void test(`in a line are masked: ${line}`, () => {
      assert.equal(maskedLine(line), masked);
    });
  }

  void test('appear when they are asked for', () => {
    const document = { Config: { Env: ['DB_PASSWORD=geheim'] } };
    assert.doesNotMatch(inspectText(document, { secrets: false }), /geheim/);
    assert.match(inspectText(document, { secrets: true }), /geheim/);
  });
});

void suite('a field', () => {
  const text = inspectText({ State: { ExitCode: 137, Health: { Log: [{ Output: 'no' }] } }, Config: { Labels: { 'a.b': 'c' } }, NetworkSettings: { Networks: { front: { IPAddress: '172.18.0.2' } } }, Unknown: { Deep: 1 } }, { secrets: false });
  const explained = (word: string) => explainField(text, text.indexOf(word) + 1, 'web');

  void test('is explained, with what its value means and the line that prints it', () => {
    const found = explained('137');
    assert.equal(found?.path, 'State.ExitCode');
    assert.match(found.text, /^137: killed by SIGKILL/);
    assert.equal(found.command, "docker inspect --format '{{json .State.ExitCode}}' web");
  });

  void test('in a list, or below a name that somebody chose, is found as well', () => {
    assert.equal(explained('Output')?.path, 'State.Health.Log.0.Output');
    assert.equal(explained('IPAddress')?.path, 'NetworkSettings.Networks.front.IPAddress');
  });

  void test('without an explanation has that of what it is part of, or none', () => {
    assert.equal(explained('a.b')?.path, 'Config.Labels');
    assert.equal(explained('Deep'), undefined);
  });

  void test('is explained in a sentence that says something, for at least sixty of them', () => {
    const texts = Object.values(fieldExplanations);
    assert.ok(texts.length >= 60, String(texts.length));
    assert.equal(new Set(texts).size, texts.length);
    assert.deepEqual(texts.filter((each) => each.length < 25 || !each.endsWith('.')), []);
  });
});

void suite('two descriptions', () => {
  void test('do not differ by an order that engines make up: of mounts, and of variables in Docker 29', () => {
    const [a, b] = [{ Type: 'bind', Destination: '/a' }, { Type: 'bind', Destination: '/b' }];
    const one = { Config: { Env: ['A=1', 'B=2'], Cmd: ['b', 'a'] }, HostConfig: { Binds: ['/x:/a', '/y:/b'] }, Mounts: [a, b] };
    const other = { Config: { Env: ['B=2', 'A=1'], Cmd: ['b', 'a'] }, HostConfig: { Binds: ['/y:/b', '/x:/a'] }, Mounts: [b, a] };
    assert.equal(comparableText(one), comparableText(other));
    assert.notEqual(comparableText(one), comparableText({ ...one, Config: { ...one.Config, Cmd: ['a', 'b'] } }));
  });
});

void suite('on a real engine', { skip: (await missingEngine()) ?? false }, () => {
  const label = `gantry.test=${randomUUID()}`;
  after(() => removeLabelled(label));

  async function document(...flags: string[]): Promise<Record<string, unknown>> {
    await ensureTestImage();
    const { output } = await docker('create', '--label', label, ...flags, testImage, 'sleep', '1');
    const inspected = await docker('inspect', output.trim());
    return (JSON.parse(inspected.output) as Record<string, unknown>[])[0] ?? assert.fail();
  }

  void test('two containers that were made alike do not differ, and one flag is one difference', async () => {
    const [one, other, third] = [await document('--memory', '64m'), await document('--memory', '64m'), await document('--memory', '128m')];
    assert.equal(comparableText(one), comparableText(other));
    const [left, right] = [one, third].map((each) => comparableText(each).split('\n')) as [string[], string[]];
    assert.deepEqual(right.filter((line, index) => line !== left[index]).map((line) => line.trim().split(':')[0]), ['"Memory"', '"MemorySwap"']);
  });

  void test('every line that prints a field is one that the CLI prints', async () => {
    const inspected = await document('--health-cmd', 'true');
    const text = inspectText(inspected, { secrets: true });
    for (const word of ['"ExitCode"', '"Memory"', '"NetworkMode"', '"Labels"', '"Entrypoint"']) {
      const found = explainField(text, text.indexOf(word) + 1, String(inspected['Id'])) ?? assert.fail(word);
      const [, , , template = ''] = parse(found.command) as string[];
      const { ok, output } = await docker('inspect', '--format', template, String(inspected['Id']));
      assert.ok(ok, output);
      const value = found.path.split('.').reduce<unknown>((inner, part) => (inner as Record<string, unknown>)[part], inspected);
      assert.deepEqual(JSON.parse(output), value ?? null);
    }
  });
});
