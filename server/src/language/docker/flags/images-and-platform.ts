/** Flags about which image is used and for which machine. */
import type { FlagTheme } from './flag-prose.ts';

export const imageFlags: FlagTheme = {
  pull: {
    what: 'When to fetch the image: `missing` (only if it is not there), `always` or `never`.',
    why: 'A tag that moves, such as `main` or `22-slim`, otherwise stays at what this host fetched months ago: two servers run different code under one name.',
    mind: 'With `always` the registry becomes part of every start: while it is down or limits anonymous pulls (429 Too Many Requests), nothing starts. It does not touch containers that exist. `never` fails on a fresh host. Policies are lower case; before client 23.0 anything else was taken as `missing`.',
    example: 'docker run --rm --pull always registry.example.com/shop/api:main ./smoke-test',
    related: ['platform', 'quiet'],
  },
  platform: {
    what: 'Takes the image for this system and processor, such as `linux/amd64`, where several exist.',
    byDefault: 'by default that of `DOCKER_DEFAULT_PLATFORM`, else of the host',
    why: 'On an ARM laptop or server, runs an image that exists only for amd64; in tests, runs the one that production will have.',
    mind: 'A foreign processor is emulated with QEMU, several times slower, and without that set up it ends in "exec format error". An image already there for another platform may be replaced under the same tag, and the next plain `docker run` then uses the wrong one. `DOCKER_DEFAULT_PLATFORM` sets it for all commands.',
    example: 'docker run --rm --platform linux/amd64 -v "$PWD":/data registry.example.com/legacy/pdf-export:3.4.0 /data/invoice.xml',
    related: ['pull', 'runtime'],
  },
  quiet: {
    what: 'Does not show the progress of a pull.',
    why: 'Keeps hundreds of progress lines out of CI logs.',
    mind: 'A slow pull then looks like a hanging job. The output of the container itself is not affected. Clients before 23.0 refuse the flag.',
    example: 'docker run --rm --quiet --pull always registry.example.com/shop/api:2.4.1 ./smoke-test',
    related: ['pull'],
    on: {
      ps: {
        what: 'Prints container ids only, one per line.',
        why: 'Feeds other commands: `docker ps -q --filter … | xargs -r docker stop`.',
        mind: 'With no match there is no output, and `docker stop $(docker ps -q …)` fails with "requires at least 1 argument", which ends a script under `set -e`. Use `xargs -r`. A `--format` from the configuration file is not applied then.',
        example: 'docker ps --quiet --filter label=com.example.team=shop | xargs -r docker stop',
        related: ['filter', 'no-trunc', 'all'],
      },
      cp: {
        what: 'Does not print progress and the final line about what was copied.',
        why: 'Keeps cron mails and CI logs clean.',
        mind: 'Only a terminal ever gets that output, so in a pipe nothing changes. Clients before 23.0 refuse the flag: drop it in scripts for mixed hosts.',
        example: 'docker cp --quiet shop-db:/var/lib/postgresql/data/log ./pg-log',
        related: ['archive'],
      },
    },
  },
};
