/** Templates are evaluated as the docker CLI does it, on containers of a real engine. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { promisify } from 'node:util';
import { connectEngine } from '../../../client/src/engine/dockerode-engine.ts';
import { editions } from '../../../client/src/inspect/template/edition.ts';
import { type Answer, Description } from '../../../client/src/inspect/template/extract.ts';
import { dockerClis } from '../../support/docker-clis.ts';
import { docker, missingEngine } from '../../support/docker-engine.ts';
import { closeTemplate } from '../../../client/src/inspect/template/close-template.ts';
import { completeTemplate } from '../../../client/src/inspect/template/complete-template.ts';
import { readyTemplates } from '../../../client/src/inspect/template/ready-templates.ts';
import { describedContainers, removeDescribed } from './containers.ts';
import { evaluated, notEvaluated } from './templates.ts';

const execute = promisify(execFile);

interface Judge {
  readonly file: string;
  /** As the evaluator names it. */
  readonly version: '20.10' | '28' | '29';
}

async function judges(): Promise<readonly Judge[]> {
  return (await dockerClis()).flatMap(({ file, release }) => {
    const version = (['20.10', '28', '29'] as const).find((each) => release.startsWith(`${each}.`));
    return version === undefined ? [] : [{ file, version }];
  });
}

/** A single call for all containers is faster, and no template here makes docker's second try for one of them the first for the next. */
async function printed({ file }: Judge, template: string, ids: readonly string[]): Promise<{ readonly ok: boolean; readonly stdout: string }> {
  return execute(file, ['inspect', '--type', 'container', '--format', template, ...ids]).then(
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
    const engine = await connectEngine({ kind: 'unix', path: '/var/run/docker.sock' });
    descriptions = await Promise.all(ids.map(async (id) => new Description(...(await Promise.all(editions.map(async ({ api }) => (await engine.inspectContainer(id, { apiVersion: api })).document))))));
    engine.close();
  });
  after(() => removeDescribed(docker, label));

  /** One answer for each container, as that version gives it. */
  function answers(template: string, version: Judge['version']): readonly Answer[] {
    return descriptions.map((description) => {
      const extraction = description.extract(template);
      return extraction.kind === 'versions' ? (extraction.answers.find((each) => each.version === version)?.answer ?? assert.fail()) : extraction;
    });
  }

  for (const judge of known) {
    for (const template of [...evaluated, ...readyTemplates.map((ready) => ready.template)]) {
      void test(`docker ${judge.version}: ${template}`, async () => {
        const expected = await printed(judge, template, ids);
        const given = answers(template, judge.version);
        assert.deepEqual(given.filter(({ kind }) => kind === 'unknown'), []);
        const texts = given.flatMap((answer) => (answer.kind === 'text' ? [`${answer.text}\n`] : []));
        assert.deepEqual({ ok: texts.length === given.length, stdout: texts.join('') }, { ...expected, stdout: expected.stdout === '\n' && texts.length === 0 ? '' : expected.stdout });
      });
    }
  }

  void test('are completed with what docker finds: no candidate leads to a mistake', () => {
    let tried = 0;
    const follow = (description: Description, template: string, depth: number) => {
      for (const { start, end, text, type } of completeTemplate(description, template, template.length)) {
        const next = template.slice(0, start) + text + template.slice(end);
        if (type === 'function') {
          continue;
        }
        tried++;
        const extraction = description.extract(closeTemplate(next));
        assert.ok(extraction.kind !== 'mistake', `${next}: ${extraction.kind === 'mistake' ? extraction.message : ''}`);
        if (depth > 0 && type === 'object') {
          follow(description, `${next}.`, depth - 1);
        }
      }
    };
    for (const description of descriptions) {
      for (const template of ['{{.', '{{range .Mounts}}{{.', '{{json .Config.Labels.', '{{index .Config.Labels "', '{{with .State}}{{.', '{{range $name, $network := .NetworkSettings.Networks}}{{$network.', '{{index .NetworkSettings.Ports "']) {
        follow(description, template, 2);
      }
    }
    assert.ok(tried > 500, String(tried));
  });

  void test('are refused where only the CLI knows the answer', () => {
    for (const template of notEvaluated) {
      const kinds = descriptions.map((description) => description.extract(template).kind);
      assert.ok(kinds.includes('unknown') && kinds.every((kind) => kind === 'unknown' || kind === 'mistake'), `${template}: ${kinds.join(' ')}`);
    }
  });
});
