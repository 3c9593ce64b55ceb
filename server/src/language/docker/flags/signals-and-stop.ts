/** Flags about signals, the grace period and the process that receives them. */
import type { FlagTheme } from './flag-prose.ts';

const graceInSeconds = 'Whole seconds without a unit: `10s` is refused. 0 kills right after the signal, a negative number waits for ever.';

export const signalFlags: FlagTheme = {
  init: {
    what: 'Runs a tiny init process as PID 1, which passes signals on and reaps zombies; your process becomes its child.',
    why: 'The kernel gives PID 1 no default signal actions, so a program without a SIGTERM handler ignores `docker stop`: ten seconds of waiting, then SIGKILL and exit code 137. With an init it ends in about 0.1 s with 143. It also clears the zombies that job runners and headless browsers leave behind until the process limit is hit.',
    mind: 'Images with their own init, such as those built on s6-overlay, refuse to run as anything but PID 1 ("can only run as pid 1"). It does not help when a shell script stands between and keeps the signal to itself: use `exec` there.',
    example: 'docker run -d --init --name scraper --restart unless-stopped registry.example.com/tools/scraper:3.2.0',
    related: ['stop-signal', 'stop-timeout', 'pids-limit'],
  },
  'stop-signal': {
    what: 'The signal that `docker stop` sends first, instead of that of the image or SIGTERM.',
    byDefault: 'by default that of the image, else SIGTERM',
    why: 'Not every server takes TERM for the end: uWSGI reloads on it and lives on until SIGKILL, nginx and php-fpm drop open requests on TERM and finish them on QUIT, PostgreSQL waits on TERM for every client to leave and shuts down fast on INT.',
    mind: 'Not checked by the client; a made-up name is refused by the engine, a made-up number such as 99 is taken and fails when it counts. KILL here means no clean shutdown ever. Setting it also has a side effect: `docker kill` with other signals then leaves the restart policy alone.',
    example: 'docker run -d --name shop-admin --stop-signal SIGINT --stop-timeout 30 registry.example.com/shop/admin-uwsgi:1.9.2',
    related: ['stop-timeout', 'init', 'restart'],
  },
  'stop-timeout': {
    what: 'How many seconds the container gets between the stop signal and SIGKILL; 10 on Linux, 30 on Windows.',
    byDefault: 'default `10`, on a Windows engine `30`',
    why: 'Ten seconds are short for a database that writes a checkpoint or a queue worker in the middle of a job. A killed database replays its journal at the next start, which can take minutes.',
    mind: `${graceInSeconds} A \`docker stop -t\` overrides it. At shutdown of the host systemd has its own limit for the daemon, so a value of many minutes may never be reached.`,
    example: 'docker run -d --name shop-db --stop-timeout 120 -v shop-db:/var/lib/postgresql/data postgres:16.8',
    related: ['stop-signal', 'init', 'restart'],
  },
  signal: {
    what: 'The signal to send first, in place of that of the container.',
    byDefault: 'by default that of the container',
    why: 'For a stop that differs this once: QUIT lets nginx finish open requests, INT is the fast shutdown of PostgreSQL.',
    mind: 'SIGKILL still follows after the grace period, also for a process that does something else on the signal: Java only prints its threads on QUIT and is killed. Clients before 23.0 do not know the flag here, and engines before 23.0 ignore it in silence, so the usual signal is sent.',
    example: 'docker stop --signal INT -t 60 shop-db',
    related: ['timeout'],
    on: {
      restart: { example: 'docker restart --signal QUIT -t 30 edge-proxy' },
      kill: {
        byDefault: 'default `KILL`',
        what: 'The signal to send instead of SIGKILL: a name with or without SIG, or a number.',
        why: 'HUP reloads the configuration of nginx, USR1 reopens its log files, and in Node.js opens the debugger, all without a restart.',
        mind: 'It goes to PID 1 only; behind `sh -c` the shell gets it and the service does not. `docker kill -9` is an unknown flag: it is `-s 9`. If the container has no stop signal of its own, even a harmless HUP counts as a manual stop, and after a later crash the restart policy does not act.',
        example: 'docker kill --signal HUP edge-proxy',
        related: [],
      },
    },
  },
  timeout: {
    what: 'Seconds between the stop signal and SIGKILL, for this one call; it overrides the setting of the container.',
    byDefault: 'by default that of the container, else `10`',
    why: 'More time for a busy database, or less for a process known to ignore the signal, where waiting ten seconds each only makes the deployment slow.',
    mind: `${graceInSeconds} Write it \`-t\`: the long name needs a client of 28.0, older ones call it \`--time\`, and \`-t\` is right on all. With a negative value the command hangs, and Ctrl-C on it does not call the stop off.`,
    example: 'docker stop -t 60 shop-db',
    related: ['signal'],
    on: {
      restart: {
        mind: `${graceInSeconds} Containers are restarted one after the other, so five stubborn ones with 30 seconds each take two and a half minutes. Write it \`-t\`, which every client understands.`,
        example: 'docker restart -t 30 shop-api',
      },
    },
  },
  time: {
    what: 'The old name of `--timeout`: seconds before SIGKILL follows the stop signal.',
    byDefault: 'by default that of the container, else `10`',
    why: 'Only met in scripts written before client 28.0, where it was the long form.',
    mind: 'It still works but prints a deprecation warning on stderr, which fails jobs that treat any stderr as an error. `--timeout` in turn is unknown to clients before 28.0. `-t` is the one spelling that all of them accept.',
    example: 'docker stop -t 30 shop-api',
    related: ['timeout', 'signal'],
    on: { restart: { example: 'docker restart -t 30 shop-api' } },
  },
};
