/** Folders on which the host itself runs, writable from inside a container. */
import { mountTarget } from '../command/mount-target.ts';
import { code } from '../text/markdown.ts';
import { createsContainer } from './containers.ts';
import { hostMounts, makeReadOnly, plainPath } from './host-mounts.ts';
import type { Rule } from './rule.ts';
import { cis } from './standards.ts';

export const sensitiveHostMount: Rule = {
  id: 'sensitive-host-mount',
  title: 'System folder of the host that the container can change',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'info' },
  docs: {
    why: 'A process that can write to `/etc` or `/usr` of the host can add a user, a cron job or a library that the host then runs as root: it has left the container. Through `/proc` and `/sys` it changes the kernel, through `/dev` the disks. To read from there, a read-only mount is enough.',
    whenToIgnore: 'The container is there to repair or to set up the host.',
    references: ['[Bind mounts](https://docs.docker.com/engine/storage/bind-mounts/)', '[CIS Docker Benchmark](https://www.cisecurity.org/benchmark/docker)'],
    standards: [cis('5.6', '5.5')],
  },
  options: {
    paths: {
      description: 'Folders of the host that containers should not write to; what lies below them is not meant.',
      default: ['/', '/boot', '/dev', '/etc', '/lib', '/proc', '/sys', '/usr'],
    },
  },
  examples: [
    { bad: 'docker run -d ⟦-v /:/host⟧ backup:5\n', fixed: 'docker run -d -v /:/host:ro backup:5\n' },
    { bad: 'docker run --rm ⟦--volume "/etc:/host/etc:rw,z"⟧ audit:2\n', fixed: 'docker run --rm --volume "/etc:/host/etc:ro,z" audit:2\n' },
    { bad: 'docker run -d ⟦--mount type=bind,source=/proc,target=/host/proc⟧ monitor:4\n', fixed: 'docker run -d --mount type=bind,source=/proc,target=/host/proc,readonly monitor:4\n' },
    { bad: 'docker run -d ⟦-v /proc:/proc⟧ monitor:4\n', note: 'Read-only at the same path, the container would not start: the engine sets parameters there.' },
  ],
  silent: ['docker run -d -v /:/host:ro backup:5\n', 'docker run -d -v /etc/localtime:/etc/localtime web:3\n', 'docker run -d -v "$DIR":/host/etc backup:5\n', 'docker run -d --mount type=bind,src=/sys,dst=/sys,ro monitor:4\n', 'docker run -d -v /etc monitor:4\n'],
  causes: [{ commands: ['run', 'create'], flags: ['volume', 'mount'] }],
  check: (command, { report, version, options }) => {
    if (!createsContainer(command)) {
      return;
    }
    for (const mount of hostMounts(command, version).filter(({ source, writable }) => writable && (options['paths'] ?? []).includes(source))) {
      const what = mount.source === '/' ? 'the whole file system' : code(mount.source);
      // The runtime itself writes there, so a read-only one keeps the container from starting.
      const replacesOwn = plainPath(mountTarget(mount.use) ?? '') === '/proc';
      const instead = replacesOwn ? 'Mount it read-only at another path, such as `/host/proc`' : 'Mount it read-only';
      report({
        span: mount.use.span,
        message: `The container can change ${what} of the host, and with it what the host runs as root. ${instead}, or only the file that is needed.`,
        fixes: replacesOwn ? [] : [{ title: 'Mount it read-only', edits: makeReadOnly(command, mount), safe: false }],
      });
    }
  },
};
