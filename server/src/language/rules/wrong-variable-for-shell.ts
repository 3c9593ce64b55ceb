/** A variable in the spelling of another shell: docker gets it as it stands. */
import { usesOf, type DockerCommand, type FlagUse } from '../command/docker-command.ts';
import { replaceValue } from '../command/edits.ts';
import { valueSpan, type Dialect } from '../shell/shell-command.ts';
import { replace } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import type { Fix, Rule } from './rule.ts';

const shellNames: Readonly<Record<Dialect, string>> = { posix: 'A POSIX shell', powershell: 'PowerShell', cmd: 'The Windows command prompt' };

/** Spellings that mean nothing in the shell, each with the right one where there is one. */
const foreign: Readonly<Record<Dialect, readonly (readonly [RegExp, string | undefined])[]>> = {
  posix: [
    [/%cd%/i, '$PWD'],
    [/%(?:userprofile|homepath)%/i, '$HOME'],
    [/\$env:\w+|\$\{env:\w+\}/i, undefined],
  ],
  powershell: [
    [/%cd%/i, '${PWD}'],
    [/%userprofile%/i, '${HOME}'],
  ],
  cmd: [
    [/\$\(pwd\)|\$\{pwd\}|\$pwd\b/i, '%cd%'],
    [/\$\{?home\}?/i, '%USERPROFILE%'],
    [/\$env:\w+/i, undefined],
  ],
};

/** Whether the text holds a variable that this shell does not know. */
export function holdsForeignVariable(text: string, dialect: Dialect): boolean {
  return foreign[dialect].some(([spelling]) => spelling.test(text));
}

function fixesOf(command: DockerCommand, use: FlagUse, at: number, found: string, right: string | undefined): Fix[] {
  const { value } = use;
  if (right === undefined || command.shell.nested) {
    return [];
  }
  const title = `Write ${code(right)}`;
  const span = valueSpan(value.word, value.from + at, value.from + at + found.length);
  if (command.shell.dialect === 'posix') {
    // Double quotes, which would hold the variable, cannot be made of single ones by changing a part.
    return value.word.source.includes("'") ? [] : [{ title, edits: [replace(span, right)], safe: false }];
  }
  return command.shell.dialect === 'cmd' && value.literal ? [{ title, edits: [replace(span, right)], safe: false }] : [{ title, edits: replaceValue(command, value, right, at, at + found.length), safe: false }];
}

export const wrongVariableForShell: Rule = {
  id: 'wrong-variable-for-shell',
  title: 'Variable in the spelling of another shell',
  refusedBy: 'shell',
  severity: { script: 'info', markdown: 'info' },
  docs: {
    why: 'The current folder is `$PWD` in sh, bash and zsh, `${PWD}` in PowerShell and `%cd%` in the Windows command prompt. In another shell the text reaches docker as it stands, and `-v %cd%:/src` asks for a volume whose name is refused.',
    references: ['[ShellCheck SC2086](https://www.shellcheck.net/wiki/SC2086)'],
  },
  examples: [
    { bad: 'docker run --rm -v ⟦%cd%⟧:/src node:22\n', fixed: 'docker run --rm -v $PWD:/src node:22\n' },
    { bad: '```cmd\ndocker run --rm -v "⟦${PWD}⟧:/src" node:22\n```\n', fixed: '```cmd\ndocker run --rm -v "%cd%:/src" node:22\n```\n', surface: 'markdown' },
  ],
  silent: ['docker run --rm -v "$PWD:/src" node:22\n', '```powershell\ndocker run --rm -v "${PWD}:/src" node:22\n```\n', '```cmd\ndocker run --rm -v "%cd%:/src" node:22\n```\n', 'docker run --rm -e FORMAT=%cd% node:22\n'],
  causes: [{ flags: ['volume', 'mount', 'workdir', 'env-file'] }],
  check: (command, { report }) => {
    const { dialect } = command.shell;
    for (const use of ['volume', 'mount', 'workdir', 'env-file'].flatMap((name) => usesOf(command, name))) {
      const { value } = use;
      for (const [spelling, right] of foreign[dialect]) {
        const match = spelling.exec(value.text);
        if (match !== null) {
          report({
            span: valueSpan(value.word, value.from + match.index, value.from + match.index + match[0].length),
            message: `${shellNames[dialect]} does not know ${code(match[0])}: docker gets it as it stands.${right === undefined ? '' : ` Write ${code(right)}.`}`,
            fixes: fixesOf(command, use, match.index, match[0], right),
            // Documentation shows Windows commands in blocks that name another shell, or none.
            ...(dialect === 'posix' ? { severity: { script: 'info', markdown: 'off' } } : {}),
          });
        }
      }
    }
  },
};
