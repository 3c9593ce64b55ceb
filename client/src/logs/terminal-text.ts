/**
 * Makes output of unknown origin fit for a terminal: colours stay; what would retitle the window, move the cursor, write to the
 * clipboard, answer back to the program or turn the direction of the text goes. Works on pieces that are cut anywhere.
 */

/** Characters of an unfinished control sequence that are kept for the next piece; a longer one is none that colours. */
const longestSequence = 64;

/** A whole sequence: CSI, strings such as OSC and DCS up to their terminator, and escapes of two characters. */
const sequence = /\u001b\[[0-?]*[ -/]*[@-~]|\u001b[\]PX^_][^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)|\u001b[ -/]*[0-Z\\^-~]/g;
/** The beginning of one at the end of a piece. */
const unfinished = /\u001b(?:\[[0-?]*[ -/]*|[\]PX^_][^\u0007\u001b\u009c]*\u001b?|[ -/]*)?$/;
/** The only sequences that stay: colours and weights. */
const colours = /\u001b\[[\d;:]*m/g;
const isColour = new RegExp(`^${colours.source}$`);
/** Control characters but tab, line feed and carriage return, C1, and what turns the direction of the text. */
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What is left of fit text where no colours are shown or meant. */
export function withoutColours(text: string): string {
  return text.replace(colours, '');
}

export class TerminalText {
  readonly #decoder = new TextDecoder();
  #rest = '';
  /** Inside a string such as OSC 52 that has not ended yet: its text is dropped as it comes. */
  #inString = false;

  /** The text of the next bytes, as far as it is known what it means. */
  push(data: Buffer): string {
    return this.#clean(this.#decoder.decode(data, { stream: true }));
  }

  #clean(piece: string): string {
    let text = this.#rest + piece;
    this.#rest = '';
    if (this.#inString) {
      const end = /[\u0007\u009c]|\u001b\\/.exec(text);
      if (end === null) {
        this.#rest = text.endsWith('\u001b') ? '\u001b' : '';
        return '';
      }
      this.#inString = false;
      text = text.slice(end.index + end[0].length);
    }
    // Most output holds no escape at all.
    if (!text.includes('\u001b')) {
      return text.replace(controls, '');
    }
    const open = unfinished.exec(text);
    if (open !== null) {
      const begun = open[0];
      text = text.slice(0, open.index);
      if (/^\u001b[\]PX^_]/.test(begun)) {
        this.#inString = true;
        this.#rest = begun.endsWith('\u001b') ? '\u001b' : '';
      } else if (begun.length <= longestSequence) {
        this.#rest = begun;
      }
    }
    return text
      .replace(sequence, (found) => (isColour.test(found) ? found : ''))
      .replace(controls, '')
      .replace(/\u001b(?!\[[\d;:]*m)/g, '');
  }
}
