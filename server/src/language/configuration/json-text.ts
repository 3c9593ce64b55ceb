/** Reads JSON with comments into a tree with places, and edits it in its own layout; the only file that knows the JSON library. */
import { findNodeAtLocation, modify, parseTree, printParseErrorCode, type JSONPath, type Node, type ParseError } from 'jsonc-parser';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

/** A value and where it stands. Children of an object are its `property` nodes, each with a key and perhaps a value. */
export type JsonNode = Node;

export interface JsonProblem {
  readonly span: Span;
  readonly message: string;
}

export interface JsonText {
  /** Absent when the text holds no value. */
  readonly root: JsonNode | undefined;
  readonly problems: readonly JsonProblem[];
}

const explanations: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is no JSON value. Text stands between double quotes.',
  InvalidNumberFormat: 'This is no number.',
  PropertyNameExpected: 'A key between double quotes is missing here.',
  ValueExpected: 'A value is missing here.',
  ColonExpected: 'A colon is missing here.',
  CommaExpected: 'A comma is missing here.',
  CloseBraceExpected: 'A closing brace is missing here.',
  CloseBracketExpected: 'A closing bracket is missing here.',
  EndOfFileExpected: 'Nothing more is expected behind the end of the object.',
  UnexpectedEndOfComment: 'The comment has no end.',
  UnexpectedEndOfString: 'The closing double quote is missing.',
  UnexpectedEndOfNumber: 'The number has no end.',
  InvalidUnicode: 'The escape in this text is not valid.',
  InvalidEscapeCharacter: 'The escape in this text is not valid.',
  InvalidCharacter: 'This text holds a character that must be escaped.',
};

export function spanOf({ offset, length }: JsonNode): Span {
  return { start: offset, end: offset + length };
}

function problemOf({ error, offset, length }: ParseError, text: string): JsonProblem {
  const start = Math.min(offset, text.length);
  return { span: { start, end: Math.min(start + length, text.length) }, message: explanations[printParseErrorCode(error)] ?? 'This is no JSON.' };
}

/** Reads the text as far as it makes sense. Comments and commas behind the last element are fine. Total. */
export function readJson(text: string): JsonText {
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
    // One slip trips the parser again and again at the same place.
    const first = errors.filter(({ offset }, index) => {
      const previous = errors[index - 1];
      return previous === undefined || text.slice(previous.offset + previous.length, offset).trim() !== '';
    });
    return { root, problems: first.map((error) => problemOf(error, text)) };
  } catch {
    return { root: undefined, problems: [{ span: { start: 0, end: Math.min(1, text.length) }, message: 'The lists and objects in each other are too deep.' }] };
  }
}

/** The value at the path of keys; undefined when there is none. */
export function valueAt(root: JsonNode | undefined, path: JSONPath): JsonNode | undefined {
  return root === undefined ? undefined : findNodeAtLocation(root, path);
}

/** The indentation that the text uses. */
function layoutOf(text: string): { insertSpaces: boolean; tabSize: number; eol: string } {
  const indentation = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  return { insertSpaces: !indentation.startsWith('\t'), tabSize: indentation.startsWith('\t') ? 4 : indentation.length, eol: text.includes('\r\n') ? '\r\n' : '\n' };
}

/** The edits that put the value at the path, in the layout of the text. */
export function setJson(text: string, path: JSONPath, value: unknown): TextEdit[] {
  // A new key behind the last one would come between that and its comment.
  const options = { formattingOptions: layoutOf(text), getInsertionIndex: (keys: readonly string[]) => (/(?:^|[\s,{])\/\//.test(text) ? 0 : keys.length) };
  return modify(text, path, value, options).map(({ offset, length, content }) => ({ span: { start: offset, end: offset + length }, newText: content }));
}
