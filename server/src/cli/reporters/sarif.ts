/** Findings in SARIF 2.1.0, which code scanning services and editors read. */
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArtifactLocation, Fix, Log, Region, ReportingDescriptor, Result } from 'sarif';
import { rulePage, standardText } from '../../language/features/rule-page.ts';
import { rules } from '../../language/rules/index.ts';
import type { Rule } from '../../language/rules/rule.ts';
import type { Severity, SeveritySetting } from '../../language/rules/severities.ts';
import type { CheckedFile, FileFinding, Place } from '../checked-file.ts';
import { atTheEnd, type Circumstances, type Reporter } from './reporter.ts';

const levels: Readonly<Record<Severity, Result.level>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** Relative paths belong to the folder in which Gantry ran. */
const base = '%SRCROOT%';

function locationOf(file: string): ArtifactLocation {
  return isAbsolute(file) ? { uri: pathToFileURL(file).href } : { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: base };
}

function regionOf({ line, column, endLine, endColumn }: Place): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function configurationOf(severity: SeveritySetting): NonNullable<ReportingDescriptor['defaultConfiguration']> {
  return severity === 'off' ? { enabled: false } : { enabled: true, level: levels[severity] };
}

/** The address of the first reference, which the page of the rule gives as well. */
function helpUri({ docs }: Rule): string | undefined {
  return (docs.references ?? []).flatMap((reference) => /\]\((https:[^)]+)\)/.exec(reference)?.[1] ?? [])[0];
}

function descriptorOf(rule: Rule): ReportingDescriptor {
  const uri = helpUri(rule);
  const tags = ['docker', ...(rule.docs.standards ?? []).map(standardText)];
  return {
    id: rule.id,
    shortDescription: { text: `${rule.title}.` },
    fullDescription: { text: rule.docs.why },
    help: { text: rule.docs.why, markdown: rulePage(rule) },
    ...(uri === undefined ? {} : { helpUri: uri }),
    defaultConfiguration: configurationOf(rule.severity.script),
    properties: { tags },
  };
}

function fixesOf(path: string, { fixes }: FileFinding): Fix[] {
  return fixes.map(({ title, safe, edits }) => ({
    description: { text: `${title}${safe ? '' : ' (a suggestion)'}` },
    artifactChanges: [
      {
        artifactLocation: locationOf(path),
        replacements: edits.map((edit) => ({ deletedRegion: regionOf(edit), insertedContent: { text: edit.newText } })),
      },
    ],
  }));
}

function resultsOf({ path, findings }: CheckedFile): Result[] {
  return findings.map((finding) => {
    const fixes = fixesOf(path, finding);
    return {
      ruleId: finding.ruleId,
      level: levels[finding.severity],
      message: { text: finding.message },
      locations: [{ physicalLocation: { artifactLocation: locationOf(path), region: regionOf(finding) } }],
      ...(fixes.length === 0 ? {} : { fixes }),
    };
  });
}

function logOf(results: readonly Result[], { troubles, version }: Circumstances): Log {
  const found = new Set(results.map(({ ruleId }) => ruleId));
  const used = rules.filter(({ id }) => found.has(id));
  const ruleIndex = new Map<string | undefined, number>(used.map(({ id }, index) => [id, index]));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Gantry', version, rules: used.map(descriptorOf) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [base]: { description: { text: 'The folder in which Gantry ran.' } } },
        invocations: [
          {
            executionSuccessful: troubles.length === 0,
            toolExecutionNotifications: troubles.map((text) => ({ level: 'error', message: { text } })),
          },
        ],
        results: results.map(({ ruleId, ...rest }) => ({ ...(ruleId === undefined ? {} : { ruleId }), ruleIndex: ruleIndex.get(ruleId) ?? -1, ...rest })),
      },
    ],
  };
}

export const sarif: Reporter = {
  printsFixes: true,
  file: (file) => JSON.stringify(resultsOf(file)),
  begin: () =>
    atTheEnd((files, circumstances) => {
      // The index of a rule is known only when all files are.
      const results = files.flatMap(({ text }) => JSON.parse(text) as Result[]);
      return `${JSON.stringify(logOf(results, circumstances), undefined, 2)}\n`;
    }),
};
