/** The line continuation of another shell. */
import { brokenContinuation } from './broken-continuation.ts';
import { continuations } from '../shell/shell-command.ts';
import { repairContinuation } from './repair-continuation.ts';
import type { Rule } from './rule.ts';

const id = 'wrong-continuation-for-shell';

const shells = { posix: 'This shell', powershell: 'PowerShell', cmd: 'The Windows command prompt' } as const;

/** The name of a block whose shell continues lines with the character. */
const blocks: Readonly<Record<string, string>> = { '\\': 'bash', '`': 'powershell', '^': 'cmd' };

/** The character as an inline code span; a backtick needs longer marks. */
function quoted(character: string): string {
  return character === '`' ? '`` ` ``' : `\`${character}\``;
}

export const wrongContinuationForShell: Rule = {
  id,
  title: 'Line continuation of another shell',
  refusedBy: 'shell',
  severity: { script: 'info', markdown: 'warning' },
  docs: {
    why: 'Each shell has its own character for a command that goes on in the next line: a backslash in sh, bash and zsh, a backtick in PowerShell, a caret in the Windows command prompt. Another one is handed to docker as an argument, or opens a command substitution, and the next line runs on its own.',
    references: ['[about_Parsing, PowerShell documentation](https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_parsing)'],
  },
  examples: [
    {
      bad: '```powershell\ndocker run -d ⟦\\⟧\n  -p 127.0.0.1:8080:80 \\\n  nginx:1.27\n```\n',
      fixed: '```powershell\ndocker run -d `\n  -p 127.0.0.1:8080:80 `\n  nginx:1.27\n```\n',
      surface: 'markdown',
    },
    {
      bad: '```bash\ndocker run -d ⟦^⟧\n  nginx:1.27\n```\n',
      fixed: '```bash\ndocker run -d \\\n  nginx:1.27\n```\n',
      surface: 'markdown',
    },
  ],
  silent: ['docker run -d \\\n  nginx:1.27\n', 'docker run --rm nginx:1.27 grep -c ^ \\\n  /etc/passwd\n', 'docker run -d `# web` \\\n  nginx:1.27\n'],
  causes: [{ problems: [id] }],
  check: (command, { region, report, surface }) => {
    const broken = brokenContinuation(command, region);
    if (broken?.kind !== id) {
      return;
    }
    const { dialect } = command.shell;
    const right = quoted(continuations[dialect]);
    const { edits } = repairContinuation(command, region, broken);
    const wrong = region.text.charAt(broken.span.start);
    // In a text the command may be right, and the block have the wrong name.
    const isNamed = surface === 'markdown';
    const remedy = isNamed ? `Write ${right}, or name the block \`${blocks[wrong] ?? ''}\`.` : `Write ${right}.`;
    const message = `${shells[dialect]} does not continue a line with ${quoted(wrong)}: the command ends here or swallows what follows. ${remedy}`;
    report({ span: broken.span, message, fixes: [{ title: `Continue the lines with ${right}`, edits, safe: !isNamed }] });
  },
};
