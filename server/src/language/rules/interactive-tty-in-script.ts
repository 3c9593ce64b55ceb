/** A terminal asked for in a script, which often has none. */
import { isOn } from '../command/docker-command.ts';
import { asksForTerminal, opensShell, terminalFlags } from './interactive-use.ts';
import { outputBehindTerminal } from './output-behind-terminal.ts';
import { removeFlags } from './remove-flags.ts';
import type { Rule } from './rule.ts';

export const interactiveTtyInScript: Rule = {
  id: 'interactive-tty-in-script',
  title: 'Terminal asked for in a script',
  refusedBy: 'nobody',
  severity: { script: 'hint', markdown: 'off' },
  docs: {
    why: 'With `-it` docker stops with `the input device is not a TTY` wherever standard input is no terminal: under cron, in CI, behind a pipe, over ssh without `-t`. The script works at the desk and fails at night. `-i` alone works in both places.',
    whenToIgnore: 'Only people run the script, at a terminal. A test such as `[ -t 0 ]` around the command says so, and this rule understands it.',
    references: ['[docker container exec](https://docs.docker.com/reference/cli/docker/container/exec/#tty)'],
  },
  examples: [
    { bad: 'docker exec -i⟦t⟧ db pg_dump shop\n', fixed: 'docker exec -i db pg_dump shop\n' },
    { bad: 'docker run --rm --interactive ⟦--tty⟧ tools:1.4 migrate\n', fixed: 'docker run --rm --interactive tools:1.4 migrate\n' },
  ],
  silent: [
    'docker exec -i db pg_dump shop\n',
    'docker run --rm -t tools:1.4 migrate\n',
    'docker exec -it db bash\n',
    'docker exec -it db psql -U shop\n',
    'if [ -t 0 ]; then\n  docker exec -it db pg_dump shop\nfi\n',
    'docker run -dit tools:1.4 serve\n',
    "ssh -t db1 'docker exec -it db pg_dump shop'\n",
    'docker run --rm -it tools:1.4\n',
  ],
  causes: [{ flags: ['tty'] }],
  check: (command, { region, report }) => {
    const { shell, facts, process } = command;
    if (shell.guardedByTerminalCheck || shell.nested || shell.input !== 'unknown' || !asksForTerminal(command) || facts?.id === 'create' || isOn(command, 'detach')) {
      return;
    }
    const { tty } = terminalFlags(command);
    const use = tty.at(-1);
    // Without a command of its own the image decides, and is often a shell; what becomes of the output weighs more.
    if (use !== undefined && process.length > 0 && !opensShell(command) && outputBehindTerminal(command, region) === undefined) {
      report({
        span: use.span,
        message: 'Where the script has no terminal, as under cron or in CI, this fails with `the input device is not a TTY`. Write `-i` alone.',
        fixes: [{ title: 'Ask for no terminal', edits: removeFlags(command, tty, region), safe: false }],
      });
    }
  },
};
