/** A document, read once: its regions, the docker commands in them and what the rules say. Features are functions of it. */
import { bind } from '../command/bind.ts';
import { imagesBuiltBy } from '../command/built-images.ts';
import type { DockerCommand } from '../command/docker-command.ts';
import { isDockerProgram, mentionsDocker } from '../command/programs.ts';
import { movedFinding } from '../rules/finding.ts';
import { lintRegion, type LintSettings } from '../rules/lint-region.ts';
import type { Finding, Surface } from '../rules/rule.ts';
import { isScript, type DocumentKind } from '../shell/document-kind.ts';
import { regionsOf } from '../shell/documents.ts';
import { mentionsDirective, type Directive } from '../shell/directives.ts';
import { markdownDirectives } from '../shell/markdown.ts';
import { readCommands } from '../shell/read-commands.ts';
import type { Region } from '../shell/region.ts';
import { directivesIn } from '../shell/region-directives.ts';
import { regionsOfPart, staysWhole } from '../shell/script-regions.ts';
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
  /** Whether it is a script that is read as one region, however long. */
  readonly whole: boolean;
  /** In document order, without overlap. */
  readonly regions: readonly AnalysedRegion[];
  /** Comparable names of the images that the document builds itself. */
  readonly builtImages: ReadonlySet<string>;
  /** Comments of the document, outside its regions, that switch rules off. */
  readonly directives: readonly Directive[];
}

/** What a script is searched for: a comment may stand far from the commands that it is about. */
const mentionsCommandOrDirective = new RegExp(`${mentionsDocker.source}|${mentionsDirective.source}`, mentionsDocker.flags);

export function readRegions(text: string, kind: DocumentKind, { fences }: AnalysisSettings): Region[] {
  return regionsOf(text, kind, isScript(kind) ? mentionsCommandOrDirective : mentionsDocker, fences);
}

export function surfaceOf(kind: DocumentKind): Surface {
  return kind === 'markdown' ? 'markdown' : 'script';
}

/** A region that was read; its findings too where they are known from before. */
type ReadRegion = Omit<AnalysedRegion, 'findings'> & Partial<Pick<AnalysedRegion, 'findings'>>;

export function readRegion(region: Region): ReadRegion {
  return { region, commands: readCommands(region, isDockerProgram).flatMap((shell) => bind(shell) ?? []), directives: directivesIn(region, isDockerProgram) };
}

/** Several commands may use the words of one array, of which one finding is enough. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  /** Those that are kept of the same span. */
  let here: Finding[] = [];
  return findings.filter((finding) => {
    const [first] = here;
    if (first?.span.start !== finding.span.start || first.span.end !== finding.span.end) {
      here = [finding];
      return true;
    }
    const isNew = here.every(({ ruleId, message }) => ruleId !== finding.ruleId || message !== finding.message);
    if (isNew) {
      here.push(finding);
    }
    return isNew;
  });
}

/**
 * What the rules say of what was read; code within a sentence is there for hovers only. Where comments may switch a finding
 * off for one command, it is told for each.
 */
export function findingsIn({ region, commands, directives }: ReadRegion, kind: DocumentKind, settings: AnalysisSettings, builtImages: ReadonlySet<string>): Finding[] {
  const found = region.origin === 'inline' ? [] : lintRegion(region, commands, surfaceOf(kind), settings, builtImages);
  return directives.length > 0 ? found : withoutRepeats(found);
}

function sameNames(known: ReadonlySet<string>, names: ReadonlySet<string>): boolean {
  return known.size === names.size && [...names].every((name) => known.has(name));
}

/**
 * Judges what was read. Findings hang on their region, the settings and the images that the document builds; those known
 * from before are kept as long as all three stay the same.
 */
function judge(document: Omit<Snapshot, 'regions' | 'builtImages'>, read: readonly ReadRegion[], known: Snapshot | undefined): Snapshot {
  const { kind, settings } = document;
  const builtImages = new Set(read.flatMap(({ commands }) => imagesBuiltBy(commands)));
  const keeps = known !== undefined && sameNames(known.builtImages, builtImages);
  const regions = read.map(({ findings, ...rest }) => ({ ...rest, findings: (keeps ? findings : undefined) ?? findingsIn(rest, kind, settings, builtImages) }));
  return { ...document, regions, builtImages };
}

/**
 * Reads a document. Total: any text gives a snapshot. What did not change since `previous` is taken from it; the result is
 * the same as without.
 */
export function analyse(text: string, kind: DocumentKind, settings: AnalysisSettings, previous?: Snapshot): Snapshot {
  const known = previous?.kind === kind && previous.settings === settings ? previous : undefined;
  const whole = isScript(kind) && staysWhole(text);
  if (known !== undefined && isScript(kind) && !whole && !known.whole) {
    const kept = keepUnchanged(known, text);
    if (kept !== undefined) {
      const lookUp = sameRegionIn(kept.replaced);
      const placed = regionsOfPart(text.slice(kept.from, kept.to), kind, mentionsCommandOrDirective).map((region) => ({ ...region, start: region.start + kept.from }));
      const between = placed.map((region) => lookUp(region) ?? readRegion(region));
      return judge({ text, kind, settings, whole, directives: [] }, [...kept.before, ...between, ...kept.after], known);
    }
  }
  const lookUp = sameRegionIn(known?.regions ?? []);
  const read = readRegions(text, kind, settings).map((region) => lookUp(region) ?? readRegion(region));
  return judge({ text, kind, settings, whole, directives: kind === 'markdown' ? markdownDirectives(text) : [] }, read, known);
}

/** Whether comments of the document switch rules off. */
export function hasDirectives({ regions, directives }: Snapshot): boolean {
  return directives.length > 0 || regions.some((region) => region.directives.length > 0);
}

/** All findings, in document order, with spans and edits in the document; those that a comment switches off are not among them. */
export function findingsOf(snapshot: Snapshot): Finding[] {
  const findings = snapshot.regions.flatMap(({ region, findings: found }) => found.map((finding) => movedFinding(finding, region.start)));
  return hasDirectives(snapshot) ? withoutIgnored(snapshot, surfaceOf(snapshot.kind), findings) : findings;
}
