/** Finds the line above which a comment can stand without changing a command. */
import { lineStart } from '../text/lines.ts';
import { posixParts, sourceOf } from './read-commands.ts';
import type { Region } from './region.ts';
import { ScriptLayout } from './script-layout.ts';
import { continuations } from './shell-command.ts';
import type { Span } from '../text/span.ts';

export interface CommentPlace {
  /** In the region: where the text of the line begins, behind its indentation. */
  readonly offset: number;
  /** Blanks in front of it, without what belongs to the document around the region. */
  readonly indentation: string;
}

/** The place above the command at the offset, and above all that the command is a part of: a continued line, a word, a here-document. */
export function placeAbove(region: Region, offset: number, isProgram: (name: string) => boolean): CommentPlace {
  const source = sourceOf(region, isProgram);
  const { text, offsets } = source;
  const layout = region.dialect === 'posix' ? new ScriptLayout(posixParts(source, region.origin !== 'script').map(({ script }) => script)) : undefined;
  const enclosing = (at: number): Span | undefined => layout?.enclosing(at);
  const inSource = offsets?.findIndex((at) => at >= offset) ?? offset;
  let start = lineStart(text, inSource);
  // Each turn goes up at least one line.
  while (start > 0) {
    const around = enclosing(start);
    const previous = text.slice(lineStart(text, start - 1), start - 1);
    if (around !== undefined) {
      start = lineStart(text, around.start);
    } else if (previous.trimEnd().endsWith(continuations[region.dialect]) && !/^[ \t]*#/.test(previous)) {
      start -= previous.length + 1;
    } else {
      break;
    }
  }
  const indentation = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  const place = start + indentation.length;
  return { offset: offsets?.[place] ?? place, indentation };
}
