/** Prose of the commands that reach into a container: exec, attach, top, cp, diff, commit, export. */
import type { CommandTheme } from './command-prose.ts';

/** These work on the container's files, whatever its processes do. */
const filesAreThere = 'Works: the file system is there whether or not anything runs.';

export const insideCommands: CommandTheme = {
  exec: {
    what: 'Starts a second process inside a running container, in its namespaces and limits, beside the main process.',
    why: 'To look at a live service with its own environment, files and network: a database shell, a one-off maintenance command.',
    mind:
      'Words after the container are not read by a shell: `exec web ls *.log` expands on your side, and a quoted `"ls /var"` is looked up as one program name. Wrap it in `sh -c`. The process is never PID 1: it gets no stop signal, is not restarted, is in no log, and is killed with the container. It starts without the variables that an entrypoint script exported. Rather than put debugging tools into the production image, join it from an image that has them: `docker run --rm -it --pid container:web --network container:web …`.',
    states: {
      created: 'Refused: not running.',
      running: 'Starts the process.',
      paused: 'Refused: unpause it first.',
      restarting: 'Refused: wait until it runs. In a crash loop, use `docker logs`, or `docker run --entrypoint sh` on its image.',
      removing: 'Refused: not running.',
      exited: 'Refused: not running. Nothing keeps a stopped container open for exec.',
      dead: 'Refused: not running.',
    },
    exitCodes: [
      { code: 'n', meaning: "The process's own code, when attached." },
      { code: '1', meaning: 'Container missing or not running, or `-it` without a terminal.' },
      { code: '126', meaning: 'The command cannot be executed, or the user is unknown. Before Engine 28 also: command or working directory not found.' },
      { code: '127', meaning: 'Command or working directory not found, on Engine 28 and newer. Slim images often have no shell at all.' },
      { code: '128+n', meaning: 'Signal n ended the process.' },
    ],
    example: 'docker exec -it shop-db psql -U shop -d orders',
  },
  attach: {
    what: 'Connects your terminal to the input and output of the main process. It starts nothing new, unlike `docker exec`.',
    why: 'To answer a prompt of the main process, or to watch it from now on, when it was started with `-it` or `-d`.',
    mind:
      'Ctrl-C goes to the main process and can end the service. Leave with ctrl-p ctrl-q, which only works with a terminal (`-t`) and standard input (`-i`). What was printed before is not shown: that is `docker logs`.',
    states: {
      created: 'The CLI refuses: start it first.',
      running: 'Connects.',
      paused: 'Refused: unpause it first.',
      restarting: 'Refused: wait until it runs.',
      exited: 'The CLI refuses: start it first, or use `docker start -a`.',
      dead: 'The CLI refuses: it will not run again.',
    },
    exitCodes: [
      { code: 'n', meaning: "The main process's exit code, when it ended while attached." },
      { code: '1', meaning: 'Not running, paused or unknown.' },
    ],
    example: 'docker attach --sig-proxy=false minecraft',
  },
  top: {
    what: "Lists the container's processes as the host sees them, by running the host's `ps`. Words after the container are options of that `ps`.",
    why: 'It works for images that have no `ps` of their own, and shows the host process ids that `kill`, `strace` or `nsenter` need.',
    mind:
      'The ids are those of the host, so PID 1 of the container shows as some large number, and user names come from the host: uid 999 of a database image may appear as an unrelated host account. Options for ps must keep its PID column.',
    states: {
      created: 'Refused: not running.',
      running: 'Lists the processes.',
      paused: 'Lists the frozen processes.',
      restarting: 'Refused: wait until it runs.',
      removing: 'Refused: not running.',
      exited: 'Refused: not running.',
      dead: 'Refused: not running.',
    },
    exitCodes: [
      { code: '0', meaning: 'Listed.' },
      { code: '1', meaning: 'Not running, or ps refused its options.' },
    ],
    example: 'docker top shop-api -o pid,ppid,etime,args',
  },
  cp: {
    what: 'Copies files between the host and a container. One side is `CONTAINER:PATH`, the other a local path, or `-` for a tar stream.',
    why: 'To rescue a log or dump from a container that has crashed, or to seed a created one before its first start.',
    mind:
      'Contents of tmpfs mounts, `/proc` and `/sys` are not seen, and a copy into a tmpfs can report success while the file never appears. Files copied in keep your numeric owner, so the process may be unable to read them. A local name with a colon must be written `./name:x`. What you copy in is lost with the container: use a volume to keep it.',
    states: {
      created: filesAreThere,
      running: 'Works; a file that is being written is copied half-way. Pause the container for a consistent copy.',
      paused: filesAreThere,
      restarting: filesAreThere,
      exited: filesAreThere,
      dead: 'Not reliable: the file system may already be gone.',
    },
    exitCodes: [
      { code: '0', meaning: 'Copied.' },
      { code: '1', meaning: 'Missing path, read-only target, or both or neither side names a container.' },
    ],
    example: 'docker cp shop-api:/var/log/app/crash.log ./crash.log',
  },
  diff: {
    what: "Lists files that were added (A), changed (C) or deleted (D) since the container was created, compared with its image.",
    why: 'To find out what a process writes before switching on `--read-only`, or what somebody changed by hand through exec.',
    mind:
      'Volumes, bind mounts and tmpfs are not part of it, so an empty list does not mean that nothing was written. A directory counts as changed when a file in it was.',
    states: {
      created: filesAreThere,
      running: filesAreThere,
      paused: filesAreThere,
      restarting: filesAreThere,
      exited: filesAreThere,
      dead: 'Not reliable: the file system may already be gone.',
    },
    example: 'docker diff shop-api',
  },
  commit: {
    what: "Writes the container's changed files and settings to a new image, pausing its processes meanwhile.",
    why: 'For forensics: to keep the exact state of a broken or compromised container and look at it elsewhere. To build images, a Dockerfile is reproducible and this is not.',
    mind:
      'Data in volumes is not included, so a committed database is usually empty. Environment variables are, secrets among them, as are shell histories and temporary files. The pause makes clients wait for as long as the copy takes.',
    states: {
      created: filesAreThere,
      running: 'Pauses it for the time of the copy.',
      paused: filesAreThere,
      restarting: filesAreThere,
      removing: 'Refused: being removed.',
      exited: filesAreThere,
      dead: 'Refused.',
    },
    exitCodes: [
      { code: '0', meaning: 'The id of the new image is on stdout.' },
      { code: '1', meaning: 'Container missing or being removed, or an invalid image name.' },
    ],
    example: 'docker commit --message "state after crash, ticket 4711" shop-api forensics/shop-api:2026-03-02',
  },
  export: {
    what: "Writes the container's whole file system as one flat tar, without layers, history or settings.",
    why: 'To scan or unpack a file system where no engine is installed, or to feed it to another tool.',
    mind:
      'What `docker import` makes of it has no entrypoint, command, environment or user, so it does not start as before; to move an image use `docker save`. Mounted volumes come out as empty directories. Nothing is written to a terminal: redirect it or use `-o`.',
    states: {
      created: filesAreThere,
      running: 'Works; files that are being written are caught half-way.',
      paused: filesAreThere,
      restarting: filesAreThere,
      exited: filesAreThere,
      dead: 'Not reliable: the file system may already be gone.',
    },
    example: 'docker export shop-api | tar -t',
  },
};
