/** One candidate of a completion list, in the terms of the document. */
import type { Span } from '../../text/span.ts';

/** Which prose belongs to an item; it is looked up when the item is looked at. */
export type Topic = { readonly kind: 'flag'; readonly owner: string; readonly name: string } | { readonly kind: 'command'; readonly id: string };

export interface CompletionItem {
  readonly label: string;
  readonly kind: 'command' | 'flag' | 'value' | 'template';
  readonly detail?: string;
  /** Markdown, where it is at hand already. */
  readonly documentation?: string;
  readonly topic?: Topic;
  /** What `newText` replaces in the document; holds the cursor. */
  readonly span: Span;
  readonly newText: string;
  /** Whether `newText` is an LSP snippet. */
  readonly snippet: boolean;
  /** What the typed text is compared with. */
  readonly filterText: string;
  readonly deprecated: boolean;
  /** A value is wanted next, and there is something to offer. */
  readonly continues: boolean;
}

/** The text that a snippet leaves when nothing is filled in. */
export function withoutPlaceholders(text: string): string {
  return text.replace(/\$\{\d+(?::((?:\\.|[^\\}])*))?\}/g, (_, content: string | undefined) => content ?? '').replace(/\$\d/g, '').replace(/\\([$}\\])/g, '$1');
}
