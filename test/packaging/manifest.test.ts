/** package.json and its texts: what is generated is up to date, and what is named exists. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../../scripts/build.ts';
import { generateManifest, generateStrings, manifestPath, stringsPath } from '../../scripts/generate-manifest.ts';
import { cliVersionFor } from '../../server/src/language/docker/versions.ts';
import { rules } from '../../server/src/language/rules/index.ts';
import { dockerVersions } from '../../shared/settings.ts';
import { sourcesIn } from '../architecture/sources.ts';

interface Manifest {
  readonly icon: string;
  readonly main: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly snippets: readonly { readonly path: string }[];
    readonly jsonValidation: readonly { readonly url: string }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly default: unknown; readonly properties?: Readonly<Record<string, unknown>> }>>;
    };
  };
}

const text = readFileSync(manifestPath, 'utf8');
const strings = readFileSync(stringsPath, 'utf8');
const manifest = JSON.parse(text) as Manifest;

void test('the settings in package.json are those of `npm run generate`', () => {
  assert.equal(text, generateManifest(text));
  assert.equal(strings, generateStrings(strings));
});

void test('every rule can be set', () => {
  assert.deepEqual(
    Object.keys(manifest.contributes.configuration.properties['gantry.rules']?.properties ?? {}),
    rules.map(({ id }) => id),
  );
});

void test('every text that package.json names is there, and no other', () => {
  const named = [...text.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key ?? '');
  assert.deepEqual([...new Set(named)].sort(), Object.keys(JSON.parse(strings) as object).sort());
});

void test('every file that package.json names is in the repository or made by the build', () => {
  const named = [manifest.icon, ...manifest.contributes.snippets.map((snippets) => snippets.path), ...manifest.contributes.jsonValidation.map(({ url }) => url)];
  assert.deepEqual(named.filter((file) => !existsSync(path.join(projectRoot, file))), []);
  for (const file of [manifest.main, ...Object.values(manifest.bin)]) {
    assert.match(file, /^(\.\/)?dist\/(extension|server|gantry)\.cjs$/);
  }
});

void test('the extension registers every command that the palette shows', () => {
  const source = sourcesIn('client').map(({ text: sourceText }) => sourceText).join('\n');
  for (const { command } of manifest.contributes.commands) {
    assert.ok(source.includes(`'${command}'`), command);
  }
});

void test('every Docker version on offer is understood', () => {
  assert.deepEqual(dockerVersions.filter((version) => cliVersionFor(version) === undefined), []);
});
