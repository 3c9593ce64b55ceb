/** Keeps the diagnostics of regions: between two keystrokes most regions stay as they are, on the lines on which they stood. */
import type { Diagnostic, Position } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnalysedRegion } from '../language/features/snapshot.ts';
import { movedFinding } from '../language/rules/finding.ts';
import type { Finding } from '../language/rules/rule.ts';

interface KeptDiagnostics {
  readonly start: Position;
  readonly ofFindings: Map<Finding, Diagnostic>;
}

export class RegionDiagnostics {
  /** By the findings of a region, which are the same list for as long as nothing about it has changed but its place. */
  readonly #kept = new WeakMap<readonly Finding[], KeptDiagnostics>();
  readonly #translate: (document: TextDocument, finding: Finding) => Diagnostic;

  constructor(translate: (document: TextDocument, finding: Finding) => Diagnostic) {
    this.#translate = translate;
  }

  /** The diagnostics of those findings of the region that are wanted. */
  of(document: TextDocument, { region, findings }: AnalysedRegion, wanted: (finding: Finding) => boolean): Diagnostic[] {
    const { ofFindings } = this.#keptAt(document.positionAt(region.start), findings);
    return findings.filter(wanted).map((finding) => {
      const diagnostic = ofFindings.get(finding) ?? this.#translate(document, movedFinding(finding, region.start));
      ofFindings.set(finding, diagnostic);
      return diagnostic;
    });
  }

  #keptAt(start: Position, findings: readonly Finding[]): KeptDiagnostics {
    const known = this.#kept.get(findings);
    if (known?.start.line === start.line && known.start.character === start.character) {
      return known;
    }
    const made = { start, ofFindings: new Map<Finding, Diagnostic>() };
    this.#kept.set(findings, made);
    return made;
  }
}
