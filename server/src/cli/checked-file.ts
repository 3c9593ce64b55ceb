/** What `gantry lint` says of one file, as plain data: it outlives the analysis, and crosses from one thread to another. */
import { withLineEnding } from '../language/features/fix-all.ts';
import { mapFindings } from '../language/features/map-findings.ts';
import { postureScore, posturesIn, type PostureRow } from '../language/features/posture.ts';
import { analyse, findingsOf, type AnalysisSettings, type Snapshot } from '../language/features/snapshot.ts';
import type { Finding } from '../language/rules/rule.ts';
import type { Severity } from '../language/rules/severities.ts';
import type { DocumentKind } from '../language/shell/document-kind.ts';
import { LineIndex } from '../language/text/line-index.ts';
import type { Span } from '../language/text/span.ts';

/** A range of text. Lines and columns are 1-based, columns in UTF-16 units; the end is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface FileEdit extends Place {
  readonly newText: string;
}

export interface FileFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly FileEdit[];
}

export interface FileFinding extends Place {
  readonly severity: Severity;
  readonly ruleId: string;
  readonly message: string;
  /** Whether `--fix` would repair it. */
  readonly hasSafeFix: boolean;
  /** Empty where the report does not print them. */
  readonly fixes: readonly FileFix[];
}

/** The hardening of one container that the file makes. */
export interface FilePosture {
  /** 1-based, where the command begins. */
  readonly line: number;
  readonly column: number;
  readonly image: string;
  /** How many of the `sensible` measures the command has. */
  readonly present: number;
  readonly sensible: number;
  readonly rows: readonly { readonly state: PostureRow['state']; readonly name: string; readonly flag: string; readonly why: string }[];
}

export interface CheckedFile {
  /** As given, or relative to the working directory, with forward slashes. */
  readonly path: string;
  /** In the order of the text. */
  readonly findings: readonly FileFinding[];
  /** Of the containers that its commands make; empty unless they were asked for. */
  readonly postures: readonly FilePosture[];
}

/** What a report prints beside the findings; all else is not worked out. */
export interface ReportedParts {
  readonly fixes: boolean;
  readonly posture: boolean;
}

function placeOf({ start, end }: Span, lines: LineIndex): Place {
  const from = lines.positionAt(start);
  const to = lines.positionAt(end);
  return { line: from.line + 1, column: from.column + 1, endLine: to.line + 1, endColumn: to.column + 1 };
}

function fixesOf({ fixes }: Finding, text: string, lines: LineIndex): FileFix[] {
  return fixes.map(({ title, safe, edits }) => ({
    title,
    safe,
    edits: withLineEnding(edits, text).map(({ span, newText }) => ({ ...placeOf(span, lines), newText })),
  }));
}

function filePostures(snapshot: Snapshot, lines: LineIndex): FilePosture[] {
  return posturesIn(snapshot).map(({ command, start, rows }) => {
    const { line, column } = lines.positionAt(start);
    return {
      line: line + 1,
      column: column + 1,
      image: command.image?.value ?? '',
      ...postureScore(rows),
      rows: rows.map(({ state, measure: { name }, flag, why }) => ({ state, name, flag, why })),
    };
  });
}

function fileFinding(finding: Finding, text: string, lines: LineIndex, { fixes }: ReportedParts): FileFinding {
  const { severity, ruleId, message, hasSafeFix } = finding;
  const { line, column, endLine, endColumn } = placeOf(finding.span, lines);
  return { line, column, endLine, endColumn, severity, ruleId, message, hasSafeFix, fixes: fixes ? fixesOf(finding, text, lines) : [] };
}

/** `path` has forward slashes. */
export function checkedFile(path: string, snapshot: Snapshot, parts: ReportedParts): CheckedFile {
  const { text } = snapshot;
  const lines = new LineIndex(text);
  const findings = findingsOf(snapshot).map((finding) => fileFinding(finding, text, lines, parts));
  return { path, findings, postures: parts.posture ? filePostures(snapshot, lines) : [] };
}

/** The same for a text that nothing else needs the analysis of. */
export function checkedText(path: string, text: string, kind: DocumentKind, settings: AnalysisSettings, parts: ReportedParts): CheckedFile {
  if (parts.posture) {
    return checkedFile(path, analyse(text, kind, settings), parts);
  }
  const lines = new LineIndex(text);
  return { path, findings: mapFindings(text, kind, settings, (finding) => fileFinding(finding, text, lines, parts)), postures: [] };
}
