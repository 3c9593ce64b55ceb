/** Finds the commands in units of systemd and in tables of cron: settings or times stand in front of them. */
import { findPlaceholders } from './placeholders.ts';
import { fillHoles, holesIn, type ShellSource } from './shell-source.ts';

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

/** Of a month or a day. */
const named = /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat)/;
const field = new RegExp(String.raw`(?:\*|\d[\d,-]*|${named.source}(?:[,-]${named.source})*)(?:/\d+)?`);
/** The times of a line in a table of cron, and the user that may stand behind them. */
export const times = new RegExp(`^\\s*(?:@(?:reboot|yearly|annually|monthly|weekly|daily|midnight|hourly)|${field.source}(?:[ \\t]+${field.source}){4})[ \\t]+(?:root[ \\t]+)?(?=\\S)`, 'i');

/** The line of a table of cron without the times in front of its command. */
export function withoutTimes(line: string): string {
  return line.replace(times, (lead) => ' '.repeat(lead.length));
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}

/** Whether the text in front of a command on its line, as the document has it, makes cron or systemd run it. */
export function isScheduled(before: string): boolean {
  return times.test(`${before}x`) || unitCommand.test(`${before}x`);
}

/** The lines of a unit with nothing but its commands. */
function commandsOfUnit(lines: readonly string[]): string[] {
  let continues = false;
  return lines.map((line) => {
    const lead = continues ? '' : unitCommand.exec(line)?.[0];
    const shown = lead === undefined ? blank(line) : blank(lead) + withoutUnitComment(line.slice(lead.length));
    continues = lead !== undefined && shown.endsWith('\\');
    return shown;
  });
}

/** The source, which is the text of a unit, with its commands only and with the specifiers of systemd as holes. */
export function unitScript(source: ShellSource, isProgram: (name: string) => boolean): ShellSource {
  const text = commandsOfUnit(source.original.split('\n')).join('\n');
  const specifiers = findPlaceholders(text, 'unit', isProgram).filter(({ start, end }) => holesIn(source, start, end).length === 0);
  const holes = [...source.holes, ...specifiers].sort((a, b) => a.start - b.start);
  return { ...source, text: fillHoles(text, holes), original: text, holes };
}

/** The source, which is the text of a table of cron, without its times. */
export function tableScript(source: ShellSource): ShellSource {
  const without = (text: string) => text.split('\n').map(withoutTimes).join('\n');
  return { ...source, text: without(source.text), original: without(source.original) };
}
