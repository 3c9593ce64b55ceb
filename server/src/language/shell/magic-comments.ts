/** Comments for the generator of a site, such as `# highlight-next-line`: it takes them out, so no reader sees or copies them. */

/** Of Docusaurus and Rspress, on a line of their own. */
const ownLine = /^\s*#\s*[a-z]+-(?:next-line|start|end)\s*$/;

/** Of Shiki, and annotations of Material for MkDocs. */
const atEnd = /#\s*(?:\[!code [^\]\n]{1,60}\]|\(\d+\)!)\s*$/;

/** Where such a comment begins, blanks in front of it included; -1 where the line has none. */
function commentStart(line: string): number {
  if (!line.includes('#')) {
    return -1;
  }
  const start = ownLine.test(line) ? 0 : line.search(atEnd);
  return start < 0 ? start : line.slice(0, start).trimEnd().length;
}

/** The lines without such comments, each as long as before. A continuation in front of one moves to the end of its line. */
export function withoutMagicComments(lines: readonly string[]): readonly string[] {
  let continues = false;
  return lines.map((line) => {
    const start = commentStart(line);
    if (start < 0) {
      continues = line.endsWith('\\');
      return line;
    }
    const before = line.slice(0, start);
    const isAlone = before.trim() === '';
    continues = isAlone ? continues : before.endsWith('\\');
    const kept = continues && !isAlone ? `${before.slice(0, -1)} ` : before;
    return continues ? `${kept.padEnd(line.length - 1)}\\` : kept.padEnd(line.length);
  });
}
