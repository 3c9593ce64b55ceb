/** How lines of logs look in a terminal. */
import { displayText } from '../text/display-text.ts';
import type { BufferedLine } from './log-buffer.ts';

const reset = '\u001b[0m';
const dim = '\u001b[2m';
const red = '\u001b[31m';
/** Cyan, green, yellow, magenta, blue, and their bright sisters; red is for errors. */
const colours = [36, 32, 33, 35, 34, 96, 92, 93, 95, 94];

export interface LogStyle {
  readonly timestamps: boolean;
  /** The names of the sources; a single one needs none. */
  readonly names: readonly string[];
}

/** One line, with its line break. */
export function styledLine({ source, stream, time, text }: BufferedLine, { timestamps, names }: LogStyle): string {
  const width = Math.min(24, Math.max(...names.map((name) => name.length)));
  const name = names.length > 1 ? `\u001b[${colours[source % colours.length] ?? 36}m${displayText(names[source] ?? '', 24).padEnd(width)} |${reset} ` : '';
  const when = timestamps ? `${dim}${time}${reset} ` : '';
  // Colours of the line itself win, and end with it.
  const content = stream === 'stderr' ? `${red}▏${reset}${text}` : text;
  return `${name}${when}${content}${text.includes('\u001b') ? reset : ''}\r\n`;
}

/** A rule across the terminal that tells what happened. */
export function rule(text: string): string {
  return `${dim}── ${displayText(text, 200)} ──${reset}\r\n`;
}

/** Everything that is there, and what had scrolled away, goes. */
export const clearScreen = '\u001b[2J\u001b[3J\u001b[H';
