/** In which regions of a document shell text stands. */
import type { DocumentKind } from './document-kind.ts';
import { markdownRegions } from './markdown.ts';
import type { Region } from './region.ts';
import { scriptRegions } from './script-regions.ts';

/** The regions in which a command may stand, in document order and without overlap. `fences` names further languages that are shells. */
export function regionsOf(text: string, kind: DocumentKind, mentions: RegExp, fences: readonly string[] = []): Region[] {
  return kind === 'markdown' ? markdownRegions(text, mentions, fences) : scriptRegions(text, kind, mentions);
}
