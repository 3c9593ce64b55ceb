/** Reads comments that switch findings off: `gantry disable-next-line=id,id -- reason`. What the ids name is not known here. */
import type { Span } from '../text/span.ts';

export const directiveKinds = ['disable-next-line', 'disable-line', 'disable-file', 'disable', 'enable'] as const;

export type DirectiveKind = (typeof directiveKinds)[number];

/** A word of a directive and where it stands. */
export interface DirectiveWord {
  readonly text: string;
  readonly span: Span;
}

export interface Directive {
  /** Absent when no such directive exists. */
  readonly kind: DirectiveKind | undefined;
  /** The word that says what to do. */
  readonly keyword: DirectiveWord;
  /** What it is about; none means everything. */
  readonly ids: readonly DirectiveWord[];
  /** Whether an equals sign promises ids and none follow. */
  readonly lacksIds: boolean;
  /** The whole comment. */
  readonly span: Span;
  /** The lines that a directive about one line stands for; absent for the others. */
  readonly scope?: Span;
}

/** A quick test for texts that hold a directive; prose about Gantry passes only where it uses the same words. */
export const mentionsDirective = /gantry:?[ \t]+(?:disable|enable|ignore)(?![a-z])/;

const head = /^[\s#]*gantry:?[ \t]+((?:disable|enable|ignore)(?![a-z])[\w-]*)/;
const reason = /(?:^|\s)--(?:\s|$)/;

/** The directive in the comment at `span` whose words are `text` at `at`; undefined for any other comment. */
export function parseDirective(text: string, at: number, span: Span): Directive | undefined {
  const [whole = '', name = ''] = head.exec(text) ?? [];
  if (name === '') {
    return undefined;
  }
  const kind = directiveKinds.find((known) => known === name);
  const keyword = { text: name, span: { start: at + whole.length - name.length, end: at + whole.length } };
  const rest = text.slice(whole.length);
  const words = rest.slice(0, reason.exec(rest)?.index ?? rest.length);
  const lead = /^[\s=:]*/.exec(words)?.[0].length ?? 0;
  const ids = [...words.slice(lead).matchAll(/[^\s,]+/g)].map((match): DirectiveWord => {
    const start = at + whole.length + lead + match.index;
    return { text: match[0], span: { start, end: start + match[0].length } };
  });
  return { kind, keyword, ids, lacksIds: ids.length === 0 && words.slice(0, lead).includes('='), span };
}
