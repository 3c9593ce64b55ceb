/** A service in the background that stays down after a crash or a reboot. */
import { insertFlag } from '../command/edits.ts';
import { isOn, lastUse } from '../command/docker-command.ts';
import { runsService } from './containers.ts';
import type { Rule } from './rule.ts';
import { cis, owasp } from './standards.ts';

export const noRestartPolicy: Rule = {
  id: 'no-restart-policy',
  title: 'Service that nobody starts again',
  refusedBy: 'nobody',
  severity: { script: 'hint', markdown: 'off' },
  docs: {
    why: 'Without a restart policy a container that crashes stays down, and so it does after a reboot of the host or an update of the engine. `unless-stopped` starts it again in all these cases, and leaves it alone once you stopped it. `on-failure:5`, which the CIS benchmark asks for, gives up after five crashes, and does not start a service that ended without an error.',
    whenToIgnore: 'The container does one job and ends, or something else starts it: systemd, an orchestrator, a test.',
    references: ['[Start containers automatically](https://docs.docker.com/engine/containers/start-containers-automatically/)'],
    standards: [cis('5.15', '5.14'), owasp('7')],
  },
  examples: [
    { bad: 'docker run ⟦-d⟧ --name web nginx:1.27\n', fixed: 'docker run --restart unless-stopped -d --name web nginx:1.27\n' },
    { bad: 'docker run \\\n  ⟦--detach⟧ \\\n  nginx:1.27\n', fixed: 'docker run \\\n  --detach \\\n  --restart unless-stopped \\\n  nginx:1.27\n' },
  ],
  silent: ['docker run -dit --name box ubuntu:24.04\n', 'docker run -d --name holder alpine:3.20 sleep infinity\n', 'docker run -d --restart always nginx:1.27\n', 'docker run -d --restart no nginx:1.27\n', 'docker run -d --rm nginx:1.27\n', 'docker run -it nginx:1.27\n', 'docker run -d $OPTIONS nginx:1.27\n', 'podman run -d nginx:1.27\n', 'docker run -d <options> nginx:1.27\n'],
  causes: [{ commands: ['run'], flags: ['detach'] }],
  check: (command, context) => {
    const use = lastUse(command, 'detach');
    // Podman has no daemon that would start containers; systemd does.
    if (use === undefined || command.engine === 'podman' || !runsService(command, context) || isOn(command, 'rm') || lastUse(command, 'restart') !== undefined) {
      return;
    }
    const add = (policy: string) => ({ title: `Add \`--restart ${policy}\``, edits: insertFlag(command, context.region, `--restart ${policy}`), safe: false as const });
    context.report({
      span: use.clustered ? use.word.span : use.span,
      message: 'Nothing starts this service again after a crash or a reboot. Add `--restart unless-stopped`.',
      fixes: () => [add('unless-stopped'), add('on-failure:5')],
    });
  },
};
