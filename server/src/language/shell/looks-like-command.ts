/** Tells lines that begin with a command from prose and output, without a parser. */

/** What PowerShell alone has in front of a command: an assignment, `$id = …`, or the sign that calls it. */
export const powershellLead = /^\s*(?:\$[\w:]+\s*=\s*|&\s+)/;

const wrapper = String.raw`(?:sudo|doas|time|exec|winpty)\s+(?:-[ugC]\s+\S+\s+|-\S+\s+)*`;
const assignment = String.raw`[A-Za-z_]\w*=(?:\$\([^()]*\)|"[^"]*"|'[^']*'|[^\s"'])*\s+`;
const programAndMore = new RegExp(String.raw`^\s*(?:${wrapper}|${assignment}){0,4}([^\s"'\x60]+)\s+(?![=:]\s)\S`);

/** Whether the line begins with a command that is looked for, as commands are written: in lower case, with words behind it. */
export function looksLikeCommand(line: string, mentions: RegExp): boolean {
  const program = programAndMore.exec(line.replace(powershellLead, ''))?.[1] ?? '';
  const name = program.replace(/^.*[/\\]/, '');
  return /^[a-z0-9._-]+$/.test(name) && mentions.test(name);
}
