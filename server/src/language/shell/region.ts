/**
 * A region is a stretch of a document in one shell language: a script, a part of a script between two top-level
 * statements, a fenced block, an inline code span. Its text has the same length as the stretch it stands for: what is no
 * shell (quote and list markers, prompts, output lines) is blanked out with spaces, and a continuation in front of a
 * comment that a site takes out moves to the end of its line. So an offset in the document is
 * `start` plus the offset in the region, and a region can be analysed and cached apart from where it stands. Code in tags,
 * which a document writes with entities or escapes, is as long as it is meant; `writing` tells where it is written.
 */
import type { Writing } from './encoded-text.ts';
import type { Dialect } from './shell-command.ts';

export type RegionOrigin = 'script' | 'fence' | 'indented' | 'inline' | 'markup';

export interface Region {
  /** Offset of the region in the document. */
  readonly start: number;
  /** The masked text: same length as the document's stretch, carriage returns before a newline replaced by spaces. */
  readonly text: string;
  /**
   * The document's own text of the stretch, unit for unit beside `text`, where the two differ: carriage returns, markers
   * and output lines included. For rules about what the masking hides; absent means that `text` hides nothing.
   */
  readonly raw?: string;
  readonly dialect: Dialect;
  readonly origin: RegionOrigin;
  /**
   * What a new line inside a command must begin with, per line of the region, to stay part of the block in the document:
   * list indentation, `> ` of a quote, the `> ` continuation prompt. Empty for scripts.
   */
  readonly linePrefix: string;
  /** The block shows a terminal session: a comment in it would be read as output, or as root's prompt. */
  readonly isSession?: boolean;
  /** The shell is zsh, which does not split variables that stand without quotes. */
  readonly keepsVariables?: true;
  /** The block is a unit of systemd, which replaces `%n` and its like. */
  readonly isUnit?: boolean;
  /** How the document writes the text, where that is not as it is meant. */
  readonly writing?: Writing;
}
