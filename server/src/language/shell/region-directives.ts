/** Finds the directives in the comments of a region, and the lines that each is about. */
import { lineEnd, lineStart } from '../text/lines.ts';
import { readCmd } from './cmd.ts';
import { mentionsDirective, parseDirective, type Directive } from './directives.ts';
import { readPowerShell } from './powershell.ts';
import { posixParts, sourceOf } from './read-commands.ts';
import type { Region } from './region.ts';
import { writtenIn } from './region-places.ts';
import { ScriptLayout } from './script-layout.ts';
import { continuations, type Dialect } from './shell-command.ts';
import type { ShellSource } from './shell-source.ts';
import { cover, type Span } from '../text/span.ts';

/** How a directive begins behind the sign of its comment. */
const directiveName = /gantry:?[ \t]/g;

/** The sign of the comment in which a directive may begin at `at`: it stands where a word may begin, only blanks and more signs behind it. */
function signBefore(text: string, at: number): number | undefined {
  let lead = at;
  while (lead > 0 && ' \t#'.includes(text.charAt(lead - 1))) {
    lead--;
  }
  for (let sign = text.indexOf('#', lead); sign >= 0 && sign < at; sign = text.indexOf('#', sign + 1)) {
    if (/^(?:[\s;&|()]|)$/.test(text.charAt(sign - 1))) {
      return sign;
    }
  }
  return undefined;
}

/** The comments that may be directives, each to the end of its line. */
function candidates(text: string): Span[] {
  const found: Span[] = [];
  for (const { index } of text.matchAll(directiveName)) {
    const start = index < (found.at(-1)?.end ?? 0) ? undefined : signBefore(text, index);
    if (start !== undefined) {
      found.push({ start, end: lineEnd(text, index) });
    }
  }
  return found;
}

/** Lines that hold nothing but a comment. */
const commentLines: Readonly<Record<Dialect, RegExp>> = { posix: /^[ \t]*#/, powershell: /^[ \t]*#/, cmd: /^[ \t]*(?:@?rem\b|::)/i };

/** The sign or word that makes a comment. */
const commentSign = /^(?:#|@?rem\b|::)/i;

interface Line extends Span {
  readonly text: string;
}

function lineAt(text: string, offset: number): Line {
  const start = lineStart(text, offset);
  const end = lineEnd(text, offset);
  return { start, end, text: text.slice(start, end) };
}

/** Finds the line that a directive above it is about: the first one below that holds more than a comment. */
class LinesBelow {
  readonly #text: string;
  readonly #comment: RegExp;
  /** What was found last, which holds for all comments between its two ends. */
  #last = { start: -1, end: -1, line: undefined as Line | undefined };

  constructor(text: string, dialect: Dialect) {
    this.#text = text;
    this.#comment = commentLines[dialect];
  }

  /** Undefined where an empty line or nothing follows, or where the directive itself stands behind a command. */
  of(here: Line): Line | undefined {
    if (!this.#comment.test(here.text)) {
      return undefined;
    }
    if (here.start < this.#last.start || here.end >= this.#last.end) {
      this.#last = this.#find(here);
    }
    return this.#last.line;
  }

  #find(comment: Line): { start: number; end: number; line: Line | undefined } {
    let line = comment;
    while (line.end < this.#text.length) {
      line = lineAt(this.#text, line.end + 1);
      if (!this.#comment.test(line.text)) {
        return { start: comment.start, end: line.end, line: line.text.trim() === '' ? undefined : line };
      }
    }
    return { start: comment.start, end: this.#text.length + 1, line: undefined };
  }
}

/** What tells which lines a directive of the source is about. */
interface Layout {
  readonly text: string;
  readonly dialect: Dialect;
  readonly comments: readonly Span[];
  /** What its author takes for one command. */
  readonly units: readonly Span[];
  readonly below: LinesBelow;
}

function layoutOf(source: ShellSource, { dialect, origin }: Region): Layout {
  const text = source.original;
  const whole = { text, dialect, below: new LinesBelow(text, dialect) };
  if (dialect !== 'posix') {
    const { comments } = dialect === 'cmd' ? readCmd(source) : readPowerShell(source);
    return { ...whole, comments, units: [] };
  }
  const layout = new ScriptLayout(posixParts(source, origin !== 'script').map(({ script }) => script));
  return { ...whole, comments: candidates(text).filter(({ start }) => layout.holdsComment(start)), units: layout.units };
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

function scopeOf(directive: Directive, { text, dialect, units, below }: Layout): Span | undefined {
  const here = lineAt(text, directive.span.start);
  const isAbove = directive.kind === 'disable-next-line';
  if (!isAbove && directive.kind !== 'disable-line') {
    return undefined;
  }
  const line = isAbove ? below.of(here) : here;
  if (line === undefined) {
    return undefined;
  }
  const isOn = (offset: number): boolean => line.start <= offset && offset <= line.end;
  const own = units.filter(({ start, end }) => isOn(start) || (!isAbove && isOn(end)));
  const whole = joined(text, line, dialect);
  return own.reduce(cover, whole);
}

/** The directives of the region in order; offsets are counted from where it begins in the document. */
export function directivesIn(region: Region, isProgram: (name: string) => boolean): Directive[] {
  if (!mentionsDirective.test(region.text)) {
    return [];
  }
  const source = sourceOf(region, isProgram);
  const place = (offset: number): number => source.offsets?.[offset] ?? offset;
  const inRegion = ({ start, end }: Span): Span => writtenIn(region, { start: place(start), end: end > start ? place(end - 1) + 1 : place(end) });
  const layout = layoutOf(source, region);
  return layout.comments.flatMap((comment) => {
    const text = source.original.slice(comment.start, comment.end).trimEnd();
    const sign = commentSign.exec(text)?.[0].length ?? 0;
    const directive = parseDirective(text.slice(sign), comment.start + sign, { start: comment.start, end: comment.start + text.length });
    if (directive === undefined) {
      return [];
    }
    const scope = scopeOf(directive, layout);
    return {
      ...directive,
      keyword: { ...directive.keyword, span: inRegion(directive.keyword.span) },
      ids: directive.ids.map((id) => ({ ...id, span: inRegion(id.span) })),
      span: inRegion(directive.span),
      ...(scope && { scope: inRegion(scope) }),
    };
  });
}
