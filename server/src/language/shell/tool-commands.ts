/**
 * Commands behind a verb of a tool that Gantry does not know: `kubectl exec pod -- docker ps`, `poetry run docker ps`. What
 * the tool's other words mean does not matter.
 */
import type { ReadWord } from './value-builder.ts';
import { baseName } from './wrappers.ts';

/** Verbs of tools that run the words behind `--`. */
const verb = /^(?:exec|ssh|shell|enter|attach|x|develop)$/;

/** Tools for which that is `run`, or that need no verb; behind `run`, others have words for a program of their own. */
const runTools: ReadonlySet<string> = new Set(['op', 'doppler', 'infisical', 'teller', 'chamber', 'dotenv', 'toolbox', 'dotenvx', 'npx', 'lxc-attach', 'envconsul']);

/** Tools that run the words right behind their verb. */
const environmentTools: ReadonlySet<string> = new Set(['poetry', 'pipenv', 'bundle', 'asdf', 'mise', 'uv', 'pdm', 'hatch', 'toolbox', 'dotenv']);
const environmentVerb = /^(?:exec|run|x)$/;

/** Whether words of the command, as written, could be a command that a tool runs. */
export function mayBeTool(name: string, suffix: readonly string[]): boolean {
  return suffix.includes('--') || environmentTools.has(baseName(name));
}

/** What a tool runs, by the shape of its command line alone; undefined when it has no such shape. */
export function runByTool(words: readonly ReadWord[]): readonly ReadWord[] | undefined {
  const values = words.map(({ word }) => word.value);
  const tool = baseName(values[0] ?? '');
  const dashes = values.indexOf('--');
  if (dashes > 0) {
    const runs = runTools.has(tool) || values.slice(1, dashes).some((value) => verb.test(value));
    return runs ? words.slice(dashes + 1) : undefined;
  }
  return environmentTools.has(tool) && environmentVerb.test(values[1] ?? '') ? words.slice(2) : undefined;
}
