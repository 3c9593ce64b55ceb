/** Every example of the facts file, as the real CLI judged it, against the grammars; and every kind has a grammar. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { commands, type CliVersion, type ValueKind } from '../../../server/src/language/docker/cli-facts.ts';
import { cliVersions, valueKinds } from '../../../server/src/language/docker/generated/cli.ts';
import { grammarOf, grammars } from '../../../server/src/language/docker/values/index.ts';

interface Example {
  readonly flag: string;
  readonly value: string;
  readonly [version: string]: unknown;
}

const facts = JSON.parse(readFileSync(new URL('../../../scripts/data/cli-facts.json', import.meta.url), 'utf8')) as {
  readonly valueKinds: Readonly<Record<string, { readonly examples?: readonly Example[] }>>;
};

/** Examples whose verdict hangs on something besides the value, and why. */
const exclusions: readonly { readonly kind: ValueKind; readonly value?: string; readonly why: string }[] = [
  { kind: 'env-file', why: 'the CLI reads the file' },
  { kind: 'label-file', why: 'the CLI reads the file' },
  { kind: 'security-opt', value: 'seccomp=bad.json', why: 'the CLI reads the file' },
  { kind: 'security-opt', value: 'seccomp=missing.json', why: 'the CLI reads the file' },
  { kind: 'security-opt', value: 'seccomp=builtin', why: 'CLI 20.10 looks for a file of this name' },
  { kind: 'int', why: 'the CLI asks the engine for its operating system' },
  { kind: 'uint', value: '100', why: 'the CLI asks the engine for its operating system' },
  { kind: 'network-alias', why: 'needs a user-defined network beside it: a rule about two flags' },
];

function excluded(kind: string, value: string): boolean {
  return exclusions.some((entry) => entry.kind === kind && (entry.value === undefined || entry.value === value));
}

const byFlag = new Map(commands.flatMap(({ flags }) => flags.map((flag) => [flag.name, flag] as const)));

/** A CLI that lacks the flag refuses any value of it, which says nothing of the grammar. */
function lacksFlag(flag: string, version: CliVersion): boolean {
  return byFlag.get(flag)?.missingIn?.includes(version) ?? false;
}

function accepted(outcome: unknown): boolean | undefined {
  return typeof outcome === 'object' && outcome !== null && 'ok' in outcome ? outcome.ok === true : undefined;
}

const judged = valueKinds
  .map((kind) => ({ kind, examples: (facts.valueKinds[kind]?.examples ?? []).filter(({ value }) => !excluded(kind, value)) }))
  .filter(({ examples }) => examples.length > 0);

for (const { kind, examples } of judged) {
  test(`${kind}: ${examples.length} examples are judged as the CLI does`, () => {
    const differences: string[] = [];
    for (const { flag, value, ...outcomes } of examples) {
      const name = flag.replace(/^--/, '');
      for (const version of cliVersions) {
        const real = accepted(outcomes[version]);
        if (real === undefined || lacksFlag(name, version)) {
          continue;
        }
        const { problems } = grammarOf(kind).parse(value, { version, command: 'create', flag: name });
        const ours = problems.every(({ refusedBy }) => refusedBy !== 'cli');
        if (ours !== real) {
          differences.push(`${version} ${real ? 'accepts' : 'refuses'} ${flag} ${JSON.stringify(value)}`);
        }
      }
    }
    assert.deepEqual(differences, []);
  });
}

test('every kind has a grammar of its own', () => {
  assert.deepEqual(grammars.map(({ kind }) => kind).sort(), [...valueKinds].sort());
});

test('the example of every grammar is accepted without a word', () => {
  for (const { kind, example } of grammars) {
    const bare = example.replace(/^'(.*)'$/s, '$1');
    for (const version of cliVersions) {
      assert.deepEqual(grammarOf(kind).parse(bare, { version, command: 'create' }).problems, [], `${kind}: ${example} with ${version}`);
    }
  }
});
