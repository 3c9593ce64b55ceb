/** Changes a configuration file as a person would: one value, everything else as it stood. */
import type { SeveritySetting } from '../rules/severities.ts';
import type { TextEdit } from '../text/edit.ts';
import { readJson, setJson, valueAt } from './json-text.ts';

/** The text of a new file. */
export function newConfiguration(ruleId: string, severity: SeveritySetting): string {
  return `${JSON.stringify({ rules: { [ruleId]: severity } }, null, 2)}\n`;
}

/** The edits that give the rule the severity; options stay. None for a file that is broken, or where rules cannot be named. */
export function setRuleSeverity(text: string, isPackage: boolean, ruleId: string, severity: SeveritySetting): TextEdit[] {
  const { root, problems } = readJson(text);
  const path = [...(isPackage ? ['gantry'] : []), 'rules', ruleId];
  const parents = [root, ...path.slice(0, -1).map((_key, index) => valueAt(root, path.slice(0, index + 1)))];
  if (problems.length > 0 || parents.some((parent) => parent !== undefined && parent.type !== 'object')) {
    return [];
  }
  const current = valueAt(root, path);
  return setJson(text, current?.type === 'array' && (current.children ?? []).length > 0 ? [...path, 0] : path, severity);
}
