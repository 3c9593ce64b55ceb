/** The findings of a document for who wants nothing else of it: what was read is let go of region by region. */
import { imagesBuiltBy } from '../command/built-images.ts';
import { movedFinding } from '../rules/finding.ts';
import type { Finding } from '../rules/rule.ts';
import type { DocumentKind } from '../shell/document-kind.ts';
import { markdownDirectives } from '../shell/markdown.ts';
import { analyse, findingsIn, findingsOf, readRegion, readRegions, type AnalysisSettings } from './snapshot.ts';

const noImages: ReadonlySet<string> = new Set();

/** Undefined where a region tells something about others: a comment switches rules off, or an image is built. */
function mapAlone<Result>(text: string, kind: DocumentKind, settings: AnalysisSettings, map: (finding: Finding) => Result): Result[] | undefined {
  if (kind === 'markdown' && markdownDirectives(text).length > 0) {
    return undefined;
  }
  const results: Result[] = [];
  for (const region of readRegions(text, kind, settings)) {
    const read = readRegion(region);
    if (read.directives.length > 0 || imagesBuiltBy(read.commands).length > 0) {
      return undefined;
    }
    for (const finding of findingsIn(read, kind, settings, noImages)) {
      results.push(map(movedFinding(finding, region.start)));
    }
  }
  return results;
}

/**
 * What `map` makes of each finding of the document, in the order of `findingsOf`. A third of the time of an analysis goes
 * into moving about what is alive; where `map` keeps nothing of a finding but plain data, hardly anything is.
 */
export function mapFindings<Result>(text: string, kind: DocumentKind, settings: AnalysisSettings, map: (finding: Finding) => Result): Result[] {
  return mapAlone(text, kind, settings, map) ?? findingsOf(analyse(text, kind, settings)).map(map);
}
