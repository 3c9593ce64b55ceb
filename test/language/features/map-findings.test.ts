/** Findings without their analysis: the same as with it, whatever regions say about each other. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { projectRoot } from '../../../scripts/build.ts';
import { newestCli } from '../../../server/src/language/docker/versions.ts';
import { mapFindings } from '../../../server/src/language/features/map-findings.ts';
import { analyse, findingsOf, type AnalysisSettings } from '../../../server/src/language/features/snapshot.ts';
import { rules } from '../../../server/src/language/rules/index.ts';
import type { Finding } from '../../../server/src/language/rules/rule.ts';
import type { DocumentKind } from '../../../server/src/language/shell/document-kind.ts';
import { marked } from '../../support/markers.ts';

const settings: AnalysisSettings = { version: newestCli, rules: Object.fromEntries(rules.map(({ id }) => [id, 'warning'])), files: { kindOf: () => 'unknown' } };
const plain = ({ span, ruleId, severity, message, hasSafeFix, fixes, subject }: Finding) => ({ span, ruleId, severity, message, hasSafeFix, fixes, subject });

const texts = rules.flatMap(({ examples, silent }) => [...examples.map(({ bad }) => marked(bad).text), ...silent]);
const isMarkdown = (text: string) => /^(?:`{3}|~{3}|#|<!--)/m.test(text) && /`{3}|~{3}/.test(text);
const folder = path.join(projectRoot, 'examples');
const examples = readdirSync(folder).map((name): readonly [string, DocumentKind, string] => [name, name.endsWith('.md') ? 'markdown' : 'shell', readFileSync(path.join(folder, name), 'utf8')]);

const documents: readonly (readonly [what: string, kind: DocumentKind, text: string])[] = [
  ...examples,
  ['every example of a rule in one script', 'shell', texts.filter((text) => !isMarkdown(text)).join('\n')],
  ['every example of a rule in one text', 'markdown', texts.map((text) => (isMarkdown(text) ? text : `\`\`\`sh\n${text}\n\`\`\`\n`)).join('\n')],
  ['an image that is built further down', 'shell', 'docker run -d shop\ndocker build -t shop .\n'],
  ['an image that is built in another block', 'markdown', '```sh\ndocker run -d shop\n```\n\n```sh\ndocker build -t shop .\n```\n'],
  ['a comment for all that follows', 'shell', '# gantry disable=image-without-tag\ndocker run -d shop\n\ndocker run -d mall\n# gantry enable\ndocker run -d kiosk\n'],
  ['a comment of the text', 'markdown', '<!-- gantry disable-next-line -->\n```sh\ndocker run -d shop\n```\n\nInline `docker run -d shop --rmm`.\n\n```sh\ndocker run -d mall\n```\n'],
];

void describe('findings without their analysis', () => {
  for (const [what, kind, text] of documents) {
    void it(`are the same: ${what}`, () => {
      const found = findingsOf(analyse(text, kind, settings)).map(plain);
      assert.deepEqual(mapFindings(text, kind, settings, plain), found);
      assert.ok(found.length > 0);
    });
  }
});
