/** Makes a region of a code block in Markdown: everything around and between its lines is blanked. */
import { lineStart } from '../text/lines.ts';
import { withoutApostrophes } from './apostrophes.ts';
import { unnamed, type FenceLanguage } from './fence-languages.ts';
import { holdsCommand } from './holds-command.ts';
import { looksLikeCommand, powershellLead } from './looks-like-command.ts';
import type { Region, RegionOrigin } from './region.ts';
import { withoutCarriageReturns } from './script-regions.ts';
import { readSession, type Session } from './session.ts';
import { continuations, type Dialect } from './shell-command.ts';
import type { Span } from '../text/span.ts';

/** A block as Markdown sees it: the document spans of its lines, without line ends and without what stands in front of the text. */
export interface CodeBlock {
  readonly lines: readonly Span[];
  readonly language: FenceLanguage;
  readonly origin: RegionOrigin;
}

/** A path that only Windows has, one backslash as its shells take it. */
const windowsPath = /(?:^|[\s"':=])(?:[A-Za-z]:\\(?!\\)|\.{1,2}\\\w|\\\\\.\\pipe\\)/;
/** A variable of the environment as PowerShell writes it. */
const powershellVariable = /\$env:\w/i;

/** What the commands of a block that names no shell tell of it: Windows has other paths and continues lines by other characters. */
function dialectOf(commands: readonly string[]): Dialect {
  const ends = (pattern: RegExp): boolean => commands.some((line) => pattern.test(line));
  if (ends(/\s`\s*$/) || ends(powershellLead) || ends(powershellVariable)) {
    return 'powershell';
  }
  if (ends(/\s\^\s*$/)) {
    return 'cmd';
  }
  const isWindows = commands.some((line) => windowsPath.test(line)) && !ends(/\s\\\s*$/);
  return !isWindows ? 'posix' : commands.some((line) => /%\w+%/.test(line)) ? 'cmd' : 'powershell';
}

/** A block that names no shell may be for Windows. */
function guessed(lines: readonly string[], language: FenceLanguage, mentions: RegExp): FenceLanguage {
  if (language.style === 'script') {
    return language;
  }
  const commands = lines.filter((line) => looksLikeCommand(line.replace(/^\s*[$>]\s+/, ''), mentions));
  return { ...language, dialect: dialectOf(commands) };
}

/** Whether a block of which nothing is said holds a command. */
function isOfCommands({ lines, prompted }: Session, mentions: RegExp): boolean {
  return lines.some((line) => (prompted && mentions.test(line)) || holdsCommand(line, mentions));
}

/** A line that points up or down in a drawing, and the corners of its boxes and lines: what no program prints between commands. */
const pointers = /^[\s|\u2502]*[\u2191\u2193\u25b2\u25bc][\s|\u2191\u2193\u2502\u25b2\u25bc]*$/;
const corners = /[\u250c-\u251b\u256d-\u2570]/;

const arrows = /^\s*[|v^\u2191\u2193\u2502\u25b2\u25bc](?:\s+[|v^\u2191\u2193\u2502\u25b2\u25bc])*\s*$/;

/** Whether a block of which nothing is said is a drawing: lines of arrows below something that is no command, or between corners. */
function isDrawing({ lines, prompted }: Session, mentions: RegExp): boolean {
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const isSign = looksLikeCommand(first, mentions) ? pointers : arrows;
  return !prompted && lines.some((line) => isSign.test(line)) && (isSign === arrows || lines.some((line) => corners.test(line)));
}

/** What stands in front of the lines, with list markers as blanks. The first line may stand behind a marker, an empty one lacks its indentation. */
function prefixOf(text: string, lines: readonly Span[]): string {
  const isFilled = ({ start, end }: Span) => text.slice(start, end).trim() !== '';
  const { start } = lines.slice(1).find(isFilled) ?? lines.find(isFilled) ?? { start: 0 };
  return text.slice(lineStart(text, start), start).replace(/[^\s>]/g, ' ');
}

/** The region of the block; undefined when no line of it can be a command that is looked for. */
export function blockRegion(text: string, block: CodeBlock, mentions: RegExp): Region | undefined {
  const [first] = block.lines;
  const last = block.lines.at(-1);
  const whole = first === undefined || last === undefined ? '' : text.slice(first.start, last.end);
  if (first === undefined || !mentions.test(whole)) {
    return undefined;
  }
  const written = block.lines.map(({ start, end }) => text.slice(start, end));
  const language = guessed(written, block.language, mentions);
  const lines = language.dialect === 'posix' ? withoutApostrophes(written) : written;
  const session = readSession(lines, language, mentions);
  if ((language.style === 'unit' && !session.prompted) || (language.style === 'plain' && (!isOfCommands(session, mentions) || isDrawing(session, mentions)))) {
    return undefined;
  }
  let masked = '';
  for (const [index, { start }] of block.lines.entries()) {
    const between = text.slice(first.start + masked.length, start);
    masked += between.replace(/[^\r\n]/g, ' ') + (session.lines[index] ?? '');
  }
  const visible = withoutCarriageReturns(masked, continuations[session.dialect]);
  return {
    start: first.start,
    text: visible,
    ...(visible === whole ? {} : { raw: whole }),
    dialect: session.dialect,
    origin: block.origin,
    linePrefix: (block.origin === 'markup' ? '' : prefixOf(text, block.lines)) + session.continuationPrompt,
    ...(language.keepsVariables === true ? { keepsVariables: true } : {}),
    ...(session.isUnit === true ? { isUnit: true } : {}),
    ...((session.prompted && (language.style !== 'unit' || session.isUnit === true)) || language.style === 'session' ? { isSession: true } : {}),
  };
}

/** A prompt, or the language that the span names. */
const inlineLead = /^\s*(?:[$#>%]\s+|PS(?: [^>\n]{0,200})?>\s*|#!\w+\s+)/;

/** The region of an inline code span that holds a command; line ends in it are blanks. */
export function inlineRegion(text: string, { start, end }: Span, mentions: RegExp): Region | undefined {
  const content = text.slice(start, end);
  const [prompt = ''] = inlineLead.exec(content) ?? [];
  if (!looksLikeCommand(content.slice(prompt.length), mentions)) {
    return undefined;
  }
  const oneLine = content.replace(/\r?\n[ \t>]*/g, (gap) => ' '.repeat(gap.length));
  return { start, text: ' '.repeat(prompt.length) + oneLine.slice(prompt.length), dialect: prompt.trimStart().startsWith('PS') ? 'powershell' : unnamed.dialect, origin: 'inline', linePrefix: '' };
}
