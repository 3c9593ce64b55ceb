/** A backslash in front of a Windows line end: it escapes the carriage return, and the command ends there. */
import type { DockerCommand } from '../command/docker-command.ts';
import type { Region } from '../shell/region.ts';
import { remove, type TextEdit } from '../text/edit.ts';
import type { Rule } from './rule.ts';

/** The first continued line of the command with a Windows line end. */
function continuedLineEnd({ shell, facts }: DockerCommand, raw: string): number | undefined {
  const at = facts === undefined ? -1 : raw.indexOf('\\\r\n', shell.span.start);
  return at >= 0 && at < shell.span.end ? at : undefined;
}

function carriageReturns(raw: string): TextEdit[] {
  return [...raw.matchAll(/\r(?=\n)/g)].map(({ index }) => remove({ start: index, end: index + 1 }));
}

function isFirst(command: DockerCommand, commands: readonly DockerCommand[], raw: string): boolean {
  return commands.find((other) => continuedLineEnd(other, raw) !== undefined) === command;
}

/** The document's own text, where the region keeps it. */
function rawOf({ raw, text }: Region): string {
  return raw ?? text;
}

export const crlfContinuation: Rule = {
  id: 'crlf-continuation',
  title: 'Continued line with a Windows line end',
  refusedBy: 'shell',
  severity: { script: 'error', markdown: 'off' },
  docs: {
    why: 'In a script with Windows line ends a carriage return stands between the backslash and the line end. The shell escapes the carriage return and ends the command: docker gets an argument that nobody sees, and the next line runs as `-p: command not found`. Save the script with LF, and keep it so with `*.sh text eol=lf` in `.gitattributes`.',
    whenToIgnore: 'The editor shows a copy whose line ends are converted before it runs.',
    references: ['[ShellCheck SC1017](https://www.shellcheck.net/wiki/SC1017)'],
  },
  examples: [
    {
      bad: 'docker run -d ⟦\\⟧\r\n  -p 8080:80 \\\r\n  nginx:1.27\r\n',
      fixed: 'docker run -d \\\n  -p 8080:80 \\\n  nginx:1.27\n',
      note: 'The lines end in CR LF.',
    },
  ],
  silent: ['docker run -d \\\n  nginx:1.27\n', 'docker run -d nginx:1.27\r\n', "docker run -e 'A=\\\n' nginx:1.27\r\n"],
  causes: [{ text: /\r/ }],
  check: (command, { region, commands, report }) => {
    const raw = rawOf(region);
    const at = region.dialect === 'posix' && raw.includes('\r') ? continuedLineEnd(command, raw) : undefined;
    if (at !== undefined && isFirst(command, commands, raw)) {
      report({
        span: { start: at, end: at + 1 },
        message: 'The line ends in CR LF: the backslash escapes the carriage return, and the command ends here. Save the script with LF line ends.',
        fixes: [{ title: 'Convert to LF line ends', edits: carriageReturns(raw), safe: true }],
      });
    }
  },
};
