/** Reads what a configuration file says about rules: `rules`, and the same for some files in `overrides`. */
import { rules } from '../rules/index.ts';
import type { Rule, RuleOptions } from '../rules/rule.ts';
import { severitySettings } from '../rules/severities.ts';
import { code } from '../text/markdown.ts';
import type { Override, RuleSetting, RuleSettings } from './configuration.ts';
import { globProblem } from './globs.ts';
import type { JsonNode } from './json-text.ts';
import type { NodeReader, Property } from './node-reader.ts';

const ruleById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

function readOptions(reader: NodeReader, node: JsonNode, rule: Rule): RuleOptions {
  const known = Object.keys(rule.options ?? {});
  const read = reader.properties(node, `What follows the severity of ${rule.id}`).flatMap(({ name, key, value }) => {
    if (!known.includes(name)) {
      const none = known.length === 0 ? ' The rule has none.' : ` The rule has ${known.map((option) => code(option)).join(', ')}.`;
      reader.unknown(key, name, known, `${rule.id} has no option`, none);
      return [];
    }
    return [[name, reader.texts(value, `The option ${code(name)} of ${rule.id}`, 'An element of it', (text) => (text.trim() === '' ? 'An empty text stands for nothing.' : undefined))] as const];
  });
  return Object.fromEntries(read);
}

function readRule(reader: NodeReader, { value }: Property, rule: Rule): RuleSetting | undefined {
  const [first, second, third] = value.type === 'array' ? (value.children ?? []) : [value];
  if (first === undefined) {
    reader.report(value, `The severity of ${rule.id} is missing: ${severitySettings.join(', ')}.`);
    return undefined;
  }
  const severity = reader.oneOf(first, `The severity of ${rule.id}`, severitySettings);
  const options = second === undefined ? undefined : readOptions(reader, second, rule);
  if (third !== undefined) {
    reader.report(third, `A severity and the options are all that can be said of ${rule.id}.`);
  }
  return severity === undefined ? undefined : { severity, ...(options && { options }) };
}

export function readRules(reader: NodeReader, node: JsonNode): RuleSettings {
  return new Map(
    reader.properties(node, '`rules`').flatMap((property) => {
      const rule = ruleById.get(property.name);
      if (rule === undefined) {
        reader.unknown(property.key, property.name, ruleById.keys(), 'There is no rule');
        return [];
      }
      const setting = readRule(reader, property, rule);
      return setting === undefined ? [] : [[rule.id, setting] as const];
    }),
  );
}

export function readOverride(reader: NodeReader, node: JsonNode): Override[] {
  let files: readonly string[] | undefined;
  let settings: RuleSettings | undefined;
  const properties = reader.properties(node, 'An override');
  for (const { name, key, value } of properties) {
    if (name === 'files') {
      files = reader.texts(value, '`files`', 'A glob', globProblem, true);
    } else if (name === 'rules') {
      settings = readRules(reader, value);
    } else {
      reader.unknown(key, name, ['files', 'rules'], 'An override has no key', ' It has `files` and `rules`.');
    }
  }
  if (node.type === 'object') {
    for (const [name, value] of [['files', files], ['rules', settings]] as const) {
      if (value === undefined) {
        reader.report(node, `This override lacks \`${name}\`.`);
      }
    }
  }
  return files === undefined || files.length === 0 || settings === undefined ? [] : [{ files, rules: settings }];
}
