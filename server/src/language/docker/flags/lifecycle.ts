/** Flags that decide how a container starts, comes back and goes away. */
import type { FlagTheme } from './flag-prose.ts';

export const lifecycleFlags: FlagTheme = {
  detach: {
    what: 'Starts the container in the background and prints its id.',
    why: 'A service must outlive the terminal or ssh session that launched it. Without this flag, closing the session hangs up on the client, and Ctrl-C stops the service.',
    mind: 'Exit code 0 only says that the process was launched. A wrong configuration kills it a second later, and the script has long gone on: check `docker ps`, or wait for the health status. It cannot be combined with `--attach`, and with `--rm` the logs of a crashed container are gone before you can read them.',
    example: 'docker run -d --name web --restart unless-stopped -p 127.0.0.1:8080:80 nginx:1.27.4',
    related: ['restart', 'name', 'rm', 'health-cmd'],
    on: {
      exec: {
        what: 'Starts the process in the container and returns at once, without its output.',
        why: 'For a long maintenance job that must go on when your ssh session drops.',
        mind: 'Output and exit code are lost: they are not in `docker logs`, and a failure goes unnoticed. Redirect to a file in the container. The job dies with the container, and no restart policy applies to it.',
        example: "docker exec -d shop-db sh -c 'reindexdb -U shop orders > /tmp/reindex.log 2>&1'",
        related: ['env', 'user', 'workdir'],
      },
    },
  },
  rm: {
    what: 'Deletes the container, and its anonymous volumes, as soon as its process ends.',
    why: 'One-off runs otherwise pile up as exited containers, each holding a writable layer, a log file and a name. On build hosts that is how `/var/lib/docker` fills up.',
    mind: 'The logs and the exit state go too, so there is nothing left to examine after a crash, and files not written to a named volume or bind mount are lost. Refused together with a `--restart` policy. It stands before the image: after it, it is an argument of the process.',
    example: 'docker run --rm -v "$PWD":/src:ro -w /src node:22.14-slim npm test',
    related: ['restart', 'volume', 'name'],
    on: {
      create: {
        mind: 'The container is deleted after its first run, not before: one that is created and never started stays. Logs and exit state go with it. Refused together with a `--restart` policy.',
        example: 'docker create --rm --name migrate registry.example.com/shop/api:2.4.1 ./migrate',
      },
    },
  },
  restart: {
    what: 'Tells the engine whether to start the container again after it ends: `no`, `on-failure[:N]`, `always` or `unless-stopped`.',
    why: 'Without a policy a service stays down after a crash, and after every reboot of the host. This is the most common reason for "it was gone on Monday morning".',
    mind: 'Retries wait 100 ms, then twice as long each time, up to one minute; ten seconds of life reset the wait, so a process that fails after eleven seconds restarts for ever at full speed. After `docker stop`, `always` comes back when the daemon restarts, `unless-stopped` does not. A `docker kill` can switch the policy off. An unhealthy container is not restarted: only the end of the process counts. Refused together with `--rm`.',
    example: 'docker run -d --name shop-api --restart on-failure:5 registry.example.com/shop/api:2.4.1',
    related: ['rm', 'health-cmd', 'stop-timeout', 'init'],
    on: {
      update: {
        what: 'Changes the restart policy of an existing container.',
        why: 'Repairs a service that was started without a policy, with no need to recreate it; or sets `no` before maintenance so that it stays down.',
        mind: 'Nothing is started by it: a container that is down stays down until `docker start`. It is refused for containers made with `--rm`. The script that creates the container needs the change as well.',
        example: 'docker update --restart unless-stopped shop-db shop-api',
        related: ['memory', 'cpus'],
      },
    },
  },
  cidfile: {
    what: 'Writes the id of the new container to a file on the machine of the client.',
    why: 'Lets a supervisor or a CI clean-up step find exactly this container, even when no name was given or the job was cancelled half-way.',
    mind: 'The file must not exist yet. One left over from a cancelled job stops the next with "container ID file found", so put it in a fresh temporary directory or delete it first. `--rm` removes the container but not the file.',
    example: 'docker run -d --cidfile "$(mktemp -d)/postgres.cid" postgres:16.8',
    related: ['name', 'rm'],
  },
  checkpoint: {
    what: 'Starts the processes from a saved checkpoint instead of from the beginning.',
    why: 'Brings a slow-starting process back with its memory warm, for experiments with migration between hosts.',
    mind: 'Needs CRIU on the host and an engine with experimental features, and fails across kernel versions. Open TCP connections, terminals and GPUs usually make the restore fail, so do not build recovery on it.',
    example: 'docker start --checkpoint warm-cache report-worker',
    related: ['checkpoint-dir'],
  },
  'checkpoint-dir': {
    what: 'Was meant to find the checkpoint in this directory; every engine since 17.12 refuses it here.',
    why: 'Only met in old instructions for moving a container to another host. `docker checkpoint create` still takes the flag of this name.',
    mind: 'The start fails with "custom checkpointdir is not supported". Move the checkpoint to `/var/lib/docker/containers/ID/checkpoints` on the machine of the engine and name it by `--checkpoint` alone. It is a dump of memory, with keys and customer data in the clear: mind the permissions.',
    example: 'docker start --checkpoint warm-cache report-worker',
    related: ['checkpoint'],
  },
};
