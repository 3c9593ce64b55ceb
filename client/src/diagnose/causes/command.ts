/** What the container runs, as its description has it. */
import { fieldsOf, textsOf } from '../../engine/json-value.ts';
import type { Evidence } from '../evidence.ts';

/** The words of the entrypoint and of the command. */
export function commandOf({ container: { document } }: Evidence): string[] {
  const config = fieldsOf(document['Config']);
  return [...textsOf(config['Entrypoint']), ...textsOf(config['Cmd'])];
}

export function isShell(program = ''): boolean {
  return /(?:^|\/)(?:ba|da|a|z)?sh$/.test(program);
}
