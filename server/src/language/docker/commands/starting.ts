/** Prose of the commands that bring a container to life: run, create, start, restart. */
import type { CommandTheme } from './command-prose.ts';

export const startingCommands: CommandTheme = {
  run: {
    what: 'Creates a container from the image, pulling the image if it is missing, and starts it. Every run makes a new container; `docker start` brings back an old one.',
    why: 'The one command from an image to a running process. All limits, mounts, ports and policies are fixed here, and only a few can be changed later with `docker update`.',
    mind:
      'Options stop at the image: in `docker run nginx:1.27 --rm` the `--rm` goes to nginx. When the start fails, the container stays behind in state created and keeps its name, so the next attempt ends in a name conflict until `docker rm`.',
    exitCodes: [
      { code: '0', meaning: 'The process ended well; with `-d`, the container was started.' },
      { code: '125', meaning: 'Docker refused: an unknown flag, a bad value, a taken port or name.' },
      { code: '126', meaning: 'The command was found but cannot be executed: no execute bit, or a directory.' },
      { code: '127', meaning: 'The command was not found in the image. An error text with "no such file or directory", such as that of a missing bind source, also ends here.' },
      { code: '128+n', meaning: 'Signal n ended the process: 137 is SIGKILL (out of memory, or the grace period ran out), 143 is SIGTERM.' },
      { code: 'n', meaning: "Otherwise the process's own exit code, when attached." },
    ],
    example:
      'docker run -d --name web --restart unless-stopped --memory 256m --memory-swap 256m --pids-limit 200 -p 127.0.0.1:8080:80 nginx:1.27.4',
  },
  create: {
    what: 'Makes the container, with file system, mounts and limits, and leaves it in state created: no process runs and no port is taken yet.',
    why: 'To put something in before the first start, such as configuration by `docker cp`, or to pull out files of an image with `docker cp` without ever running it.',
    mind:
      'Much is only checked at start: a taken host port, an unknown user name, a missing device, a bad `max-size`. There is no `-d`; a created container always starts in the background unless `docker start -a` is used. The printed id is on stdout, pull progress on stderr.',
    exitCodes: [
      { code: '0', meaning: 'Created; the id is on stdout.' },
      { code: '1', meaning: 'The engine refused: name taken, bad limit, unknown image.' },
      { code: '125', meaning: 'The CLI did not understand a flag or its value.' },
    ],
    example: 'docker create --name migrate --network shop registry.example.com/shop/api:2.4.1 ./migrate --to latest',
  },
  start: {
    what: 'Runs the main process of existing containers again, with the options they were created with. Several names are started one after the other.',
    why: 'After a `docker stop`, a reboot without a restart policy, or a `docker create`. Files written inside the container are still there, unlike after a fresh `docker run`.',
    mind:
      'A changed image, environment or port mapping is not picked up: those belong to the container and need a new one. Success means the process was launched, not that it works; check `docker ps` or the health status a moment later. A start by hand also resets the counter of `on-failure:N`.',
    states: {
      created: 'Starts; now running.',
      running: 'Nothing to do; prints the name and exits 0.',
      paused: 'Refused: a paused container is thawed with `docker unpause`.',
      restarting: 'Nothing to do; the restart policy is already at it.',
      removing: 'Refused: the container is being removed.',
      exited: 'Starts; now running, restart counter back to zero.',
      dead: 'Refused: marked for removal; only `docker rm` is left.',
    },
    exitCodes: [
      { code: '0', meaning: 'All started, or were running already.' },
      { code: '1', meaning: 'At least one could not be started; the others were.' },
      { code: 'n', meaning: "With `-a` or `-i`: the process's own exit code." },
    ],
    example: 'docker start shop-db shop-api',
  },
  restart: {
    what: 'Stops the container as `docker stop` does, signal first and SIGKILL after the grace period, then starts it again.',
    why: 'To make a service reread configuration it only reads at start, or to clear a wedged process, and keep its file system, settings and name.',
    mind:
      'It does not pick up a newer image or changed flags. A process that ignores the stop signal costs the whole grace period, 10 s by default, and containers are handled one by one, so ten of those make a deployment wait 100 s.',
    states: {
      created: 'Starts it.',
      running: 'Stop signal, up to the grace period, then a fresh start.',
      paused: 'Thaws it, stops it and starts it; it comes back running, not paused.',
      restarting: 'Begins again; still restarting if the process keeps failing.',
      removing: 'Fails with an engine error.',
      exited: 'Starts it.',
      dead: 'Fails with an engine error; only `docker rm` is left.',
    },
    exitCodes: [
      { code: '0', meaning: 'All are running again.' },
      { code: '1', meaning: 'At least one failed; the others were restarted.' },
    ],
    example: 'docker restart -t 30 shop-api',
  },
};
