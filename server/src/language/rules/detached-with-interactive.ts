/** Keyboard and terminal for a service in the background: nobody is there to use them. */
import { isOn, usesOf } from '../command/docker-command.ts';
import { asksForTerminal, opensShell, terminalFlags } from './interactive-use.ts';
import { removeFlags } from './remove-flags.ts';
import type { Rule } from './rule.ts';

export const detachedWithInteractive: Rule = {
  id: 'detached-with-interactive',
  title: 'Service in the background with a terminal',
  refusedBy: 'nobody',
  severity: { script: 'info', markdown: 'info' },
  docs: {
    why: 'A service started with `-d` needs neither `-i` nor `-t`. The terminal changes what it writes: colours and carriage returns end up in the log, standard output and standard error become one stream that no log tool can tell apart, and some programs wait for input.',
    whenToIgnore: 'The container is to be attached to later, or ends at once without standard input.',
    references: ['[docker container run](https://docs.docker.com/reference/cli/docker/container/run/#detach)'],
  },
  examples: [
    { bad: 'docker run ⟦-itd⟧ -p 8080:80 nginx:1.27\n', fixed: 'docker run -d -p 8080:80 nginx:1.27\n' },
    { bad: 'docker run -d ⟦-it⟧ --restart unless-stopped --name shop shop:2.4\n', fixed: 'docker run -d --restart unless-stopped --name shop shop:2.4\n' },
  ],
  silent: ['docker run -d -p 8080:80 nginx:1.27\n', 'docker run -dit --name box ubuntu:24.04\n', 'docker run -it -p 8080:80 nginx:1.27\n', 'docker run -dit -p 8080:80 ubuntu:24.04 bash\n', 'docker run -dit --restart=no tools:1.4\n'],
  causes: [{ flags: ['detach'] }],
  check: (command, { region, report }) => {
    const restart = usesOf(command, 'restart').at(-1)?.value.text ?? 'no';
    const isService = usesOf(command, 'publish').length > 0 || !['no', ''].includes(restart);
    if (!asksForTerminal(command) || !isOn(command, 'detach') || command.facts?.id === 'exec' || !isService || opensShell(command)) {
      return;
    }
    const { interactive, tty } = terminalFlags(command);
    const use = [...interactive, ...tty].sort((a, b) => a.span.start - b.span.start)[0];
    if (use !== undefined) {
      report({
        span: use.clustered ? use.word.span : use.span,
        message: 'A service in the background has nobody at its terminal, and `-t` mixes its log streams. Write `-d` alone.',
        fixes: [{ title: 'Remove `-i` and `-t`', edits: removeFlags(command, [...interactive, ...tty], region), safe: false }],
      });
    }
  },
};
