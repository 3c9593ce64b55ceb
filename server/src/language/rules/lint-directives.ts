/** Runs the rules about comments that switch rules off. */
import { withFixes } from './finding.ts';
import { rules } from './index.ts';
import type { DirectiveUse, Finding, Report, Surface } from './rule.ts';
import { severityOf, type SeveritySettings } from './decide-severity.ts';

const ids: ReadonlySet<string> = new Set(rules.map(({ id }) => id));
const directiveRules = rules.filter((rule) => rule.checkDirective !== undefined);
const directiveIds: ReadonlySet<string> = new Set(directiveRules.map(({ id }) => id));

/** Whether the rule is about directives; only one that names it silences it. */
export function isAboutDirectives(ruleId: string): boolean {
  return directiveIds.has(ruleId);
}

/** The findings about the directives of a document; spans are those of the document. */
export function lintDirectives(uses: readonly DirectiveUse[], text: string, surface: Surface, settings: SeveritySettings): Finding[] {
  return directiveRules.flatMap((rule) => {
    const findings: Finding[] = [];
    const context = {
      text,
      ids,
      report: (report: Report) => {
        const severity = severityOf(rule, report, surface, settings);
        if (severity !== 'off') {
          findings.push(withFixes({ ruleId: rule.id, span: report.span, message: report.message, severity }, report.fixes ?? []));
        }
      },
    };
    for (const use of uses) {
      rule.checkDirective?.(use, context);
    }
    return findings;
  });
}
