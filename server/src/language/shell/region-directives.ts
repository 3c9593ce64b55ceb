/** Finds the directives in the comments of a region, and the lines that each is about. */
import { readCmd } from './cmd.ts';
import { mentionsDirective, parseDirective, type Directive } from './directives.ts';
import { readPowerShell } from './powershell.ts';
import { posixParts, sourceOf } from './read-commands.ts';
import type { Region } from './region.ts';
import { writtenIn } from './region-places.ts';
import { ScriptLayout } from './script-layout.ts';
import { continuations, type Dialect } from './shell-command.ts';
import type { ShellSource } from './shell-source.ts';
import type { Span } from '../text/span.ts';

/** A comment that may be a directive: its sign stands where a word may begin. */
const candidate = /(?<=^|[\s;&|()])#[ \t#]*gantry:?[ \t][^\n]*/gm;

/** Lines that hold nothing but a comment. */
const commentLines: Readonly<Record<Dialect, RegExp>> = { posix: /^[ \t]*#/, powershell: /^[ \t]*#/, cmd: /^[ \t]*(?:@?rem\b|::)/i };

/** The sign or word that makes a comment. */
const commentSign = /^(?:#|@?rem\b|::)/i;

interface Line extends Span {
  readonly text: string;
}

function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const end = newline < 0 ? text.length : newline;
  return { start, end, text: text.slice(start, end) };
}

/** The comments of the source, and what its author takes for one command. */
interface Layout {
  readonly comments: readonly Span[];
  readonly units: readonly Span[];
}

function layoutOf(source: ShellSource, { dialect, origin }: Region): Layout {
  if (dialect !== 'posix') {
    const { comments } = dialect === 'cmd' ? readCmd(source) : readPowerShell(source);
    return { comments, units: [] };
  }
  const layout = new ScriptLayout(posixParts(source, origin !== 'script').map(({ script }) => script));
  const comments = [...source.original.matchAll(candidate)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
  return { comments: comments.filter(({ start }) => layout.holdsComment(start)), units: layout.units };
}

/** The line that a directive above it is about: the first one below that holds more than a comment. */
function lineBelow(text: string, comment: Line, dialect: Dialect): Line | undefined {
  for (let line = comment; line.end < text.length; ) {
    line = lineAt(text, line.end + 1);
    if (!commentLines[dialect].test(line.text)) {
      return line.text.trim() === '' ? undefined : line;
    }
  }
  return undefined;
}

/** The line with those that it continues or that continue it. */
function joined(text: string, line: Line, dialect: Dialect): Span {
  const continues = (one: Line): boolean => one.text.trimEnd().endsWith(continuations[dialect]) && !commentLines[dialect].test(one.text);
  let first = line;
  while (first.start > 0 && continues(lineAt(text, first.start - 1))) {
    first = lineAt(text, first.start - 1);
  }
  let last = line;
  while (last.end < text.length && continues(last)) {
    last = lineAt(text, last.end + 1);
  }
  return { start: first.start, end: last.end };
}

function scopeOf(directive: Directive, text: string, units: readonly Span[], dialect: Dialect): Span | undefined {
  const here = lineAt(text, directive.span.start);
  const isAbove = directive.kind === 'disable-next-line';
  if (!isAbove && directive.kind !== 'disable-line') {
    return undefined;
  }
  const line = isAbove ? (commentLines[dialect].test(here.text) ? lineBelow(text, here, dialect) : undefined) : here;
  if (line === undefined) {
    return undefined;
  }
  const isOn = (offset: number): boolean => line.start <= offset && offset <= line.end;
  const own = units.filter(({ start, end }) => isOn(start) || (!isAbove && isOn(end)));
  const whole = joined(text, line, dialect);
  return { start: Math.min(whole.start, ...own.map(({ start }) => start)), end: Math.max(whole.end, ...own.map(({ end }) => end)) };
}

/** The directives of the region in order; offsets are counted from where it begins in the document. */
export function directivesIn(region: Region, isProgram: (name: string) => boolean): Directive[] {
  if (!mentionsDirective.test(region.text)) {
    return [];
  }
  const source = sourceOf(region, isProgram);
  const place = (offset: number): number => source.offsets?.[offset] ?? offset;
  const inRegion = ({ start, end }: Span): Span => writtenIn(region, { start: place(start), end: end > start ? place(end - 1) + 1 : place(end) });
  const { comments, units } = layoutOf(source, region);
  return comments.flatMap((comment) => {
    const text = source.original.slice(comment.start, comment.end).trimEnd();
    const sign = commentSign.exec(text)?.[0].length ?? 0;
    const directive = parseDirective(text.slice(sign), comment.start + sign, { start: comment.start, end: comment.start + text.length });
    if (directive === undefined) {
      return [];
    }
    const scope = scopeOf(directive, source.original, units, region.dialect);
    return {
      ...directive,
      keyword: { ...directive.keyword, span: inRegion(directive.keyword.span) },
      ids: directive.ids.map((id) => ({ ...id, span: inRegion(id.span) })),
      span: inRegion(directive.span),
      ...(scope && { scope: inRegion(scope) }),
    };
  });
}
