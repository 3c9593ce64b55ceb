/** Every problem that a value grammar finds reaches the user through a rule of that name, refused by whom the rule says. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { quote } from 'shell-quote';
import { commands, type CliVersion, type ValueKind } from '../../../server/src/language/docker/cli-facts.ts';
import { cliVersions } from '../../../server/src/language/docker/generated/cli.ts';
import { grammarOf } from '../../../server/src/language/docker/values/index.ts';
import type { ValueProblem } from '../../../server/src/language/docker/values/value-grammar.ts';
import { rules } from '../../../server/src/language/rules/index.ts';
import { findingsOfRule } from '../../support/lint.ts';

interface Facts {
  readonly valueKinds: Readonly<Record<string, { readonly examples?: readonly { readonly value: string }[] }>>;
}

const facts = JSON.parse(readFileSync(new URL('../../../scripts/data/cli-facts.json', import.meta.url), 'utf8')) as Facts;

interface Case {
  readonly text: string;
  readonly kind: ValueKind;
  readonly value: string;
  readonly version: CliVersion;
  readonly command: string;
  readonly flag: string;
}

/** One command line for each example value of each kind, with the first flag of that kind. */
function cases(): Case[] {
  const seen = new Set<ValueKind>();
  return commands.flatMap((command) =>
    command.flags.flatMap((flag) => {
      if (seen.has(flag.kind) || flag.hidden === true) {
        return [];
      }
      seen.add(flag.kind);
      const rest = command.maxPositionals === 0 ? [] : Array.from({ length: Math.max(1, command.minPositionals) }, () => 'web');
      const path = command.spellings[0]?.path ?? [];
      return (facts.valueKinds[flag.kind]?.examples ?? []).flatMap(({ value }) =>
        cliVersions.map((version) => ({
          text: `docker ${quote([...path, `--${flag.name}=${value}`, ...rest])}\n`,
          kind: flag.kind,
          value,
          version,
          command: command.id,
          flag: flag.name,
        })),
      );
    }),
  );
}

function problemsOf({ kind, value, version, command, flag }: Case): readonly ValueProblem[] {
  return grammarOf(kind).parse(value, { version, command, flag, siblings: new Map([[flag, [value]]]) }).problems;
}

const byId = new Map(rules.map((rule) => [rule.id, rule]));

void describe('problems of values', () => {
  const found = cases().flatMap((example) => problemsOf(example).map((problem) => ({ example, problem })));

  void test('are many', () => {
    assert.ok(found.length > 300, `only ${found.length} problems in the examples of the facts`);
  });

  void test('each have a rule that reports them', () => {
    const silent = found.filter(({ example, problem }) => {
      const rule = byId.get(problem.code);
      const options = { version: example.version, ...(rule?.severity.script === 'off' ? { severity: 'warning' as const } : {}) };
      return rule === undefined || findingsOfRule(problem.code, example.text, options).length === 0;
    });
    assert.deepEqual(silent.map(({ example, problem }) => `${problem.code} is silent on ${example.text}`), []);
  });

  void test('are refused by whom their rule says', () => {
    const wrong = found.filter(({ problem }) => problem.refusedBy === 'engine' && byId.get(problem.code)?.refusedBy === 'cli');
    assert.deepEqual([...new Set(wrong.map(({ problem }) => problem.code))], []);
  });

  void test('are no errors where nobody refuses them', () => {
    const loud = found
      .filter(({ problem }) => problem.refusedBy === 'nobody')
      .filter(({ example, problem }) => findingsOfRule(problem.code, example.text, { version: example.version }).some(({ severity, message }) => severity === 'error' && message === problem.message));
    assert.deepEqual(loud.map(({ example }) => example.text), []);
  });
});
