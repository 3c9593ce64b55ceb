/** Explains the field at a place of a description, with the line that prints it. */
import { getLocation, getNodeValue, findNodeAtLocation, parseTree } from 'jsonc-parser';
import { commandLine } from '../containers/command-line.ts';
import { exitCodeMeaning } from '../text/exit-code.ts';
import { fieldExplanations } from './field-explanations.ts';

export interface FieldExplanation {
  readonly path: string;
  readonly text: string;
  /** Prints this field in a terminal. */
  readonly command: string;
}

/** A Go template; names that a dot cannot be followed by need `index`. */
function templateFor(path: readonly (string | number)[]): string {
  return path.every((part) => typeof part === 'string' && /^[A-Za-z_]\w*$/.test(part)) ? `{{json .${path.join('.')}}}` : `{{json ${path.reduce<string>((inner, part) => `(index ${inner} ${JSON.stringify(part)})`, '.').replace(/^\((.*)\)$/, '$1')}}}`;
}

/** Undefined where nothing is known about it. `reference` is what the CLI takes for the container. */
export function explainField(text: string, offset: number, reference: string): FieldExplanation | undefined {
  const { path } = getLocation(text, offset);
  for (let length = path.length; length > 0; length--) {
    const part = path.slice(0, length);
    const keys = [part.join('.'), part.map((each, index) => (typeof each === 'number' || (index > 0 && ['Networks', 'Ports'].includes(String(part[index - 1]))) ? '*' : each)).join('.')];
    const found = keys.map((key) => fieldExplanations[key]).find((each) => each !== undefined);
    if (found !== undefined) {
      const tree = parseTree(text);
      const node = tree === undefined ? undefined : findNodeAtLocation(tree, part);
      const value: unknown = node === undefined ? undefined : getNodeValue(node);
      const meaning = part.join('.') === 'State.ExitCode' && typeof value === 'number' ? exitCodeMeaning(value) : undefined;
      return { path: part.join('.'), text: meaning === undefined ? found : `${value as number}: ${meaning}. ${found}`, command: commandLine(['docker', 'inspect', '--format', templateFor(part), reference]) };
    }
  }
  return undefined;
}
