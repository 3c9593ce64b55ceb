/** A document, read once: its regions, the docker commands in them and what the rules say. Features are functions of it. */
import { bind } from '../command/bind.ts';
import type { DockerCommand } from '../command/docker-command.ts';
import { isDockerProgram, mentionsDocker } from '../command/programs.ts';
import { lintRegion, type LintSettings } from '../rules/lint-region.ts';
import type { Finding, Surface } from '../rules/rule.ts';
import { regionsOf, type DocumentKind } from '../shell/documents.ts';
import { mentionsDirective, type Directive } from '../shell/directives.ts';
import { markdownDirectives } from '../shell/markdown.ts';
import { readCommands } from '../shell/read-commands.ts';
import type { Region } from '../shell/region.ts';
import { directivesIn } from '../shell/region-directives.ts';
import { staysWhole } from '../shell/script-regions.ts';
import { shift } from '../text/span.ts';
import { withoutIgnored } from './ignoring.ts';
import { keepUnchanged, sameRegionIn } from './reuse.ts';

/** What an analysis depends on beside the text. */
export interface AnalysisSettings extends LintSettings {
  /** Names of fences in Markdown that hold shell text, beside those that everybody uses. */
  readonly fences?: readonly string[];
}

export interface AnalysedRegion {
  readonly region: Region;
  /** Spans are relative to the region. */
  readonly commands: readonly DockerCommand[];
  /** Spans are relative to the region. */
  readonly findings: readonly Finding[];
  /** Comments that switch rules off; spans are relative to the region. */
  readonly directives: readonly Directive[];
}

export interface Snapshot {
  readonly text: string;
  readonly kind: DocumentKind;
  readonly settings: AnalysisSettings;
  /** In document order, without overlap. */
  readonly regions: readonly AnalysedRegion[];
  /** Comments of the document, outside its regions, that switch rules off. */
  readonly directives: readonly Directive[];
}

/** What a script is searched for: a comment may stand far from the commands that it is about. */
const mentionsCommandOrDirective = new RegExp(`${mentionsDocker.source}|${mentionsDirective.source}`, mentionsDocker.flags);

function readRegions(text: string, kind: DocumentKind, { fences }: AnalysisSettings): Region[] {
  return regionsOf(text, kind, kind === 'shell' ? mentionsCommandOrDirective : mentionsDocker, fences);
}

export function surfaceOf(kind: DocumentKind): Surface {
  return kind === 'markdown' ? 'markdown' : 'script';
}

/** Everything about one region. Depends on nothing else, so it can be kept as long as region and settings stay the same. */
function analyseRegion(region: Region, kind: DocumentKind, settings: AnalysisSettings): AnalysedRegion {
  const commands = readCommands(region, isDockerProgram).flatMap((shell) => bind(shell) ?? []);
  const findings = region.origin === 'inline' ? [] : lintRegion(region, commands, surfaceOf(kind), settings);
  return { region, commands, findings, directives: directivesIn(region, isDockerProgram) };
}

/**
 * Reads a document. Total: any text gives a snapshot. What did not change since `previous` is taken from it; the result is
 * the same as without.
 */
export function analyse(text: string, kind: DocumentKind, settings: AnalysisSettings, previous?: Snapshot): Snapshot {
  const known = previous?.kind === kind && previous.settings === settings ? previous : undefined;
  if (known !== undefined && kind === 'shell' && !staysWhole(text) && !staysWhole(known.text)) {
    const kept = keepUnchanged(known, text);
    if (kept !== undefined) {
      const between = readRegions(text.slice(kept.from, kept.to), kind, settings).map((region) =>
        analyseRegion({ ...region, start: region.start + kept.from }, kind, settings),
      );
      return { text, kind, settings, regions: [...kept.before, ...between, ...kept.after], directives: [] };
    }
  }
  const lookUp = sameRegionIn(known);
  const regions = readRegions(text, kind, settings).map((region) => lookUp(region) ?? analyseRegion(region, kind, settings));
  return { text, kind, settings, regions, directives: kind === 'markdown' ? markdownDirectives(text) : [] };
}

/** All findings, in document order, with spans and edits in the document; those that a comment switches off are not among them. */
export function findingsOf(snapshot: Snapshot): Finding[] {
  const { regions, directives, kind } = snapshot;
  const findings = regions
    .flatMap(({ region, findings: found }) => found.map((finding) => atDocument(finding, region.start)))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const hasDirectives = directives.length > 0 || regions.some((region) => region.directives.length > 0);
  return hasDirectives ? withoutIgnored(snapshot, surfaceOf(kind), findings) : findings;
}

function atDocument(finding: Finding, by: number): Finding {
  return {
    ...finding,
    span: shift(finding.span, by),
    ...(finding.subject && { subject: shift(finding.subject, by) }),
    fixes: finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: shift(edit.span, by) })) })),
  };
}
