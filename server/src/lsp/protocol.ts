/** Translates spans and edits between offsets and the protocol's positions, and refuses requests that make no sense. */
import { ErrorCodes, ResponseError, type Position, type Range, type TextDocuments, type TextEdit as LspTextEdit } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from '../language/text/edit.ts';
import type { Span } from '../language/text/span.ts';

export function rangeOf(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

export function editOf(document: TextDocument, { span, newText }: TextEdit): LspTextEdit {
  return { range: rangeOf(document, span), newText };
}

/** The error that answers a request which makes no sense. */
export function invalid(message: string): ResponseError {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}

/** Of whatever was sent; undefined where there is no such field. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map<string, unknown>(Object.entries(value)).get(name) : undefined;
}

function isPosition(value: unknown): value is Position {
  const numbers = [fieldOf(value, 'line'), fieldOf(value, 'character')];
  return numbers.every((number) => typeof number === 'number' && Number.isInteger(number) && number >= 0);
}

/** The open document that the request is about; throws the error that answers a request about any other. */
export function documentOf(documents: TextDocuments<TextDocument>, params: unknown): TextDocument {
  const uri = fieldOf(fieldOf(params, 'textDocument'), 'uri');
  if (typeof uri !== 'string') {
    throw invalid('The request names no document.');
  }
  const document = documents.get(uri);
  if (document === undefined) {
    throw invalid(`The document ${uri} is not open.`);
  }
  return document;
}

/** The offset of the request's position, at most the end of its line. */
export function offsetOf(document: TextDocument, params: unknown): number {
  const position = fieldOf(params, 'position');
  if (!isPosition(position)) {
    throw invalid('The request names no position.');
  }
  return document.offsetAt(position);
}

/** The span of the request's range. */
export function spanOf(document: TextDocument, params: unknown): Span {
  const range = fieldOf(params, 'range');
  const start = fieldOf(range, 'start');
  const end = fieldOf(range, 'end');
  if (!isPosition(start) || !isPosition(end)) {
    throw invalid('The request names no range.');
  }
  return { start: document.offsetAt(start), end: Math.max(document.offsetAt(start), document.offsetAt(end)) };
}
