/** Extract Field: from a template that is written with help to its result, with secrets shown only to those who ask. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { suite, test } from 'node:test';
import type { Memory, Target } from '../../client/src/containers/action.ts';
import { extractField } from '../../client/src/containers/actions/extract-field.ts';
import { readyTemplates } from '../../client/src/inspect/template/ready-templates.ts';
import type { ContainerDetails } from '../../client/src/engine/container.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import { EngineError } from '../../client/src/engine/errors.ts';
import { container } from './fake-live-engine.ts';
import { ManualClock } from './manual-clock.ts';
import { type Answer, noMemory, ScriptedUi } from './scripted-ui.ts';

const document = {
  Id: 'f00d',
  Name: '/web',
  State: { Status: 'running', ExitCode: 0 },
  Config: { Env: ['DB_PASSWORD=geheim', 'MODE=prod'], Labels: { 'app.secret': 'geheim', evil: '\u202e$(x)\u001b[31m' } },
  NetworkSettings: { Networks: {} },
};

function target(rest: Partial<Target> = {}): Target {
  const inspectContainer = () => Promise.resolve({ document } as unknown as ContainerDetails);
  return { engine: { inspectContainer } as Partial<Engine> as Engine, container: container(1, { name: 'web' }), ...rest };
}

async function run(of: Target, memory: Memory, ...answers: readonly Answer[]): Promise<ScriptedUi> {
  const ui = new ScriptedUi(...answers);
  await extractField.run([of], { ui, clock: new ManualClock(), memory });
  ui.done();
  return ui;
}

/** The words of a line, as a POSIX shell reads it. */
function wordsOf(line = ''): readonly string[] {
  return execFileSync('sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

void suite('extracting a field', () => {
  void test('copies the result of what was written', async () => {
    const ui = await run(target(), noMemory, ['{{.State.Status}}', 'running'], 'Copy Result');
    assert.equal(ui.copied, 'running');
  });

  void test('begins with templates that are ready, by name', async () => {
    const ui = await run(target(), noMemory, ['stat', 'Status', 'running'], 'Open Result');
    assert.deepEqual(ui.shown, [{ name: 'web.field.txt', text: 'running' }]);
    assert.ok(readyTemplates.every(({ title }) => ui.asked[0]?.texts.includes(title)));
  });

  void test('completes by choosing rows, and adds what is missing at the end', async () => {
    const ui = await run(target(), noMemory, ['{{.St', 'State', '{{.State.Exi', 'ExitCode', '0'], 'Copy docker Command');
    assert.deepEqual(wordsOf(ui.copied), ['docker', 'inspect', '--format', '{{.State.ExitCode}}', 'web']);
  });

  void test('copies a line for the engine that has the container, whatever stands in the template', async () => {
    const template = `{{index .Config.Labels "it's $HOME \`x\`"}}`;
    const ui = await run(target({ cliOptions: ['--context', 'build'] }), noMemory, [template, '(an empty text)'], 'Copy docker Command');
    assert.deepEqual(wordsOf(ui.copied), ['docker', '--context', 'build', 'inspect', '--format', template, 'web']);
  });

  void test('masks secrets in rows, results and documents until they are asked for', async () => {
    for (const template of ['{{range .Config.Env}}{{println .}}{{end}}', '{{index .Config.Labels "app.secret"}}', '{{json .Config}}', '{{index (split (index .Config.Env 0) "=") 1}}']) {
      const row = (ui: ScriptedUi) => ui.progressed.at(-1) ?? '';
      const dismissed = await run(target(), noMemory, [template]);
      assert.match(row(dismissed), /secrets are masked/);
      assert.doesNotMatch(dismissed.seen, /geheim/);
      const label = row(dismissed).split(' | ')[0] ?? '';
      const masked = await run(target(), noMemory, [template, label], 'Copy Result');
      assert.match(masked.copied ?? '', /••••••/);
      assert.doesNotMatch(masked.seen + (masked.copied ?? ''), /geheim/);
      const open = await run(target(), noMemory, [template, label], 'Open Result with Secrets');
      assert.match(open.shown[0]?.text ?? '', /geheim/);
    }
    const typing = await run(target(), noMemory, ['{{index .Config.Labels "', '{{index .Config.Env ', 'Config.']);
    assert.doesNotMatch(typing.seen, /geheim/);
  });

  void test('says where a mistake is, and ends with nothing', async () => {
    const ui = await run(target(), noMemory, ['{{.State.Status}} {{.Nope}}', 'There is no Nope.']);
    assert.match(ui.progressed[0] ?? '', /^There is no Nope\. \|  \| Column 21: .*\{\{▸\.Nope\}\}$/);
    assert.equal(ui.copied, undefined);
  });

  void test('leaves to docker what only docker knows', async () => {
    const ui = await run(target(), noMemory, ['{{.}}', 'Copy the line for docker: only docker knows this result'], 'Copy docker Command');
    assert.deepEqual(wordsOf(ui.copied), ['docker', 'inspect', '--format', '{{.}}', 'web']);
    assert.deepEqual(ui.asked[1]?.texts.filter((text) => text.startsWith('Copy Result')), []);
  });

  void test('shows both answers where versions of docker disagree', async () => {
    const ui = await run(target(), noMemory, ['{{json .NetworkSettings}}']);
    const labels = ui.progressed.map((row) => row.split(' | ')[0] ?? '');
    assert.deepEqual(labels.map((label) => label.slice(0, 13)), ['docker 20.10:', 'docker 28: {"', 'docker 29: {"']);
  });

  void test('offers the template of the last time', async () => {
    const kept = new Map<string, string>();
    const memory: Memory = { get: (key) => kept.get(key), set: (key, value) => void kept.set(key, value) };
    await run(target(), memory, ['{{.Name}}', '/web'], undefined);
    const ui = await run(target(), memory, ['The one before', '/web'], 'Copy Result');
    assert.equal(ui.copied, '/web');
  });

  void test('shows hostile values without their control characters', async () => {
    const ui = await run(target(), noMemory, ['{{.Config.Labels.evil}}', '{{.Config.Labels.']);
    assert.doesNotMatch(ui.progressed.join('\n'), /[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  void test('reports a container that cannot be inspected', async () => {
    const engine = { inspectContainer: () => Promise.reject(new EngineError('not-found', 'It is gone.', 'raw')) } as Partial<Engine> as Engine;
    const ui = await run(target({ engine }), noMemory);
    assert.equal(ui.reports[0]?.severity, 'error');
    assert.match(ui.reports[0].message, /^web could not be inspected\. /);
  });
});
