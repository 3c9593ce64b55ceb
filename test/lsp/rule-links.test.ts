/** The page that the id of a finding leads to. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { rulePagesFolder } from '../../scripts/generate-rule-pages.ts';
import { rules } from '../../server/src/language/rules/index.ts';
import { ruleLinks } from '../../server/src/lsp/rule-links.ts';
import { startEditor, type EditorOptions } from './editor.ts';

const script = 'file:///project/deploy.sh';

async function linkOfFinding(initializationOptions?: unknown): Promise<string | undefined> {
  const options: EditorOptions = initializationOptions === undefined ? {} : { initialize: { initializationOptions } };
  const editor = await startEditor(options);
  try {
    await editor.open(script, 'docker run --memroy 1g nginx:1.27\n');
    const { diagnostics } = await editor.findings(script);
    return diagnostics.find(({ code }) => code === 'unknown-flag')?.codeDescription?.href;
  } finally {
    editor.close();
  }
}

test('a finding leads to the page of its rule on this machine', async () => {
  const href = await linkOfFinding();
  assert.ok(href !== undefined && existsSync(fileURLToPath(href)), href);
  assert.match(href, /\/docs\/rules\/unknown-flag\.md$/);
});

test('every rule has the page that its findings lead to', () => {
  const links = ruleLinks(undefined, rulePagesFolder);
  assert.deepEqual(rules.filter(({ id }) => !existsSync(fileURLToPath(links(id) ?? 'file:///'))), []);
});

test('an editor that shows the pages itself gets addresses of its own scheme', async () => {
  assert.equal(await linkOfFinding({ rulePageScheme: 'gantry-rule' }), 'gantry-rule:/unknown-flag.md');
});

test('what is no scheme is not linked to', async () => {
  assert.match((await linkOfFinding({ rulePageScheme: 'java script' })) ?? '', /^file:/);
});

test('without documentation beside the server there is no link rather than a dead one', () => {
  const empty = mkdtempSync(path.join(tmpdir(), 'gantry-no-docs-'));
  try {
    assert.equal(ruleLinks(undefined, path.join(empty, 'docs/rules'))('unknown-flag'), undefined);
  } finally {
    rmSync(empty, { recursive: true });
  }
});
