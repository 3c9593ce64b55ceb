/** What a service lacks before it is fit for production: one hint for all of it, where one warning per flag would drown the rest. */
import { isOn, usesOf, type DockerCommand } from '../command/docker-command.ts';
import { hardenWhole } from '../hardening/harden.ts';
import { absentMeasures } from '../hardening/measures.ts';
import { isLongRunning, isPrivileged, makesContainer, restarts } from '../hardening/subject.ts';
import { isDerailed } from './derailed.ts';
import type { Rule } from './rule.ts';
import { cis, owasp, owaspSheet } from './standards.ts';

/** Something that others reach or that shall always run; a background job or a box to try things in is none. */
function isService(command: DockerCommand): boolean {
  const isReached = usesOf(command, 'publish').length > 0 || isOn(command, 'publish-all');
  return isLongRunning(command) && (isReached || restarts(command)) && !isOn(command, 'tty') && !isOn(command, 'interactive') && !isOn(command, 'rm');
}

export const hardeningAvailable: Rule = {
  id: 'hardening-available',
  title: 'Service without the usual protections',
  refusedBy: 'nobody',
  severity: { script: 'hint', markdown: 'off' },
  docs: {
    why: 'By default a container runs as root with fourteen capabilities, writes to its own image, and may use all memory, processors and process numbers of the host. Each of these is one flag away from being fixed. Nearly every command lacks them, so they are one hint, and only on a service: a command that runs in the background or has a restart policy, is reached through a published port or kept running, and is neither interactive, privileged nor removed at its end. “Harden this command” writes everything that is missing and leaves alone what you decided; each measure can be taken by itself as well. Try the result: a program may need a folder to write to, a capability, or another user.',
    whenToIgnore: 'The container is a short-lived test, or the engine sets these limits for all containers.',
    references: [owaspSheet, '[Docker Engine security](https://docs.docker.com/engine/security/)'],
    standards: [
      cis('4.1', '4.1'),
      cis('5.4', '5.3'),
      cis('5.11', '5.10'),
      cis('5.12', '5.11'),
      cis('5.13', '5.12'),
      cis('5.15', '5.14'),
      cis('5.26', '5.25'),
      cis('5.29', '5.28'),
      ...['2', '3', '4', '7', '8'].map(owasp),
    ],
  },
  examples: [
    {
      bad: 'docker ⟦run⟧ -d -p 8080:8080 shop:2.4\n',
      fixed: `docker run -d \\
  --restart unless-stopped \\
  --init \\
  --memory 512m \\
  --memory-swap 512m \\
  --cpus 1 \\
  --pids-limit 200 \\
  --log-opt max-size=10m \\
  --log-opt max-file=3 \\
  --read-only \\
  --tmpfs /tmp \\
  --tmpfs /run \\
  --cap-drop ALL \\
  --security-opt no-new-privileges \\
  --user 1000:1000 \\
  -p 127.0.0.1:8080:8080 \\
  shop:2.4
`,
    },
    {
      bad: 'docker ⟦run⟧ -d --init \\\n  --restart always \\\n  --memory 1g \\\n  --cpus 2 --pids-limit 100 \\\n  --read-only \\\n  --cap-drop ALL \\\n  --user 1001 \\\n  --log-driver local \\\n  shop:2.4\n',
      fixed:
        'docker run -d --init \\\n  --restart always \\\n  --memory 1g \\\n  --cpus 2 --pids-limit 100 \\\n  --read-only \\\n  --cap-drop ALL \\\n  --user 1001 \\\n  --log-driver local \\\n  --memory-swap 1g \\\n  --security-opt no-new-privileges \\\n  shop:2.4\n',
      note: 'What is there stays as it is, also where it differs from the defaults.',
    },
  ],
  silent: [
    'docker run -d --restart unless-stopped --memory 1g --memory-swap 1g --cpus 2 --pids-limit 200 --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges -p 127.0.0.1:8080:8080 --user 1001:1001 shop:2.4\n',
    'docker run --rm -it -p 8080:80 nginx:1.27\n',
    'docker run -p 8080:80 nginx:1.27\n',
    'docker run -d --name box ubuntu:24.04 sleep infinity\n',
    'docker run -dit -p 8080:80 ubuntu:24.04 bash\n',
    'docker run -d --rm -p 8080:80 nginx:1.27\n',
    'docker run -d --privileged -p 2376:2376 docker:28-dind\n',
    'docker run -d -p 8080:80 $OPTIONS nginx:1.27\n',
    'docker run -d -p 8080:80 <options> nginx:1.27\n',
    'docker run -d -p 8080:80\n',
    'docker run -d -p 8080:80 mcr.microsoft.com/windows/servercore/iis\n',
  ],
  causes: [{ commands: ['run', 'create'], flags: ['detach', 'restart'] }],
  check: (command, { region, version, hardening: values, report }) => {
    const word = command.path.at(-1);
    if (word === undefined || !isService(command) || !makesContainer(command) || command.openEnded || isPrivileged(command) || isDerailed(command, { region, version })) {
      return;
    }
    const subject = { command, region, version, values };
    const lacking = absentMeasures(subject);
    if (!lacking.some(({ measure }) => measure.core)) {
      return;
    }
    const names = lacking.map(({ flag }) => `\`${flag}\``);
    report({
      span: word.span,
      message: `This service could be better protected. It lacks ${names.join(', ')}.`,
      fixes: () => hardenWhole(subject, lacking).map(({ title, edits }) => ({ title, edits, safe: false })),
    });
  },
};
