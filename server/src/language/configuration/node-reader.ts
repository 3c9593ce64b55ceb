/** Takes typed values out of a JSON tree and notes what has another type, each mistake once and in its place. */
import { nearest } from '../docker/values/scan/nearest.ts';
import type { Fix } from '../rules/rule.ts';
import { replace } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import type { ConfigurationProblem } from './configuration.ts';
import { spanOf, type JsonNode } from './json-text.ts';

/** A key of an object with its value. */
export interface Property {
  readonly name: string;
  readonly key: JsonNode;
  readonly value: JsonNode;
}

function shown(node: JsonNode): string {
  const value: unknown = node.value;
  return node.type === 'object' ? 'an object' : node.type === 'array' ? 'a list' : code(JSON.stringify(value), 60);
}

function writing(node: JsonNode, meant: string): Fix {
  return { title: `Write ${meant}`, edits: [replace(spanOf(node), JSON.stringify(meant))], safe: false };
}

export class NodeReader {
  readonly problems: ConfigurationProblem[] = [];

  report(node: JsonNode, message: string, fixes: readonly Fix[] = []): void {
    this.problems.push({ span: spanOf(node), message, fixes });
  }

  /** Reports a name that does not exist, with the one that was probably meant. `what` begins the sentence: `There is no rule`. */
  unknown(node: JsonNode, name: string, known: Iterable<string>, what: string, otherwise = ''): void {
    const meant = nearest(name, known);
    const fixes = meant === undefined ? [] : [writing(node, meant)];
    this.report(node, meant === undefined ? `${what} ${code(name)}.${otherwise}` : `${what} ${code(name)}; did you mean ${code(meant)}?`, fixes);
  }

  /** The properties of an object; of keys that are written twice the last one counts. */
  properties(node: JsonNode, what: string): Property[] {
    if (node.type !== 'object') {
      this.report(node, `${what} is ${shown(node)} instead of an object.`);
      return [];
    }
    const byName = new Map<string, Property>();
    for (const { children = [] } of node.children ?? []) {
      const [key, value] = children;
      if (key === undefined || value === undefined) {
        // The JSON itself is broken here, which is told already.
        continue;
      }
      const name = String(key.value);
      const earlier = byName.get(name);
      if (earlier !== undefined) {
        this.report(earlier.key, `${code(name)} stands here twice; the last one counts.`);
      }
      byName.set(name, { name, key, value });
    }
    return [...byName.values()];
  }

  list(node: JsonNode, what: string): readonly JsonNode[] {
    if (node.type === 'array') {
      return node.children ?? [];
    }
    this.report(node, `${what} is ${shown(node)} instead of a list.`);
    return [];
  }

  text(node: JsonNode, what: string): string | undefined {
    const value: unknown = node.value;
    if (typeof value === 'string') {
      return value;
    }
    this.report(node, `${what} is ${shown(node)} instead of a text.`);
    return undefined;
  }

  flag(node: JsonNode, what: string): boolean | undefined {
    const value: unknown = node.value;
    if (typeof value === 'boolean') {
      return value;
    }
    this.report(node, `${what} is ${shown(node)} instead of true or false.`);
    return undefined;
  }

  oneOf<T extends string>(node: JsonNode, what: string, allowed: readonly T[]): T | undefined {
    const value: unknown = node.value;
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) {
      const meant = typeof value === 'string' ? nearest(value, allowed) : undefined;
      const fixes = meant === undefined ? [] : [writing(node, meant)];
      this.report(node, `${what} is ${shown(node)} instead of ${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1) ?? ''}.`, fixes);
    }
    return found;
  }

  /** A list of texts; each that the check objects to, with a sentence, is left out. A single text is a list of one where that is allowed. */
  texts(node: JsonNode, what: string, element: string, objection: (text: string) => string | undefined, single = false): string[] {
    const nodes = single && node.type === 'string' ? [node] : this.list(node, what);
    return nodes.flatMap((one) => {
      const text = this.text(one, element);
      const problem = text === undefined ? undefined : objection(text);
      if (problem !== undefined) {
        this.report(one, problem);
      }
      return text === undefined || problem !== undefined ? [] : [text];
    });
  }
}
