/** Leaves the fixes of a finding unwritten until somebody asks for them: most findings are only shown. */
import { shift, type Span } from '../text/span.ts';
import type { Finding, Fix, Report } from './rule.ts';
import type { Severity } from './severities.ts';

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

/** A finding in a larger text. Every keystroke places all of a document anew, so the rest is worked out for those that are looked at. */
class PlacedFinding implements Finding {
  readonly span: Span;
  readonly #finding: Finding;
  readonly #by: number;
  readonly #change: ChangeEdits | undefined;
  #fixes: readonly Fix[] | undefined;

  constructor(finding: Finding, by: number, change: ChangeEdits | undefined) {
    this.span = shift(finding.span, by);
    this.#finding = finding;
    this.#by = by;
    this.#change = change;
  }

  get ruleId(): string {
    return this.#finding.ruleId;
  }

  get message(): string {
    return this.#finding.message;
  }

  get severity(): Severity {
    return this.#finding.severity;
  }

  get hasSafeFix(): boolean {
    return this.#finding.hasSafeFix;
  }

  get subject(): Span | undefined {
    const { subject } = this.#finding;
    return subject && shift(subject, this.#by);
  }

  get fixes(): readonly Fix[] {
    this.#fixes ??= this.#finding.fixes.map((fix) => {
      const edits = fix.edits.map((edit) => ({ ...edit, span: shift(edit.span, this.#by) }));
      return { ...fix, edits: this.#change?.(edits) ?? edits };
    });
    return this.#fixes;
  }
}

type ChangeEdits = (edits: Fix['edits']) => Fix['edits'];

/** The finding in a text in which everything stands by so many units further down; `change` has the last word on its edits. */
export function movedFinding(finding: Finding, by: number, change?: ChangeEdits): Finding {
  return by === 0 && change === undefined ? finding : new PlacedFinding(finding, by, change);
}
