/** Flags of the commands that delete containers. */
import type { FlagTheme } from './flag-prose.ts';

export const removalFlags: FlagTheme = {
  force: {
    what: 'Removes the container even if it runs, by killing it first.',
    why: 'For throw-away containers in tests and clean-up traps, where it must work in any state and may be run twice.',
    mind: 'A running process gets SIGKILL at once, with no grace period: a database is left to crash recovery, and requests in flight are cut. For a service, `docker stop` first. A name that does not exist counts as success, so a typing error goes unnoticed. Volumes stay.',
    example: 'docker rm --force --volumes ci-postgres',
    related: ['volumes'],
    on: {
      prune: {
        what: 'Removes at once, without asking whether you are sure.',
        why: 'In a script or cron job nobody answers: without it, prune reads the end of input, removes nothing and exits 0, and the disk fills up while the job looks green.',
        mind: 'There is no way back: writable layers and logs of all stopped containers go, also of those stopped for a reason. Combine it with `--filter until=24h` or a label. Unlike in `docker rm`, it never touches running ones.',
        example: 'docker container prune --force --filter until=24h',
        related: ['filter'],
      },
    },
  },
  volumes: {
    what: 'Also deletes the anonymous volumes of the container.',
    why: 'Images with a VOLUME line create one per run; without this they stay, nameless, and after a year of CI fill `/var/lib/docker/volumes`.',
    mind: 'Named volumes are never deleted by it. But data you thought safe may be in an anonymous one: a database started without `-v` keeps it there, and this removes it for good. It is `-v` or `--volumes` here; `--volume` is an unknown flag.',
    example: 'docker rm --force --volumes ci-postgres',
    related: ['force'],
  },
};
