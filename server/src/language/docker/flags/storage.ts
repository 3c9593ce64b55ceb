/** Flags that bring data into the container and keep it. */
import type { FlagTheme } from './flag-prose.ts';

export const storageFlags: FlagTheme = {
  volume: {
    what: 'Mounts a named volume or a host path into the container: `[source:]target[:options]`.',
    why: 'Everything else a container writes is gone with `docker rm`. A named volume outlives it; a host path shares your files with it.',
    mind: 'A host path that does not exist is created, empty and owned by root: a typing error gives a service without its data, not an error. `data:/x` is a volume, `./data:/x` a directory. Files belong to the numeric user of the process, so a non-root image gets "permission denied" on a directory of root. Options follow a colon: `:/x,ro` mounts read-write at a path named `/x,ro`. A volume is filled from the image only while it is empty.',
    example: 'docker run -d --name shop-db -v shop-db:/var/lib/postgresql/data -v "$PWD/postgresql.conf":/etc/postgresql.conf:ro postgres:16.8 -c config_file=/etc/postgresql.conf',
    related: ['mount', 'volumes-from', 'user', 'read-only', 'tmpfs'],
  },
  mount: {
    what: 'Mounts a volume, a host path, memory or an image, spelt out as `type=…,src=…,dst=…`.',
    why: 'A missing host path is an error here, where `-v` creates an empty directory and the service starts without its configuration. Every part has a name, so nothing depends on the order.',
    mind: 'The type defaults to volume, so `src=/srv/data` without `type=bind` is refused. No blanks after the commas; in Markdown and YAML they creep in. `readonly=yes` is refused, `readonly` alone is right, and `dst=/x:ro` mounts at a path named `/x:ro`. The SELinux options `:z` and `:Z` exist only with `-v`.',
    example: 'docker run -d --name web --mount type=bind,src=/srv/web/nginx.conf,dst=/etc/nginx/nginx.conf,readonly nginx:1.27.4',
    related: ['volume', 'tmpfs', 'read-only'],
  },
  tmpfs: {
    what: 'Mounts a file system in memory: fast, empty at each start, gone at stop.',
    why: 'The counterpart of `--read-only`: gives the process a `/tmp` and `/run` to write to. Secrets and scratch files never reach the disk.',
    mind: 'Without `size=` it may grow to half of the memory of the host, and what it holds counts against `--memory`: filling it ends in exit code 137, not in "disk full". The default is noexec, so installers that unpack and run in `/tmp` fail with "permission denied". `docker cp` does not see its files.',
    example: 'docker run -d --name shop-api --read-only --tmpfs /tmp:size=64m,mode=1777 registry.example.com/shop/api:2.4.1',
    related: ['read-only', 'mount', 'memory', 'shm-size'],
  },
  'read-only': {
    what: 'Mounts the file system of the image read-only; only volumes, mounts and tmpfs can be written.',
    why: 'An intruder cannot drop tools or change code, and nobody comes to depend on files that vanish with the next deployment. It also stops a log file from filling the disk of the host.',
    mind: 'Most images write a pid file or cache somewhere and stop with "Read-only file system": nginx wants `/var/cache/nginx` and `/run`, many others `/tmp`. Find the places with `docker diff` first and give each a `--tmpfs`. `docker cp` into the container is refused outside its volumes.',
    example: 'docker run -d --name web --read-only --tmpfs /var/cache/nginx --tmpfs /run --tmpfs /tmp -p 127.0.0.1:8080:80 nginx:1.27.4',
    related: ['tmpfs', 'volume', 'cap-drop', 'security-opt'],
  },
  'volumes-from': {
    what: 'Mounts all volumes of another container at the same paths, `:ro` if you wish.',
    why: 'A backup job sees exactly what the database container sees, without repeating its mounts.',
    mind: 'You get all of them, the Docker socket included if there is one, and cannot leave any out. The other container may be stopped but must exist, so recreating it between two steps breaks the job. A copy of files under a running database is not consistent.',
    example: 'docker run --rm --volumes-from shop-db:ro -v "$PWD":/backup alpine:3.21 tar -czf /backup/shop-db.tar.gz /var/lib/postgresql/data',
    related: ['volume', 'mount'],
  },
  'volume-driver': {
    what: 'Creates volumes that do not exist yet with this plugin instead of `local`.',
    byDefault: 'default `local`',
    why: 'Puts data on network storage, so that the container can move to another host.',
    mind: 'It concerns `-v` only; volumes of `--mount` have their own `volume-driver` key and ignore it. A volume that already exists keeps its driver, so the data may be local although the flag says otherwise. If the plugin is down at boot, the container does not start.',
    example: 'docker run -d --name shop-files --volume-driver rclone -v shop-files:/srv/files registry.example.com/shop/files:1.3.0',
    related: ['volume', 'mount'],
  },
  'storage-opt': {
    what: 'Sets an option of the storage driver; in practice `size=`, a limit for the writable layer.',
    why: 'One container that logs to a file can otherwise fill `/var/lib/docker`, and then every container on the host fails to write.',
    mind: 'With overlay2 it needs XFS mounted with pquota below `/var/lib/docker`; on ext4, the usual case, create is refused. It does not limit volumes or the log of the engine.',
    example: 'docker run -d --name report-worker --storage-opt size=10G registry.example.com/shop/reports:1.8.0',
    related: ['read-only', 'tmpfs', 'log-opt'],
  },
};
