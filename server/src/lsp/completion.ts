/** Answers `textDocument/completion` and `completionItem/resolve`. */
import {
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  type CompletionItem as LspCompletionItem,
  type CompletionList,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { complete, explainTopic, withoutPlaceholders, type CompletionItem, type EngineNames, type Topic } from '../language/features/completion.ts';
import type { Snapshot } from '../language/features/snapshot.ts';
import type { ClientFeatures } from './client-features.ts';
import { markup } from './markup.ts';
import { editOf } from './protocol.ts';

const kinds: Readonly<Record<CompletionItem['kind'], CompletionItemKind>> = {
  command: CompletionItemKind.Function,
  flag: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  template: CompletionItemKind.Snippet,
};

function deprecation(item: CompletionItem, client: ClientFeatures): Partial<LspCompletionItem> {
  return item.deprecated && client.completionTags ? { tags: [CompletionItemTag.Deprecated] } : {};
}

/** An entry has room for some fifty characters. An editor that has more to show cuts the label, too, and that has to be read. */
const entryRoom = 50;

/** The first clause, cut to what the label leaves free. */
function gist(detail: string, label: string): string {
  const clause = detail.replace(/[,:;.] .*$|\.$/s, '');
  const room = Math.max(8, entryRoom - label.length);
  return clause.length <= room ? clause : `${clause.slice(0, room - 1).trimEnd()}…`;
}

function detailOf({ detail, label }: CompletionItem, client: ClientFeatures): Partial<LspCompletionItem> {
  if (detail === undefined) {
    return {};
  }
  return client.labelDetails ? { labelDetails: { description: gist(detail, label) } } : { detail };
}

function translate(item: CompletionItem, index: number, document: TextDocument, client: ClientFeatures): LspCompletionItem {
  const snippet = item.snippet && client.snippets;
  const newText = item.snippet && !client.snippets ? withoutPlaceholders(item.newText) : item.newText;
  return {
    label: item.label,
    kind: kinds[item.kind],
    sortText: String(index).padStart(4, '0'),
    // The label counts where none is named. Neovim 0.7 takes the edit's place for the beginning of the word only then.
    ...(item.filterText === item.label ? {} : { filterText: item.filterText }),
    textEdit: editOf(document, { span: item.span, newText }),
    insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...detailOf(item, client),
    ...(item.documentation === undefined ? {} : { documentation: markup(item.documentation, client.markdown.completion) }),
    ...(item.topic === undefined ? {} : { data: item.topic }),
    ...(item.continues && client.suggestCommand !== undefined ? { command: { title: 'Suggest', command: client.suggestCommand } } : {}),
    ...deprecation(item, client),
  };
}

/** `trigger` is the character that asked; undefined when the user did. */
export function completionsAt(document: TextDocument, snapshot: Snapshot, offset: number, trigger: string | undefined, client: ClientFeatures, engine: EngineNames): CompletionList {
  const { items, incomplete } = complete(snapshot, offset, trigger, engine);
  return { isIncomplete: incomplete, items: items.map((item, index) => translate(item, index, document, client)) };
}

function isTopic(data: unknown): data is Topic {
  const fields = new Map<string, unknown>(typeof data === 'object' && data !== null ? Object.entries(data) : []);
  const isText = (name: string): boolean => typeof fields.get(name) === 'string';
  return (fields.get('kind') === 'flag' && isText('owner') && isText('name')) || (fields.get('kind') === 'command' && isText('id'));
}

/** Adds the prose to the item that the user looks at. */
export function resolveCompletion(item: LspCompletionItem, client: ClientFeatures): LspCompletionItem {
  const data: unknown = item.data;
  const markdown = isTopic(data) ? explainTopic(data) : undefined;
  return markdown === undefined ? item : { ...item, documentation: markup(markdown, client.markdown.completion) };
}
