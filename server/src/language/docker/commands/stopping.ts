/** Prose of the commands that end or freeze a container: stop, kill, wait, pause, unpause, rm, prune. */
import type { CommandTheme } from './command-prose.ts';

export const stoppingCommands: CommandTheme = {
  stop: {
    what: 'Asks the main process to end and waits: the stop signal (SIGTERM unless the image or `--stop-signal` says otherwise), then SIGKILL once the grace period of 10 s is over.',
    why: 'The orderly end: a database flushes, a web server finishes its requests. The restart policy leaves a stopped container alone, though `always` brings it back when the daemon restarts.',
    mind:
      'Exactly 10 s and exit code 137 mean that the process never acted on SIGTERM: as PID 1 it has no default action, or a shell (`sh -c`) stands in front and does not pass it on. `--init`, or `exec` in the entrypoint script, makes it end in a fraction of a second with 143 or its own code.',
    states: {
      created: 'Nothing to do; exits 0.',
      running: 'Stop signal, grace period, SIGKILL if still alive; then exited.',
      paused: 'Thawed so that the signal can arrive, then stopped.',
      restarting: 'The restart loop ends; exited.',
      removing: 'Nothing to do; exits 0.',
      exited: 'Nothing to do; exits 0.',
      dead: 'Nothing to do; exits 0.',
    },
    exitCodes: [
      { code: '0', meaning: 'All are stopped, whether politely or by SIGKILL: the command does not tell which.' },
      { code: '1', meaning: 'A container does not exist or could not be stopped.' },
    ],
    example: 'docker stop -t 60 shop-db',
  },
  kill: {
    what: 'Sends one signal to the main process: SIGKILL by default, with no grace period. Any other signal returns at once, whatever the process does with it.',
    why: 'For a process that no longer answers, or to deliver a signal with a meaning, such as HUP for reloading configuration. To end a service, prefer `docker stop`: it asks first and kills only what stays.',
    mind:
      'SIGKILL leaves no time to flush: databases go through crash recovery, half-written files stay. And a kill, with any signal, can switch off the restart policy: unless the container has an explicit stop signal, the engine then takes a later crash for a wanted stop and leaves the service down until someone starts it.',
    states: {
      created: 'Refused: not running.',
      running: 'SIGKILL: exited with 137. Another signal: delivered, state unchanged.',
      paused: 'SIGKILL: exited. Another signal: delivered, and the container is unpaused.',
      restarting: 'The restart loop ends; exited. A signal other than SIGKILL is not delivered.',
      removing: 'Refused: not running.',
      exited: 'Refused: not running.',
      dead: 'Refused: not running.',
    },
    exitCodes: [
      { code: '0', meaning: 'The signal was sent to all.' },
      { code: '1', meaning: 'At least one is not running or does not exist.' },
    ],
    example: 'docker kill --signal HUP edge-proxy',
  },
  wait: {
    what: "Blocks until the containers are not running and prints each one's exit code on stdout, a line per container.",
    why: 'To let a script go on after a detached job: `docker run -d`, other work, then `wait` for the result.',
    mind:
      "Its own exit status is 0 even when the job failed: compare the printed number. For a container that was never started it prints 0 at once, which looks like success. With `--rm` the container may be gone before wait is called.",
    states: {
      created: 'Returns at once and prints 0, although nothing ever ran.',
      running: 'Blocks until the process ends.',
      paused: 'Blocks; a paused process never ends by itself.',
      restarting: 'Returns at once with the last exit code, while the policy goes on restarting.',
      exited: 'Returns at once with the exit code.',
      dead: 'Returns at once.',
    },
    exitCodes: [
      { code: '0', meaning: 'All are done; read their codes on stdout.' },
      { code: '1', meaning: 'A container does not exist.' },
    ],
    example: 'test "$(docker wait nightly-import)" -eq 0 || echo "import failed" >&2',
  },
  pause: {
    what: 'Freezes every process of the container with the cgroup freezer. Memory, sockets and ports stay held; no signal is delivered, so the processes cannot notice.',
    why: 'To take load off a host for a moment, or to get a consistent copy of files while nothing writes.',
    mind:
      'Clients do not get a refused connection, they hang: the kernel still accepts TCP, nobody answers. Health checks do not run either, so a load balancer that only looks at the health status keeps sending traffic. Leases and sessions run out behind its back.',
    states: {
      created: 'Refused: not running.',
      running: 'Frozen; now paused.',
      paused: 'Refused: already paused.',
      restarting: 'Refused: wait until it runs.',
      removing: 'Refused: not running.',
      exited: 'Refused: not running.',
      dead: 'Refused: not running.',
    },
    exitCodes: [
      { code: '0', meaning: 'All are paused.' },
      { code: '1', meaning: 'At least one could not be paused.' },
    ],
    example: 'docker pause report-worker',
  },
  unpause: {
    what: 'Lets the frozen processes of a paused container run on from the very instruction where they stood.',
    why: 'The counterpart of `docker pause`, and the answer to "cannot start a paused container".',
    mind:
      'To the process, time jumps: timeouts fire all at once, connections turn out to be dead, and schedulers may run every missed job in a row.',
    states: {
      created: 'Fails: not paused.',
      running: 'Fails: not paused.',
      paused: 'Thawed; now running.',
      restarting: 'Fails: not paused.',
      removing: 'Fails: not paused.',
      exited: 'Fails: not paused.',
      dead: 'Fails: not paused.',
    },
    exitCodes: [
      { code: '0', meaning: 'All run again.' },
      { code: '1', meaning: 'At least one was not paused.' },
    ],
    example: 'docker unpause report-worker',
  },
  rm: {
    what: 'Deletes containers: their writable layer, their logs and their name. Named volumes and bind mounts are left alone.',
    why: 'To free the name and the disk. Stopped containers keep both until they are removed.',
    mind:
      'The logs go too, so save those of a crashed container first. Anonymous volumes stay behind without `-v` and add up in `/var/lib/docker`. With `-f` a running process gets SIGKILL, not the polite stop signal.',
    states: {
      created: 'Removed.',
      running: 'Refused: stop it first. With `-f`: SIGKILL at once, then removed.',
      paused: 'Refused: unpause and stop it first. With `-f`: killed and removed.',
      restarting: 'Refused. With `-f`: the restart loop ends and it is removed.',
      removing: 'Refused: a removal is already under way.',
      exited: 'Removed.',
      dead: 'Tries the failed clean-up once more.',
    },
    exitCodes: [
      { code: '0', meaning: 'All are gone. With `-f` this includes names that never existed.' },
      { code: '1', meaning: 'At least one could not be removed, or does not exist (without `-f`).' },
    ],
    example: 'docker rm --volumes ci-postgres',
  },
  prune: {
    what: 'Removes every container that is not running, those in states created, exited and dead, after one question. Paused and restarting ones stay.',
    why: 'Build hosts collect thousands of exited containers, each holding a writable layer and a log file.',
    mind:
      'In a script without `-f` it asks, reads the end of input, removes nothing and still exits 0: the disk fills while the job looks green. A stopped container you meant to start again is gone as well, logs included; use `--filter until=24h`. A second prune at the same time is refused.',
    exitCodes: [
      { code: '0', meaning: 'Done, or the question was not answered with yes.' },
      { code: '1', meaning: 'A bad filter, or another prune was running.' },
    ],
    example: 'docker container prune --force --filter until=24h',
  },
};
