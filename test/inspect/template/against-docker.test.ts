/** Templates are evaluated as the docker CLI does it, on containers of a real engine. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { promisify } from 'node:util';
import { type Answer, Description } from '../../../client/src/inspect/template/extract.ts';
import { docker, missingEngine, removeLabelled } from '../../support/docker-engine.ts';
import { describedContainers } from './containers.ts';
import { evaluated, notEvaluated } from './templates.ts';

const execute = promisify(execFile);

interface Judge {
  readonly program: string;
  /** As the evaluator names it. */
  readonly version: '20.10' | '28';
}

async function judges(): Promise<readonly Judge[]> {
  const found = await Promise.all(
    ['docker', '/usr/bin/docker', '/usr/local/bin/docker'].map(async (program) => {
      const version = await execute(program, ['version', '--format', '{{.Client.Version}}']).then(({ stdout }) => stdout, () => '');
      const known = (['20.10', '28'] as const).find((each) => version.startsWith(`${each}.`));
      return known === undefined ? [] : [{ program, version: known }];
    }),
  );
  return found.flat().filter(({ version }, index, all) => all.findIndex((each) => each.version === version) === index);
}

async function printed({ program }: Judge, template: string, ids: readonly string[]): Promise<{ readonly ok: boolean; readonly stdout: string }> {
  return execute(program, ['inspect', '--type', 'container', '--format', template, ...ids]).then(
    ({ stdout }) => ({ ok: true, stdout }),
    (error: unknown) => ({ ok: false, stdout: (error as { readonly stdout: string }).stdout }),
  );
}

const missing = await missingEngine();
const known = missing === undefined ? await judges() : [];

void suite('extracted fields', { skip: missing ?? (known.length === 0 ? 'no docker CLI of a version that is known' : false) }, () => {
  const label = `gantry.test=${randomUUID()}`;
  let ids: readonly string[] = [];
  let descriptions: readonly Description[] = [];

  before(async () => {
    ids = await describedContainers(docker, label);
    const { stdout } = await execute('docker', ['inspect', ...ids], { maxBuffer: 2 ** 24 });
    descriptions = (JSON.parse(stdout) as Record<string, unknown>[]).map((document) => new Description(document));
  });
  after(() => removeLabelled(label));

  /** One answer for each container, as that version gives it. */
  function answers(template: string, version: Judge['version']): readonly Answer[] {
    return descriptions.map((description) => {
      const extraction = description.extract(template);
      return extraction.kind === 'versions' ? (extraction.answers.find((each) => each.version === version)?.answer ?? assert.fail()) : extraction;
    });
  }

  for (const judge of known) {
    for (const template of evaluated) {
      void test(`docker ${judge.version}: ${template}`, async () => {
        const expected = await printed(judge, template, ids);
        const given = answers(template, judge.version);
        assert.deepEqual(given.filter(({ kind }) => kind === 'unknown'), []);
        const texts = given.flatMap((answer) => (answer.kind === 'text' ? [`${answer.text}\n`] : []));
        assert.deepEqual({ ok: texts.length === given.length, stdout: texts.join('') }, { ...expected, stdout: expected.stdout === '\n' && texts.length === 0 ? '' : expected.stdout });
      });
    }
  }

  void test('are refused where only the CLI knows the answer', () => {
    for (const template of notEvaluated) {
      const kinds = descriptions.map((description) => description.extract(template).kind);
      assert.ok(kinds.includes('unknown') && kinds.every((kind) => kind === 'unknown' || kind === 'mistake'), `${template}: ${kinds.join(' ')}`);
    }
  });
});
