/** Every recorded verdict of the CLI on a value of these kinds is what the grammar says. */
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { cliVersions } from '../../../server/src/language/docker/generated/cli.ts';
import { grammars } from './grammars.ts';

interface Verdict {
  readonly ok: boolean;
}
type Example = { readonly flag: string; readonly value: string } & Readonly<Partial<Record<(typeof cliVersions)[number], Verdict>>>;
interface Facts {
  readonly valueKinds: Readonly<Record<string, { readonly examples?: readonly Example[] }>>;
}

const facts = JSON.parse(readFileSync(new URL('../../../scripts/data/cli-facts.json', import.meta.url), 'utf8')) as Facts;

/** Verdicts that depend on more than the value, by kind and value. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ['network-alias a', 'whether there is a user-defined network beside it: rule network-mode-conflict'],
]);

describe('recorded verdicts of the CLI', () => {
  let compared = 0;
  for (const grammar of grammars) {
    it(grammar.kind, () => {
      for (const example of facts.valueKinds[grammar.kind]?.examples ?? []) {
        for (const version of cliVersions) {
          const verdict = example[version];
          if (verdict === undefined || elsewhere.has(`${grammar.kind} ${example.value}`)) {
            continue;
          }
          const { problems } = grammar.parse(example.value, { version });
          const refused = problems.find(({ refusedBy }) => refusedBy === 'cli');
          assert.equal(refused === undefined, verdict.ok, `${example.flag} ${JSON.stringify(example.value)} on ${version}: ${refused?.message ?? 'accepted by the grammar'}`);
          compared++;
        }
      }
    });
  }
  it('compares hundreds of them', () => {
    assert.ok(compared > 500, String(compared));
  });
});
