/** Flags about the main process: what runs, as whom, where, and how many. */
import type { FlagTheme } from './flag-prose.ts';

export const processFlags: FlagTheme = {
  entrypoint: {
    what: 'Replaces the program that the image starts; the words after the image become its arguments.',
    byDefault: 'by default that of the image',
    why: 'To open a shell in an image whose start script fails, or to use another tool of the same image.',
    mind: 'One program, without arguments: `--entrypoint "sh -c"` looks for a file of that name and ends with 127. Arguments go behind the image. The CMD of the image is dropped as well, so a program that needed it starts with none. The set-up steps of the original script, such as creating users or reading secrets, do not happen.',
    example: 'docker run --rm --entrypoint sh registry.example.com/shop/api:2.4.1 -c "ls -l /app/config"',
    related: ['workdir', 'user', 'init'],
  },
  workdir: {
    what: 'The directory in which the process starts, instead of the WORKDIR of the image.',
    byDefault: 'by default that of the image, else `/`',
    why: 'Build tools look for their project file in the current directory; with the sources mounted at `/src`, this is how they find it.',
    mind: 'It must be absolute, otherwise the engine refuses. One that does not exist is created, owned by root: a typing error shows as "package.json not found" in an empty directory, or "permission denied" for a non-root user. `-w $PWD` names a path of the host and is right only if it is mounted at the same place.',
    example: 'docker run --rm -v "$PWD":/src -w /src --user "$(id -u):$(id -g)" node:22.14-slim npm run build',
    related: ['volume', 'user', 'entrypoint'],
    on: {
      exec: {
        byDefault: 'by default that of the container',
        what: 'The directory in which this process starts.',
        why: 'For tools that look for their project file in the current directory, without a `cd … &&` inside `sh -c`.',
        mind: 'Unlike run, exec creates nothing: a missing directory ends with exit code 127, before Engine 28 with 126. The default is the directory of the main process, not the home of the user.',
        example: 'docker exec -w /var/lib/postgresql/data shop-db du -sh base',
        related: ['user', 'env'],
      },
    },
  },
  user: {
    what: 'Runs the process as this user, and group, instead of that of the image: `1001`, `1001:1001`, `app`.',
    byDefault: 'by default that of the image, else root',
    why: 'Most images run as root. A hole in the service then gives root inside, and with a careless mount or kernel bug, on the host. With your own id, files written to a bind mount belong to you and not to root.',
    mind: 'Only the number counts on disk. A name must exist in the image; a number need not, but then there is no home or passwd entry, and git, ssh or npm complain. A volume that an earlier run filled as root gives "permission denied": chown it once. Images that begin as root and drop privileges themselves, such as databases, may fail in their set-up step.',
    example: 'docker run --rm --user "$(id -u):$(id -g)" -v "$PWD":/src -w /src node:22.14-slim npm run build',
    related: ['group-add', 'volume', 'cap-drop', 'security-opt'],
    on: {
      exec: {
        byDefault: 'by default that of the container',
        what: 'Runs this one process as another user of the container.',
        why: 'Some tools insist on their own account, such as `occ` of Nextcloud on www-data. Run as root they leave files that the service cannot write any more.',
        mind: '`-u root` gives root even when the service runs without; whoever may exec has it. An unknown name ends with exit code 126. Without the flag it is the user of `run`, not the one that the entrypoint switched to with gosu.',
        example: 'docker exec --user www-data nextcloud php occ maintenance:mode --on',
        related: ['workdir', 'env', 'privileged'],
      },
    },
  },
  'group-add': {
    what: 'Adds supplementary groups to the process, by number or by name.',
    byDefault: 'none by default',
    why: 'Gives a non-root process access to one device or shared directory, such as the video group for a camera, without making it root.',
    mind: 'A name is looked up in the image, where `video` or `docker` may have another number than on the host, or none ("Unable to find group"): use the number from `getent group` on the host. Group docker of the host is as good as root.',
    example: 'docker run -d --name frigate --device /dev/dri/renderD128 --group-add "$(getent group render | cut -d: -f3)" ghcr.io/blakeblackshear/frigate:0.15.0',
    related: ['user', 'device'],
  },
  ulimit: {
    what: 'Sets a resource limit of the process: `name=soft[:hard]`.',
    why: 'A proxy or database with many connections stops at "too many open files" when `nofile` is low; Elasticsearch with `bootstrap.memory_lock` refuses to start without `memlock=-1:-1`.',
    mind: 'Integers only: `unlimited` is refused, -1 means it. An enormous `nofile`, the default of some distributions, makes programs that close every possible descriptor at start hang for minutes at full load: old MySQL and Java tools do. `nproc` counts per user of the host, so two containers with one uid share it; `--pids-limit` is the right tool.',
    example: 'docker run -d --name search --ulimit nofile=65536:65536 --ulimit memlock=-1:-1 --memory 2g --memory-swap 2g docker.elastic.co/elasticsearch/elasticsearch:8.17.3',
    related: ['pids-limit', 'sysctl', 'memory'],
  },
  'pids-limit': {
    what: 'Limits how many processes and threads may exist in the container at once.',
    byDefault: 'no limit by default',
    why: 'A fork bomb or a leak of threads otherwise uses up the process table of the host, and then not even an ssh login works ("fork: retry: Resource temporarily unavailable").',
    mind: 'Threads count: a JVM easily has 200, so 100 breaks it with "unable to create native thread", which looks like lack of memory. The default is no limit; 0 and -1 mean the same. Zombies count as well: add `--init`.',
    example: 'docker run -d --name shop-api --pids-limit 300 --init registry.example.com/shop/api:2.4.1',
    related: ['init', 'ulimit', 'memory', 'cpus'],
    on: {
      update: {
        what: 'Changes the limit for processes and threads while the container runs.',
        mind: 'Below what exists now nothing is killed, but every new process or thread fails. 0 or -1 lifts the limit.',
        example: 'docker update --pids-limit 300 shop-api',
        related: ['memory', 'cpus'],
      },
    },
  },
};
