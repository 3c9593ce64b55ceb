/**
 * Leaves out of a bundle what only documentation and tests read of the rules: examples, near misses, reasons, references.
 * The language server has no use for them, and they would be an eighth of it.
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import ts from 'typescript';

const empty: Readonly<Record<string, string>> = { examples: '[]', silent: '[]', docs: "{ why: '' }" };

/** The source with the prose of its rules emptied. Only the properties of a rule have these names there. */
export function withoutRuleProse(source: string): string {
  const file = ts.createSourceFile('rule.ts', source, ts.ScriptTarget.Latest, true);
  const cuts: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  const visit = (node: ts.Node): void => {
    const text = ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) ? empty[node.name.text] : undefined;
    if (text !== undefined && ts.isPropertyAssignment(node)) {
      cuts.push({ start: node.initializer.getStart(file), end: node.initializer.end, text });
    } else {
      ts.forEachChild(node, visit);
    }
  };
  visit(file);
  return cuts.reduceRight((text, cut) => text.slice(0, cut.start) + cut.text + text.slice(cut.end), source);
}

export const ruleProseLeftOut: Plugin = {
  name: 'rule-prose-left-out',
  setup(build) {
    build.onLoad({ filter: /[\\/]language[\\/]rules[\\/][\w-]+\.ts$/ }, async ({ path }) => ({ contents: withoutRuleProse(await readFile(path, 'utf8')), loader: 'ts' }));
  },
};
