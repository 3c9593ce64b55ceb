/** Programs that people run in a container to look around, and what each does not show or may not find there. */

const shares = 'A second container sees the same network and processes and brings tools of its own: `docker run --rm -it --network container:NAME --pid container:NAME IMAGE`.';

const prose: Readonly<Record<string, string>> = {
  bash: 'Images built on Alpine or BusyBox have no `bash`; `sh` is there. Distroless images and those from `scratch` have neither.',
  sh: `Every image with a shell has \`sh\`; distroless images and those from \`scratch\` have none. ${shares}`,
  env: 'It prints what a new process gets: the ENV of the image and what `-e` added. What the main process changed since it started is not there, and its own variables are in `/proc/1/environ`.',
  ps: 'Slim images lack it; `docker top NAME` lists the processes without it, with the ids that they have on the host.',
  top: 'Processes are those of the container; the memory and load in its head are those of the host. `docker stats` shows the share of the container.',
  free: 'It shows the memory of the host, not the limit of the container: that is in `/sys/fs/cgroup/memory.max`, and `docker stats` shows both.',
  nproc: 'It counts the processors that `--cpuset-cpus` leaves; a limit by `--cpus` does not change it, so programs that start one thread for each start too many.',
  df: 'For `/` it shows the file system of the host that holds the images; `docker ps --size` shows what the container wrote.',
  ss: `Slim images lack it. ${shares}`,
  netstat: `Slim images lack it. ${shares}`,
  ping: 'Many images lack it. It tests the address only: that the port answers is seen with `curl`, `wget` or `nc`.',
  curl: 'Many images lack it; those built on Alpine have a small `wget`.',
  kill: 'Process 1 gets only signals that it has a handler for, and from inside not even KILL: end a container by `docker stop` or `docker kill`.',
  reboot: 'Nothing in a container can restart it so: that is `docker restart`.',
  systemctl: 'No service manager runs in an ordinary container: its one service is process 1, and `docker restart` restarts it.',
  service: 'No service manager runs in an ordinary container: its one service is process 1, and `docker restart` restarts it.',
  apt: 'What is installed so is gone with the container: it belongs into the Dockerfile.',
};

const aliases: Readonly<Record<string, string>> = { printenv: 'env', htop: 'top', wget: 'curl', 'apt-get': 'apt', apk: 'apt', dnf: 'apt', yum: 'apt', pkill: 'kill' };

/** What one should know who runs the program by `docker exec`; its path does not matter. */
export function containerProgramProse(program: string): string | undefined {
  const name = program.slice(program.lastIndexOf('/') + 1);
  const known = Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name;
  return Object.hasOwn(prose, known) ? prose[known] : undefined;
}
