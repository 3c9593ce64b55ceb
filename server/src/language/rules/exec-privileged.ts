/** More rights for a process inside a container than the container itself has. */
import { isOn, lastUse } from '../command/docker-command.ts';
import { code } from '../text/markdown.ts';
import type { Rule } from './rule.ts';
import { cis } from './standards.ts';

export const execPrivileged: Rule = {
  id: 'exec-privileged',
  title: 'Process inside a container with more rights than the container',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'info' },
  docs: {
    why: '`docker exec --privileged` starts a process with all capabilities in a container that was started with few: everything that was limited on purpose is open again, for this process and what it leaves behind. `-u root` is milder; files that it writes then belong to root, and the service may not be able to read them.',
    whenToIgnore: 'Somebody is looking for a fault by hand.',
    references: ['[docker container exec, --privileged](https://docs.docker.com/reference/cli/docker/container/exec/#privileged)', '[CIS Docker Benchmark](https://www.cisecurity.org/benchmark/docker)'],
    standards: [cis('5.23', '5.22'), cis('5.24', '5.23')],
  },
  examples: [
    { bad: 'docker exec ⟦--privileged⟧ web sysctl -w net.core.somaxconn=1024\n' },
    { bad: 'docker exec -it ⟦-u root⟧ web sh\n', note: 'A hint.' },
  ],
  silent: ['docker exec web nginx -t\n', 'docker exec --privileged=false web id\n', 'docker exec -u 1000 web id\n', 'docker exec -u "$USER" web id\n', 'docker exec web sudo -u root id\n', 'docker run --user root web:3\n'],
  causes: [{ commands: ['exec'], flags: ['privileged', 'user'] }],
  check: (command, { report }) => {
    if (command.facts?.id !== 'exec' || command.help || command.template) {
      return;
    }
    const privileged = lastUse(command, 'privileged');
    if (privileged?.value.literal === true && isOn(command, 'privileged')) {
      report({ span: privileged.span, message: 'The process gets all capabilities, whatever the container was limited to. Set what is needed when the container is started.' });
    }
    const user = lastUse(command, 'user');
    if (user?.value.literal === true && /^(?:root|0)(?::|$)/.test(user.value.text)) {
      report({
        span: user.span,
        message: `The process runs as ${code(user.value.text)}, not as the user of the image. What it writes belongs to root.`,
        severity: { script: 'hint', markdown: 'hint' },
      });
    }
  },
};
