/** Flags that decide where output goes, and those that read it back. */
import type { FlagTheme } from './flag-prose.ts';

export const loggingFlags: FlagTheme = {
  'log-driver': {
    what: 'Chooses what the engine does with the output of the process; json-file unless configured otherwise.',
    byDefault: 'by default that of the engine, mostly json-file',
    why: '`local` rotates and compresses by itself, journald and the network drivers bring the logs to where they are searched, and survive `docker rm`.',
    mind: 'With json-file nothing is rotated unless you ask for it: a chatty service fills the disk of the host, and with it every container. Network drivers in their blocking mode can stall the process while the log server is away, and after a reboot some refuse to start it. With `none` there is nothing to read when it crashes. A container keeps its driver although `daemon.json` changes.',
    example: 'docker run -d --name shop-api --log-driver local --log-opt max-size=20m --log-opt max-file=5 registry.example.com/shop/api:2.4.1',
    related: ['log-opt', 'rm'],
  },
  'log-opt': {
    what: 'Sets an option of the logging driver, such as `max-size=10m` or `tag=…`; one per flag.',
    why: '`max-size` with `max-file` is what keeps a json-file log from growing until "no space left on device".',
    mind: 'A size without a suffix is bytes: `max-size=10` rotates on almost every line. `max-file` without `max-size` does nothing for json-file. A bad size or count is only found at start, when the container exists already and holds its name. Lines longer than 16 KiB are split. `mode=non-blocking` drops lines when its buffer, 1 MiB by default, is full.',
    example: 'docker run -d --name shop-api --log-opt max-size=10m --log-opt max-file=3 registry.example.com/shop/api:2.4.1',
    related: ['log-driver'],
  },
  follow: {
    what: 'Goes on printing new output until the container ends or you press Ctrl-C.',
    why: 'To watch a deployment start or an error happen.',
    mind: 'The whole history comes first unless you add `--tail`. When the container restarts, following ends, so a script that watches for a line misses the second try. For a stopped one it ends at once, and in CI it may never end: put `timeout` in front.',
    example: 'docker logs --follow --tail 100 --timestamps shop-api',
    related: ['tail', 'since', 'timestamps'],
  },
  since: {
    what: 'Shows only what was written after this time: a duration back from now, such as `15m`, or a date and time.',
    why: 'Looks at an incident without reading gigabytes of history, and keeps a repeated job from sending the same lines twice.',
    mind: 'Days do not exist: `1d` is refused, write `24h`. Date and time are joined by a T, and mean the local time zone of the client unless Z or an offset follows: a script on a UTC server is hours off from the one on your desk. The older the log, the longer the search.',
    example: 'docker logs --since 15m --until 5m shop-api',
    related: ['until', 'tail', 'timestamps'],
  },
  until: {
    what: 'Shows only what was written before this time, given as for `--since`.',
    why: 'Cuts out the minutes of an incident for a report, without the restarts that followed.',
    mind: '`5m` means "up to five minutes ago", not "for five minutes". A time without a zone is local to the client. With `--follow` the command does not end when that time comes, but at the first line written after it.',
    example: 'docker logs --since 2026-03-02T13:00:00Z --until 2026-03-02T13:15:00Z shop-api',
    related: ['since', 'timestamps'],
  },
  tail: {
    what: 'Starts with the last so many lines instead of the beginning.',
    why: 'An unbounded json-file may hold gigabytes; without this, `docker logs` pours them all through your ssh session.',
    mind: 'What is no number is taken as `all` without an error: `--tail 100l` or `-n -50` prints everything. With 0 nothing old is shown, useful with `--follow`. In client 19.03 and older there is no `-n`.',
    example: 'docker logs --tail 200 --follow shop-api',
    related: ['follow', 'since'],
  },
  timestamps: {
    what: 'Puts the time at which the engine received each line in front of it.',
    why: 'Many programs log without time. With it you can line up what several containers did.',
    mind: 'Always UTC, in nanoseconds, whatever time zone client or container have: an hour or two apart from the times in the lines themselves. It is the time of arrival: a program that buffers its output (Python without `-u`) shows the same instant for minutes of work.',
    example: 'docker logs --timestamps --tail 50 shop-api',
    related: ['since', 'until', 'follow'],
  },
  details: {
    what: 'Shows the extra attributes that the log options `labels`, `env` and `tag` recorded, in front of each line.',
    why: 'Checks that the fields your log server filters by are really attached to the lines.',
    mind: 'Without `--log-opt labels=…` or `env=…` at creation there is nothing to show, and adding them later takes a new container. Values of recorded variables appear in the clear, once for each line.',
    example: 'docker logs --details --tail 20 shop-api',
    related: ['tail', 'timestamps'],
  },
};
