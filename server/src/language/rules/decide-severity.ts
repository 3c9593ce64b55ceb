/** Decides how loud a finding is: the rule and the kind of document propose, a preset adjusts, the user's own word is final. */
import type { Report, Rule, Surface } from './rule.ts';
import { isAtLeast, type Severity, type SeveritySetting } from './severities.ts';

/** What a preset does to the severities of a rule. */
export interface Adjustment {
  /** The kind of document whose severities apply everywhere; each document's own where absent. */
  readonly as?: Surface;
  /** How loud a rule is that would be off. */
  readonly offBecomes?: Severity;
  /** Hints become information, information becomes warnings. */
  readonly louder?: boolean;
}

/** What decides beside the rule. */
export interface SeveritySettings {
  readonly rules: Readonly<Record<string, SeveritySetting>>;
  readonly adjustments?: Readonly<Record<string, Adjustment>>;
}

function louder(severity: SeveritySetting): SeveritySetting {
  return severity === 'hint' ? 'info' : severity === 'info' ? 'warning' : severity;
}

function proposed(rule: Rule, report: Report, surface: Surface, adjustment: Adjustment | undefined): SeveritySetting {
  const own = (report.severity ?? rule.severity)[adjustment?.as ?? surface];
  if (own === 'off') {
    // What a rule keeps quiet about in one case stays so; only whole rules are switched on.
    return report.severity === undefined ? (adjustment?.offBecomes ?? own) : own;
  }
  return adjustment?.louder === true ? louder(own) : own;
}

/** The user's severity wins; a report's own may only be quieter than it. */
export function severityOf(rule: Rule, report: Report, surface: Surface, { rules, adjustments }: SeveritySettings): SeveritySetting {
  const own = proposed(rule, report, surface, adjustments?.[rule.id]);
  const set = rules[rule.id];
  if (set === undefined) {
    return own;
  }
  const quieter = report.severity !== undefined && own !== 'off' && !isAtLeast(own, set);
  return quieter ? own : set;
}
