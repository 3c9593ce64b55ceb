/** Leaves the fixes of a finding unwritten until somebody asks for them: most findings are only shown. */
import { shift, type Span } from '../text/span.ts';
import type { Finding, Fix, Report, Severity } from './rule.ts';

/** What a finding says beside its fixes. */
export interface FindingParts {
  readonly ruleId: string;
  readonly span: Span;
  readonly message: string;
  readonly severity: Severity;
  readonly subject?: Span | undefined;
}

class FindingWithFixes implements Finding {
  readonly ruleId: string;
  readonly span: Span;
  readonly message: string;
  readonly severity: Severity;
  readonly subject: Span | undefined;
  readonly hasSafeFix: boolean;
  #fixes: readonly Fix[] | (() => readonly Fix[]);

  constructor({ ruleId, span, message, severity, subject }: FindingParts, hasSafeFix: boolean, fixes: readonly Fix[] | (() => readonly Fix[])) {
    this.ruleId = ruleId;
    this.span = span;
    this.message = message;
    this.severity = severity;
    this.subject = subject;
    this.hasSafeFix = hasSafeFix;
    this.#fixes = fixes;
  }

  get fixes(): readonly Fix[] {
    if (typeof this.#fixes === 'function') {
      this.#fixes = this.#fixes();
    }
    return this.#fixes;
  }
}

/** The finding with its fixes, which are written once, when they are first read. */
export function withFixes(parts: FindingParts, fixes: NonNullable<Report['fixes']>): Finding {
  const hasSafeFix = typeof fixes !== 'function' && fixes.some(({ safe }) => safe);
  return new FindingWithFixes(parts, hasSafeFix, fixes);
}

/** The finding in a text in which everything stands by so many units further down; `change` has the last word on its edits. */
export function movedFinding(finding: Finding, by: number, change: (edits: Fix['edits']) => Fix['edits'] = (edits) => edits): Finding {
  const { ruleId, span, message, severity, subject, hasSafeFix } = finding;
  const placed = { ruleId, span: shift(span, by), message, severity, subject: subject && shift(subject, by) };
  const fixes = () => finding.fixes.map((fix) => ({ ...fix, edits: change(fix.edits.map((edit) => ({ ...edit, span: shift(edit.span, by) }))) }));
  return new FindingWithFixes(placed, hasSafeFix, fixes);
}
