/** The tree of what `docker inspect` knows of a container, judged by a real engine and the real CLI. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { containerFields, type TemplateField } from '../../server/src/language/docker/inspect-fields.ts';
import { cliVersionFor } from '../../server/src/language/docker/versions.ts';
import { docker, ensureTestImage, missingEngine, removeLabelled, testImage } from '../support/docker-engine.ts';

type Fields = Readonly<Record<string, TemplateField>>;

const reason = await missingEngine();
if (reason !== undefined) {
  console.log(`skipped: fields of inspect: ${reason}`);
}

/** Filled only by newer engines, or while a health check is at work: the CLI knows no type for what is missing. */
const notAlwaysThere = /^\.(?:State\.Health\.|Storage$|Storage\.|ImageManifestDescriptor\.)/;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Paths in what the engine sent that the tree does not reach. */
function unknownPaths(sent: Readonly<Record<string, unknown>>, fields: Fields, path = ''): string[] {
  return Object.entries(sent).flatMap(([name, value]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const here = `${path}.${name}`;
    if (field === undefined) {
      return [here];
    }
    const { fields: inner, each = {} } = field;
    const elements = Object.keys(each).length === 0 || typeof value !== 'object' || value === null ? [] : Object.values(value).filter(isRecord);
    return [...(inner !== undefined && isRecord(value) ? unknownPaths(value, inner, here) : []), ...elements.flatMap((element) => unknownPaths(element, each, `${here}[]`))];
  });
}

function pathsIn(fields: Fields, path = ''): string[] {
  return Object.entries(fields).flatMap(([name, { fields: inner }]) => [`${path}.${name}`, ...(inner === undefined ? [] : pathsIn(inner, `${path}.${name}`))]);
}

void suite('fields of docker inspect', { skip: reason }, () => {
  const label = `gantry.test=${randomUUID()}`;
  let id = '';

  before(async () => {
    await ensureTestImage();
    const options = ['--health-cmd', 'true', '-v', '/data', '-p', '127.0.0.1::80', '--ulimit', 'nofile=64', '--device', '/dev/null', '--restart', 'always'];
    const made = await docker('run', '-d', '--label', label, ...options, testImage, 'sleep', '600');
    id = /^[\da-f]{64}$/m.exec(made.output)?.[0] ?? '';
    assert.ok(made.ok && id !== '', made.output);
  });
  after(() => removeLabelled(label));

  void test('all that the engine sends is in the tree', async () => {
    const [sent] = JSON.parse((await docker('inspect', '--size', id)).output) as [Record<string, unknown>];
    assert.deepEqual(unknownPaths(sent, containerFields), []);
  });

  void test('all that is in the tree is known to the CLI', async (context) => {
    const { output: release } = await docker('version', '--format', '{{.Client.Version}}');
    if (cliVersionFor(release.trim()) === '20.10.24') {
      console.log(`skipped: fields of inspect by the CLI: docker ${release.trim()} lacks those that came later`);
      context.skip('the docker on PATH is older than 28');
      return;
    }
    const paths = pathsIn(containerFields).filter((path) => !notAlwaysThere.test(path));
    const refused: string[] = [];
    for (const path of paths) {
      const { ok, output } = await docker('inspect', '--format', `{{json ${path}}}`, id);
      if (!ok) {
        refused.push(`${path}: ${output}`);
      }
    }
    assert.deepEqual(refused, []);
    assert.ok(paths.length > 150, String(paths.length));
  });
});
