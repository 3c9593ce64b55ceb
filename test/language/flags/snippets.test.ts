/** What a snippet inserts is a command that Docker takes and that we have nothing to say against. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { analyse, findingsOf } from '../../../server/src/language/features/snapshot.ts';
import { defaultSettings } from '../../support/commands.ts';

interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const file = new URL('../../../snippets/docker.json', import.meta.url);
const snippets = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Snippet>;

/** The text after every tab stop was left at its default. */
function inserted(body: readonly string[]): string {
  return body
    .join('\n')
    .replace(/\$\{CURRENT_YEAR\}/g, '2026')
    .replace(/\$\{CURRENT_(?:MONTH|DATE)\}/g, '03')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/(?<!\\)\$\d/g, '')
    .replace(/\\([\\$}])/g, '$1');
}

describe('snippets', () => {
  for (const [name, { prefix, description, body }] of Object.entries(snippets)) {
    it(name, () => {
      assert.ok(prefix.length > 0 && description.length > 10);
      const text = inserted(body);
      assert.doesNotMatch(text, /\$\{/);
      const snapshot = analyse(text, 'shell', defaultSettings);
      const commands = snapshot.regions.flatMap((region) => region.commands);
      assert.ok(commands.length > 0, text);
      for (const { facts, problems } of commands) {
        assert.ok(facts, text);
        assert.deepEqual(problems, [], text);
      }
      const loud = findingsOf(snapshot).filter(({ severity }) => severity === 'error' || severity === 'warning');
      assert.deepEqual(loud.map(({ ruleId }) => ruleId), [], text);
    });
  }

  it('have prefixes of their own', () => {
    const prefixes = Object.values(snippets).flatMap(({ prefix }) => prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
  });

  it('end tab stops with the final position', () => {
    for (const { body } of Object.values(snippets)) {
      assert.match(body.join('\n'), /\$0$/);
    }
  });
});
