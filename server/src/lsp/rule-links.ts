/** Where the page of a rule opens: what a finding's id leads to in the editor. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The address of a rule's page; undefined where there is none to show. */
export type RuleLinks = (ruleId: string) => string | undefined;

/**
 * An editor that shows pages itself has a `scheme` for their addresses. Any other opens the file below `pages`, which may be
 * missing in an installation without documentation.
 */
export function ruleLinks(scheme: string | undefined, pages: string): RuleLinks {
  if (scheme !== undefined) {
    return (ruleId) => `${scheme}:/${ruleId}.md`;
  }
  return existsSync(pages) ? (ruleId) => pathToFileURL(path.join(pages, `${ruleId}.md`)).href : () => undefined;
}
