/** Reads command lines of cmd.exe: `^` escapes and continues, `%NAME%` expands, only double quotes quote. */
import { holesIn, type ShellSource } from './shell-source.ts';
import type { Span } from '../text/span.ts';
import { builtWord, ValueBuilder, type ReadWord } from './value-builder.ts';

const variable = /%(?:~?\w[\w()]*(?::[^%\n]*)?|%?~?[A-Za-z])%|%~?\w+|![A-Za-z_]\w*!/y;
const redirection = /\d?(?:>>?|<)(?:&\d)?/y;
const comment = /(?:@?rem\b|::)[^\n]*/iy;

function at(pattern: RegExp, text: string, position: number): string | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
}

/** Reads the word at `start`, and gives it with the offset behind it. */
function readCmdWord(source: ShellSource, start: number): { readonly read: ReadWord; readonly end: number } {
  const { text } = source;
  const builder = new ValueBuilder(source, start);
  let quoted = false;
  let fixed = false;
  let expanded = false;
  let position = start;
  while (position < text.length) {
    const character = text.charAt(position);
    const name = character === '%' || character === '!' ? at(variable, text, position) : undefined;
    if (character === '\n' || (!quoted && (/[\s&|<>]/.test(character) || text.startsWith('^\n', position)))) {
      break;
    }
    if (character === '"') {
      quoted = !quoted;
      fixed = true;
      position++;
      builder.end = quoted ? position : builder.end;
    } else if (name !== undefined) {
      builder.hole(position, position + name.length);
      expanded = true;
      position += name.length;
    } else if (character === '^' && !quoted && position + 1 < text.length) {
      builder.escaped(position, position + 1);
      fixed = true;
      position += 2;
    } else if (quoted && text.startsWith('\\"', position)) {
      builder.escaped(position, position + 1);
      position += 2;
    } else {
      builder.text(position, position + 1, 'all');
      fixed = true;
      position++;
    }
  }
  const end = Math.max(position, start + 1);
  const isHole = holesIn(source, start, end).length > 0;
  return { read: builtWord(source, start, end, builder, isHole ? 'placeholder' : !expanded ? 'literal' : fixed ? 'expansion' : 'splat'), end };
}

/** What a batch text holds. */
interface BatchText {
  /** Each as its words. */
  readonly commands: readonly ReadWord[][];
  readonly comments: readonly Span[];
}

export function readCmd(source: ShellSource): BatchText {
  const { text } = source;
  const commands: ReadWord[][] = [];
  const comments: Span[] = [];
  let words: ReadWord[] = [];
  let dropsNext = false;
  const flush = (): void => {
    if (words.length > 0) {
      commands.push(words);
    }
    words = [];
    dropsNext = false;
  };
  for (let position = 0; position < text.length; ) {
    const character = text.charAt(position);
    const ignored = words.length === 0 ? at(comment, text, position) : undefined;
    const operator = at(redirection, text, position);
    if (text.startsWith('^\n', position)) {
      position += 2;
    } else if (character === '\n' || character === '&' || character === '|') {
      flush();
      position++;
    } else if (/\s/.test(character) || (words.length === 0 && (character === '@' || character === '('))) {
      position++;
    } else if (ignored !== undefined) {
      comments.push({ start: position, end: position + ignored.length });
      position += ignored.length;
    } else if (operator !== undefined) {
      dropsNext = !operator.includes('&');
      position += operator.length;
    } else {
      const { read, end } = readCmdWord(source, position);
      if (!dropsNext) {
        words.push(read);
      }
      dropsNext = false;
      position = end;
    }
  }
  flush();
  return { commands, comments };
}
