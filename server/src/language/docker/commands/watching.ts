/** Prose of the commands that only look: ps, logs, inspect, stats, port. */
import type { CommandTheme } from './command-prose.ts';

const described = 'Described; `State.Status` says which state it is in.';

export const watchingCommands: CommandTheme = {
  ps: {
    what: 'Lists containers: by default those that run, paused and restarting ones included.',
    why: 'The first look at a host. In scripts, `-q` with `--filter` gives the ids that another command needs.',
    mind:
      'A service that has just crashed is not in the list without `-a`. The name filter is a pattern that matches anywhere: `name=web` also finds `web-old`; write `name=^web$`. With no match the output is empty and the exit code 0, so `docker stop $(docker ps -q …)` then fails for want of an argument.',
    example: "docker ps --all --filter status=exited --format 'table {{.Names}}\\t{{.Status}}\\t{{.Image}}'",
  },
  logs: {
    what: 'Prints what the main process wrote to stdout and stderr, as the logging driver kept it, each to the stream it came from.',
    why: 'The first stop after a crash: it works on exited containers and in a restart loop, where exec does not.',
    mind:
      'Only stdout and stderr of the main process are kept: let the program log there, or link its log file to `/dev/stdout`. Output of `docker exec` is not there. stderr comes out on stderr, so `docker logs web | grep` misses errors; add `2>&1`. Without `--tail` or `--since` a busy service prints its whole history, gigabytes with an unbounded json-file. Nothing can be read back with the driver `none`. It all goes with `docker rm`.',
    states: {
      created: 'Prints nothing: there is no output yet.',
      running: 'Prints; with `-f` goes on.',
      paused: 'Prints what there is; with `-f` waits.',
      restarting: 'Prints the output of all attempts so far.',
      removing: 'Refused.',
      exited: 'Prints; `-f` ends at once.',
      dead: 'Refused: marked for removal.',
    },
    exitCodes: [
      { code: '0', meaning: 'Printed.' },
      { code: '1', meaning: 'Unknown container, bad time, or a driver that cannot be read.' },
    ],
    example: 'docker logs --since 15m --tail 500 --timestamps shop-api 2>&1 | grep -i error',
  },
  inspect: {
    what: 'Prints everything the engine knows about containers as JSON: state, exit code, mounts, addresses, environment, limits.',
    why: 'It answers what `ps` cannot: was it killed for memory (`State.OOMKilled`), how often did it restart (`RestartCount`), which limits really apply.',
    mind:
      'Values of `-e`, passwords included, are shown in the clear: anyone who may talk to the engine reads them, and so does whoever gets the pasted output. The address stands below `.NetworkSettings.Networks`, once for each network; `.NetworkSettings.IPAddress` knew only the default bridge, and is gone since Docker 29.',
    states: { created: described, running: described, paused: described, restarting: described, exited: described, dead: described },
    exitCodes: [
      { code: '0', meaning: 'All were found.' },
      { code: '1', meaning: 'One does not exist, or the template cannot be applied to the data.' },
      { code: '64', meaning: 'The template of `--format` does not parse.' },
    ],
    example: "docker container inspect --format '{{.State.Status}} {{.State.ExitCode}} oom={{.State.OOMKilled}}' shop-api",
  },
  'inspect-any': {
    what: 'Prints the description of any kind of object, container, image, volume, network and so on, as JSON, taking the first kind in which the name is found.',
    why: 'Handy at the prompt, where the kind is clear from the name.',
    mind:
      'A container and an image of the same name make it ambiguous: `docker inspect redis` describes the container if there is one, else the image, and a script then reads fields that do not exist. Say `--type`, or use `docker container inspect`. Environment values are shown in the clear.',
    exitCodes: [
      { code: '0', meaning: 'All were found.' },
      { code: '1', meaning: 'One does not exist, or the template cannot be applied to the data.' },
      { code: '64', meaning: 'The template of `--format` does not parse.' },
    ],
    example: "docker inspect --type container --format '{{json .NetworkSettings.Networks}}' shop-api",
  },
  stats: {
    what: 'Shows processor, memory, network and disk use of containers, refreshed about twice a second; with no name, of all that run.',
    why: 'To see which neighbour eats the host, and how far a container is from its memory limit before the kernel steps in.',
    mind:
      '100 % is one processor, so 400 % on four is full load. The memory figure leaves out file cache that can be dropped, so it is lower than that of the cgroup; a limit equal to the memory of the host means that there is none. In a pipe or a cron job it never ends: add `--no-stream`.',
    states: {
      created: 'Shows zeros.',
      running: 'Shows live figures.',
      paused: 'Shows memory; the processor stays at 0 %.',
      restarting: 'Shows zeros.',
      exited: 'Shows zeros.',
      dead: 'Shows zeros.',
    },
    example: "docker stats --no-stream --format 'table {{.Name}}\\t{{.CPUPerc}}\\t{{.MemUsage}}\\t{{.PIDs}}'",
  },
  port: {
    what: 'Prints on which host addresses and ports the ports of a container are published; with a container port, only that one.',
    why: 'After `-P` or `-p 80`, where the engine picked the host port, a test script must ask for it.',
    mind:
      'There may be two lines for one port, for IPv4 and IPv6: take the first with `head -n 1`, or the script ends up with two ports. Ports of the image that are only exposed do not show. The engine picks another host port at each start.',
    exitCodes: [
      { code: '0', meaning: 'Printed; possibly nothing.' },
      { code: '1', meaning: 'Unknown container, or the port asked for is not published.' },
    ],
    example: 'docker port ci-postgres 5432/tcp',
  },
};
