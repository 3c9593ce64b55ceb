/** What the build changes in bundles leaves their meaning as it is. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { suite, test } from 'node:test';
import { asciiOnly } from '../../scripts/ascii-only.ts';
import { projectRoot } from '../../scripts/build.ts';
import { withPlainReexports } from '../../scripts/plain-reexports.ts';

const require = createRequire(import.meta.url);
/** The protocol is a dependency of the server's library, not one of ours. */
const ofServer = createRequire(require.resolve('vscode-languageserver/node'));

void suite('a bundle in ASCII', () => {
  for (const [source, matched, spared] of [
    ['/[.…]$/', 'more…', 'more2026'],
    ['/^(?:➜|✗)\\s/', '➜ ls', 'u279c ls'],
    ['/^🐳$/u', '🐳', '🐋'],
  ] as const) {
    void test(`matches with ${source} as before`, () => {
      const written = asciiOnly(source);
      assert.match(written, /^[ -~]+$/);
      const [, pattern, flags] = /^\/(.*)\/(\w*)$/.exec(written) ?? [];
      const expression = new RegExp(pattern ?? '', flags);
      assert.match(matched, expression);
      assert.doesNotMatch(spared, expression);
    });
  }

  void test('is refused where an escape would mean something else', () => {
    assert.throws(() => asciiOnly('/\\…/'), /cannot be escaped/);
  });
});

void test('re-exports that cannot be made plain end the build', () => {
  assert.throws(() => withPlainReexports('var __createBinding = function () {};', 'api.js'), /api\.js .*has changed/);
  assert.equal(withPlainReexports('exports.x = 1;', 'api.js'), 'exports.x = 1;');
});

void test('the bundled protocol exports what its package does', () => {
  const kinds = (module: object) => Object.fromEntries(Object.entries(module).map(([name, value]) => [name, typeof value] as const));
  const bundled = kinds(require(path.join(projectRoot, 'dist/protocol.cjs')) as object);
  assert.deepEqual(bundled, kinds(ofServer('vscode-languageserver-protocol/node') as object));
  assert.ok(Object.keys(bundled).length > 200);
});

void test('the manifest asks for a VS Code that the client\'s library takes, which is then not asked again', () => {
  const library = readFileSync(path.join(projectRoot, 'node_modules/vscode-languageclient/lib/node/main.js'), 'utf8');
  const { engines } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { readonly engines: { readonly vscode: string } };
  const minor = (range: string | undefined) => Number(/^\^1\.(\d+)\.0$/.exec(range ?? '')?.[1]);
  const required = minor(/REQUIRED_VSCODE_VERSION = '([^']+)'/.exec(library)?.[1]);
  assert.ok(required > 0);
  assert.ok(minor(engines.vscode) >= required);
});
