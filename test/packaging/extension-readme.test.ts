import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { projectRoot } from '../../scripts/build.ts';
import { extensionReadme } from '../../scripts/extension-readme.ts';

const rows: readonly (readonly [readme: string, page: string])[] = [
  ['# A\n\n![x](media/x.png)\n\nText.\n', '# A\n\nText.\n'],
  ['![x](https://example.com/x.png)\n', '![x](https://example.com/x.png)\n'],
  ['See [docs/a.md](docs/a.md) and [b](https://example.com), [c](#c).\n', 'See docs/a.md and [b](https://example.com), [c](#c).\n'],
  ['A\n\n<!-- repository -->\n## Try it\n\ntext\n<!-- /repository -->\n\n## B\n\n<!-- repository -->\nx\n<!-- /repository -->\n', 'A\n\n## B\n\n'],
];

suite('the page of the extension', () => {
  for (const [readme, page] of rows) {
    test(JSON.stringify(readme), () => {
      assert.equal(extensionReadme(readme), page);
    });
  }

  test('is the README of the project without what only the repository has', () => {
    const page = extensionReadme(readFileSync(path.join(projectRoot, 'README.md'), 'utf8'));
    assert.match(page, /^# Gantry\n[^]*## What you get\n[^]*## Privacy and safety\n/);
    assert.doesNotMatch(page, /repository -->|npm install|media\/|CONTRIBUTING/);
  });
});
