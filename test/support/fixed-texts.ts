/** Applies each fix that the editor offers for the findings of a document, for tests of what fixes promise. */
import { analyse, findingsOf, type AnalysisSettings } from '../../server/src/language/features/snapshot.ts';
import { withLineEnding } from '../../server/src/language/features/fix-all.ts';
import { newestCli } from '../../server/src/language/docker/versions.ts';
import type { CliVersion } from '../../server/src/language/docker/cli-facts.ts';
import { rules } from '../../server/src/language/rules/index.ts';
import type { Finding, Fix } from '../../server/src/language/rules/rule.ts';
import { applyEdits, type TextEdit } from '../../server/src/language/text/edit.ts';
import type { DocumentKind } from '../../server/src/language/shell/document-kind.ts';
import { imaginedFiles, imaginedRegistries } from './lint.ts';

export interface Document {
  readonly text: string;
  readonly kind: DocumentKind;
  readonly version: CliVersion;
}

export interface Fixed {
  readonly document: Document;
  readonly finding: Finding;
  readonly fix: Fix;
  /** With the line ending of the document. */
  readonly edits: readonly TextEdit[];
  readonly text: string;
}

/** No rule is off; each speaks as in scripts. */
function settingsFor(version: CliVersion): AnalysisSettings {
  const adjustments = Object.fromEntries(rules.map(({ id }) => [id, { as: 'script', offBecomes: 'hint' } as const]));
  return { version, rules: {}, adjustments, files: imaginedFiles, trustedRegistries: imaginedRegistries };
}

const settings = new Map<CliVersion, AnalysisSettings>();

export function read({ text, kind, version }: Document) {
  const known = settings.get(version) ?? settingsFor(version);
  settings.set(version, known);
  const snapshot = analyse(text, kind, known);
  const problems = snapshot.regions.flatMap(({ commands }) => commands.flatMap((command) => command.problems.map(({ code, name }) => `${code} ${name}`)));
  const words = snapshot.regions.flatMap(({ commands }) => commands.map(({ shell }) => shell.words));
  return { findings: findingsOf(snapshot), problems, words };
}

/** The document after each fix of each finding. */
export function fixedTexts(document: Document): Fixed[] {
  return read(document).findings.flatMap((finding) =>
    finding.fixes.map((fix) => {
      const edits = withLineEnding(fix.edits, document.text);
      return { document, finding, fix, edits, text: applyEdits(document.text, edits) };
    }),
  );
}

export function scriptOf(text: string): Document {
  return { text, kind: 'shell', version: newestCli };
}
