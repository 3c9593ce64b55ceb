/** Writes the edits of an action as the editor at the other end can take them: plain, with versions, with tab stops, with risks. */
import { StringValue, type AnnotatedTextEdit, type SnippetTextEdit, type TextEdit as LspTextEdit, type WorkspaceEdit } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from '../language/features/code-actions.ts';
import type { TextEdit } from '../language/text/edit.ts';
import type { ClientFeatures } from './client-features.ts';
import { editOf, rangeOf } from './protocol.ts';

const annotationId = 'gantry';

/**
 * The text without the indentation that the editor gives to every further line of a snippet, which is that of the line
 * where it is inserted; undefined where a line has another one.
 */
function withoutIndent(document: TextDocument, { span }: TextEdit, text: string): string | undefined {
  const { line, character } = document.positionAt(span.start);
  const before = document.getText({ start: { line, character: 0 }, end: { line, character } });
  const indent = /^[ \t]*/.exec(before)?.[0] ?? '';
  const [first = '', ...others] = text.split('\n');
  return others.every((other) => other.startsWith(indent)) ? [first, ...others.map((other) => other.slice(indent.length))].join('\n') : undefined;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, String.raw`\$&`);
}

function snippetOf({ newText, stops = [] }: TextEdit): string {
  let snippet = '';
  let position = 0;
  for (const { span, number } of stops) {
    snippet += `${escaped(newText.slice(position, span.start))}\${${number}:${escaped(newText.slice(span.start, span.end))}}`;
    position = span.end;
  }
  return snippet + escaped(newText.slice(position));
}

/** The edits with tab stops; undefined where there are none, or where the editor would change the layout. */
function snippetEdits(document: TextDocument, edits: readonly TextEdit[]): SnippetTextEdit[] | undefined {
  if (edits.every(({ stops }) => stops === undefined)) {
    return undefined;
  }
  const snippets = edits.flatMap((edit) => {
    const text = withoutIndent(document, edit, snippetOf(edit));
    return text === undefined ? [] : [{ range: rangeOf(document, edit.span), snippet: StringValue.createSnippet(text) }];
  });
  return snippets.length === edits.length ? snippets : undefined;
}

function annotated(edit: LspTextEdit | SnippetTextEdit): AnnotatedTextEdit | SnippetTextEdit {
  return { ...edit, annotationId };
}

export function workspaceEdit(document: TextDocument, { title, edits, risks }: CodeAction, client: ClientFeatures): WorkspaceEdit {
  const plain = edits.map((edit) => editOf(document, edit));
  if (!client.versionedEdits) {
    return { changes: { [document.uri]: plain } };
  }
  const changes = (client.snippetEdits ? snippetEdits(document, edits) : undefined) ?? plain;
  const textDocument = { uri: document.uri, version: document.version };
  return risks === undefined || !client.annotatedEdits
    ? { documentChanges: [{ textDocument, edits: changes }] }
    : { documentChanges: [{ textDocument, edits: changes.map(annotated) }], changeAnnotations: { [annotationId]: { label: title, description: risks } } };
}
