/** Prose for the editor at the other end: Markdown, or plain text where the editor would rather have that. */
import { MarkupKind, type MarkupContent } from 'vscode-languageserver/node';
import { plainText } from '../language/text/markdown.ts';

/** Whether the editor takes Markdown. `formats` are those that it knows, the best first; `unsaid` is what counts for one that names none. */
export function takesMarkdown(formats: readonly string[] | undefined, unsaid: MarkupKind): boolean {
  const best = formats?.find((format) => format === MarkupKind.Markdown || format === MarkupKind.PlainText);
  return (best ?? unsaid) === MarkupKind.Markdown;
}

export function markup(text: string, markdown: boolean): MarkupContent {
  return markdown ? { kind: MarkupKind.Markdown, value: text } : { kind: MarkupKind.PlainText, value: plainText(text) };
}
