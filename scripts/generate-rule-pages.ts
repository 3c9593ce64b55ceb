/**
 * Writes `docs/rules/`, a page for each rule and an index, from the rules. `npm run generate` runs it; a test compares its
 * output with the committed files.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ruleIndex, rulePage } from '../server/src/language/features/rule-page.ts';
import { rules } from '../server/src/language/rules/index.ts';

export const rulePagesFolder = fileURLToPath(new URL('../docs/rules', import.meta.url));

/** The files of the folder by name. */
export function rulePages(): ReadonlyMap<string, string> {
  return new Map([['README.md', ruleIndex(rules)], ...rules.map((rule) => [`${rule.id}.md`, rulePage(rule)] as const)]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const pages = rulePages();
  mkdirSync(rulePagesFolder, { recursive: true });
  for (const stale of readdirSync(rulePagesFolder).filter((file) => !pages.has(file))) {
    rmSync(path.join(rulePagesFolder, stale));
  }
  for (const [file, text] of pages) {
    writeFileSync(path.join(rulePagesFolder, file), text);
  }
}
