/** What zsh alone understands, written as other shells do in as many characters: `for name (words) command`, `repeat 3 command`, `{ command }`. */

/** Where a command begins, then the loop up to its list or number. */
const loop = /((?:^|[;&|{]|(?<![\w-])(?:do|then|else)(?=[ \t]))[ \t]*)(?:(for|foreach)([ \t]+[A-Za-z_]\w{0,60})[ \t]+\(|(repeat)[ \t]+(?:\d{1,9}|\$\w{1,60})(?![\w.]))/gm;

/** Longer lists of words are not looked for their end. */
const longestList = 2_000;

const opensBody = /^[ \t]*(?:;|\n)?\s*do(?![\w-])/;

/** Where the parenthesis closes that was opened in front of `from`; negative where it does not. */
function listEnd(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < Math.min(text.length, from + longestList); at++) {
    const sign = text.charAt(at);
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (depth === 0) {
      return at;
    }
  }
  return -1;
}

/** As many characters as were written, the last of them a separator where none follows. */
function filled(start: string, length: number, separates: boolean): string {
  return separates ? `${start.padEnd(length - 1)};` : start.padEnd(length);
}

/** With a loop without end where `do` follows, otherwise with a command that sets the name. */
function withoutLoops(text: string): string {
  let rewritten = '';
  let done = 0;
  for (const match of text.matchAll(loop)) {
    const [{ length }, before = '', forWord, name = '', repeat] = match;
    const from = match.index + before.length;
    const behind = match.index + length;
    const end = repeat === undefined ? listEnd(text, behind) : behind;
    if (from < done || end < 0) {
      continue;
    }
    const rest = text.slice(repeat === undefined ? end + 1 : end, end + 200);
    const hasBody = forWord !== 'foreach' && opensBody.test(rest);
    const separates = hasBody && !/^[ \t]*[;\n]/.test(rest);
    if (repeat === undefined) {
      const start = hasBody ? 'while :' : `read ${name.trim()}`;
      rewritten += `${text.slice(done, from)}${start.padEnd(behind - from)}${text.slice(behind, end)}${hasBody && !separates ? ' ' : ';'}`;
      done = end + 1;
    } else {
      rewritten += text.slice(done, from) + filled(hasBody ? 'while :' : '', behind - from, separates);
      done = end;
    }
  }
  return done === 0 ? text : rewritten + text.slice(done);
}

/** A line that closes a block at its end, where other shells want a separator. */
const closesBlock = /^(.*)[ \t](\}[ \t]*)$/gm;
const opensBlock = /(?:^|[;&|)]|\]\]|(?<![\w-])(?:else|always))[ \t]*\{[ \t]/;
/** The blank in front of a brace that closes one block where the next begins. */
const nextBlock = /[ \t](?=\}[ \t]*(?:else|elif|always)(?![\w-]))/g;

/** The text, as long as before. */
export function asOtherShells(text: string): string {
  return withoutLoops(text).replace(closesBlock, (line, block: string, end: string) => (opensBlock.test(block.split(/['"`]/, 1).join('')) ? `${block.replace(nextBlock, ';')};${end}` : line));
}
