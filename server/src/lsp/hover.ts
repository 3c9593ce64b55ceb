/** Answers `textDocument/hover`. */
import type { Hover } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { hover } from '../language/features/hover.ts';
import type { Snapshot } from '../language/features/snapshot.ts';
import type { ClientFeatures } from './client-features.ts';
import { markup } from './markup.ts';
import { rangeOf } from './protocol.ts';

export function hoverAt(document: TextDocument, snapshot: Snapshot, offset: number, client: ClientFeatures): Hover | null {
  const found = hover(snapshot, offset);
  if (found === undefined) {
    return null;
  }
  return {
    contents: markup(found.markdown, client.markdown.hover),
    range: rangeOf(document, found.span),
  };
}
