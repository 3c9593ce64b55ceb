/** Hides what the shell or the reader replaces, so that signs in it are not taken for separators of the value around it. */

const openings = /\$\{|\$\(|`|\$env:\w+|\{\{|[<[](?=[A-Za-z_][^<>[\]]*[>\]])/g;
const closings: Readonly<Record<string, string>> = { '${': '}', '$(': ')', '`': '`', '{{': '}}', '<': '>', '[': ']' };

/** The offset behind what begins at `start`; parentheses and braces in each other are counted. */
function endOf(text: string, start: number, opening: string): number {
  const closing = closings[opening];
  if (closing === undefined) {
    return start + opening.length;
  }
  const nests = opening.startsWith('$') ? opening.charAt(1) : '';
  let depth = 1;
  for (let at = start + opening.length; at < text.length; at++) {
    if (text.startsWith(closing, at)) {
      depth--;
      if (depth === 0) {
        return at + closing.length;
      }
    } else if (text.charAt(at) === nests) {
      depth++;
    }
  }
  return text.length;
}

/** The value at the same length: what is replaced later keeps its first sign and loses the others. */
export function opaque(value: string): string {
  let text = value;
  const pattern = new RegExp(openings);
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const end = endOf(text, found.index, found[0]);
    text = text.slice(0, found.index + 1) + '_'.repeat(end - found.index - 1) + text.slice(end);
    pattern.lastIndex = end;
  }
  return text;
}
