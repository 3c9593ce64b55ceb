/** Finds the commands in units of systemd and in tables of cron: settings or times stand in front of them. */

/** A setting whose value is a command. */
export const unitCommand = /^\s*Exec(?:Start|Stop|Reload|Condition)(?:Pre|Post)?\s*=\s*[-@:+!|]*(?=\S)/;

const section = /^\s*\[[\w-]+\]\s*$/;

/** Whether the lines are a unit: nothing but settings stands in front of its commands. */
export function isUnit(lines: readonly string[], mentions: RegExp): boolean {
  const first = lines.find((line) => !/^\s*(?:[#;]|$)/.test(line)) ?? '';
  return (section.test(first) || unitCommand.test(first)) && lines.some((line) => unitCommand.test(line) && mentions.test(line));
}

/** A comment between the lines of a command, which systemd skips, as an empty line that goes on. */
export function withoutUnitComment(line: string): string {
  return /^\s*[#;]/.test(line) ? `${' '.repeat(line.length - 1)}\\` : line;
}

const field = /(?:\*|\d[\d,-]*|[A-Za-z]{3}(?:[,-][A-Za-z]{3})*)(?:\/\d+)?/;
const times = new RegExp(`^\\s*(?:@(?:reboot|yearly|annually|monthly|weekly|daily|midnight|hourly)|${field.source}(?:[ \\t]+${field.source}){4})[ \\t]+(?:root[ \\t]+)?(?=\\S)`);

/** The line of a table of cron without the times in front of its command. */
export function withoutTimes(line: string): string {
  return line.replace(times, (lead) => ' '.repeat(lead.length));
}
