/** Reports `docker run -d` in a unit of systemd, which takes the end of the command for the end of the service. */
import { isOn, usesOf } from '../command/docker-command.ts';
import { unitCommand } from '../shell/scheduled-lines.ts';
import { writtenInFront } from './region-lines.ts';
import { removeFlags } from './remove-flags.ts';
import type { Rule } from './rule.ts';

/** The settings of the service around the offset. */
function settingsAround(text: string, offset: number): string {
  const start = Math.max(0, text.lastIndexOf('[Service]', offset));
  const end = text.indexOf('\n[', offset);
  return text.slice(start, end < 0 ? undefined : end);
}

export const detachedInUnit: Rule = {
  id: 'detached-in-unit',
  title: 'Container in the background of a systemd unit',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: 'With `-d` the docker command ends as soon as the container runs. A service of the usual type then counts as ended: systemd runs `ExecStop`, which stops the container, or starts it anew, where the name is taken. Without `-d` the command lives as long as the container, and systemd sees it end.',
    whenToIgnore: 'Something else tells systemd when the service ends.',
    references: ['[systemd.service, Type](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html)'],
  },
  examples: [
    { bad: '```ini\n[Service]\nExecStart=/usr/bin/docker run ⟦-d⟧ --name web nginx:1.27\nExecStop=/usr/bin/docker stop web\n```\n', surface: 'markdown', fixed: '```ini\n[Service]\nExecStart=/usr/bin/docker run --name web nginx:1.27\nExecStop=/usr/bin/docker stop web\n```\n' },
  ],
  silent: [
    '```ini\n[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStart=/usr/bin/docker run -d --name web nginx:1.27\n```\n',
    '```ini\n[Service]\nExecStart=/usr/bin/docker run --rm --name web nginx:1.27\n```\n',
    '```ini\n[Service]\nExecStartPre=/usr/bin/docker run -d --name db postgres:17.2\nExecStart=/usr/bin/docker run --rm --name web nginx:1.27\n```\n',
    '```ini\n[Service]\nType=forking\nExecStart=/usr/bin/podman run -d --name web nginx:1.27\n```\n',
  ],
  causes: [{ commands: ['run'], flags: ['detach'] }],
  check: (command, { region, report }) => {
    const { start } = command.shell.span;
    const before = writtenInFront(region, start);
    const uses = usesOf(command, 'detach');
    const use = uses.at(-1);
    if (use === undefined || command.facts?.id !== 'run' || !isOn(command, 'detach') || !unitCommand.test(`${before}x`) || !before.includes('ExecStart=')) {
      return;
    }
    if (/^\s*(?:Type\s*=\s*(?!simple|exec)\S|RemainAfterExit\s*=\s*(?:yes|true|1|on))/m.test(settingsAround(region.raw ?? region.text, start))) {
      return;
    }
    report({
      span: use.span,
      message: 'With `-d` the command ends at once, which systemd takes for the end of the service, and stops the container. Leave it out, or write `Type=oneshot` and `RemainAfterExit=yes`.',
      fixes: [{ title: 'Run in the foreground', safe: false, edits: removeFlags(command, uses, region) }],
    });
  },
};
