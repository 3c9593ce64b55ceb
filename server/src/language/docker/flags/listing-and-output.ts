/** Flags that choose what a listing shows and how. */
import type { FlagTheme } from './flag-prose.ts';

export const listingFlags: FlagTheme = {
  all: {
    what: 'Lists containers in every state, not only those that run.',
    why: 'A service that has crashed is missing from the plain list; with `-a` you see it, its exit code and since when.',
    mind: 'In a clean-up such as `docker rm -f $(docker ps -aq)` it takes everything on the host, services of other teams included. Add a filter. Filtering by status implies it.',
    example: "docker ps --all --filter label=com.example.team=shop --format 'table {{.Names}}\\t{{.Status}}'",
    related: ['filter', 'last', 'latest', 'format'],
    on: {
      stats: {
        what: 'Shows stopped containers too, with zeros.',
        why: 'Keeps the list the same while services come and go, so that a table on a wall does not jump.',
        mind: 'Each line costs the engine a request, so a host with hundreds of exited containers answers slowly. Zeros mean "not running", not "idle".',
        example: 'docker stats --all --no-stream',
        related: ['no-stream', 'format'],
      },
    },
  },
  filter: {
    what: 'Shows only containers that match `key=value`, such as `status=exited`, `label=…`, `name=…`, `health=unhealthy`.',
    why: 'Grepping the table breaks when a name contains the word you look for, or a column is cut; a filter compares the real field.',
    mind: '`name` matches anywhere: `name=api` also finds `api-old`; write `name=^api$`. Values of one key are alternatives, except labels, which must all match; different keys must all match. A label or name that nobody has gives an empty list and exit code 0, so a typing error looks like "nothing to do".',
    example: "docker ps --all --filter 'name=^shop-' --filter status=exited --quiet",
    related: ['all', 'quiet', 'format'],
    on: {
      prune: {
        what: 'Removes only stopped containers that match: `until=24h`, `label=…` or `label!=…`.',
        why: 'Spares what stopped a minute ago and somebody is about to examine, and what a label protects.',
        mind: '`until` counts from creation, not from the stop: a service made last month and stopped just now is taken by `until=24h`. Only one `until` is allowed. Filters from `pruneFilters` in the configuration of the client are added silently, so the same line removes different things on two machines.',
        example: "docker container prune --force --filter until=24h --filter 'label!=com.example.keep'",
        related: ['force'],
      },
    },
  },
  format: {
    what: 'Prints each container by a Go template, as a table of chosen columns, or as JSON.',
    why: 'The default table is for people: columns are cut, and their widths change with the content, so `awk` on it picks the wrong field one day.',
    mind: 'Fields are those of the list, such as `.Names` and `.Status`, not those of inspect. Quote it in single quotes, or the shell expands it. `json` needs client 23.0 and prints one object per line, not an array. `{{json .}}` also computes sizes, which takes minutes on a full host. A mistyped field is an error, not an empty column.',
    example: "docker ps --format 'table {{.Names}}\\t{{.Status}}\\t{{.Ports}}'",
    related: ['filter', 'no-trunc', 'quiet'],
    on: {
      stats: {
        what: 'Prints the figures by a Go template, as a table of chosen columns, or as JSON.',
        why: 'For a quick record in a file or a metrics job, without the columns nobody needs.',
        mind: 'Values are text with units, `388KiB / 64MiB` or `12.5%`, so a script must take them apart; memory is in binary units, network and disk in decimal ones. Without `--no-stream` a template prints line after line for ever.',
        example: "docker stats --no-stream --format '{{.Name}},{{.CPUPerc}},{{.MemUsage}}'",
        related: ['no-stream', 'all'],
      },
      inspect: {
        what: 'Prints only the parts that a Go template names, instead of the whole JSON.',
        why: 'In scripts, a template needs no `jq` on the host and fails loudly when a field is missing.',
        mind: 'Keys with dots or dashes need `index`: `{{index .Config.Labels "com.example.release"}}`. A template that does not parse ends with exit code 64, one that does not fit the data with 1. A missing label prints `<no value>` or nothing, with exit code 0. Add `json` for anything that is not a plain value.',
        example: "docker container inspect --format '{{.State.Health.Status}}' shop-api",
        related: ['size'],
      },
      'inspect-any': {
        what: 'Prints only the parts that a Go template names, instead of the whole JSON.',
        why: 'In scripts, a template needs no `jq` on the host and fails loudly when a field is missing.',
        mind: 'Fields differ between kinds: `.State` exists for containers only, so a name that now finds an image breaks the template; add `--type`. A template that does not parse ends with exit code 64. Keys with dots or dashes need `index`.',
        example: "docker inspect --type volume --format '{{.Mountpoint}}' shop-db",
        related: ['type', 'size'],
      },
    },
  },
  last: {
    what: 'Shows the n containers that were created last, in any state.',
    byDefault: 'none by default',
    why: 'After a failed deployment, the newest ones are what you want to see, also if they have exited.',
    mind: 'It counts by creation, not by start or stop: one restarted just now may be missing. It implies `--all`, so a count of it mixes dead and living ones.',
    example: 'docker ps --last 5',
    related: ['latest', 'all'],
  },
  latest: {
    what: 'Shows the container that was created last, in any state.',
    why: 'At the prompt, `docker logs $(docker ps -lq)` shows why the one you just ran has died.',
    mind: 'On a shared host "the last" may be that of a colleague or a CI job: never put it into a script that stops or removes. With `-l` before the command word you get `--log-level` instead.',
    example: 'docker ps --latest',
    related: ['last', 'all', 'quiet'],
  },
  'no-trunc': {
    what: 'Prints full ids, commands and mounts instead of cut ones, and beside each name those given by links.',
    why: 'A cut command hides the very argument that is wrong.',
    mind: 'Lines become far wider than a terminal. Passwords given as arguments show in full, so look before you paste it into a ticket. Comparing full ids with the 12-digit ones of another tool finds nothing.',
    example: "docker ps --no-trunc --format '{{.Names}}: {{.Command}}'",
    related: ['format', 'quiet'],
    on: {
      stats: {
        mind: 'Only ids become longer; names and figures were never cut. Useful for a join with other tools that key on the full id.',
        why: 'Log and metrics systems store the full id of 64 digits; with the short one no lookup there succeeds.',
        example: 'docker stats --no-stream --no-trunc',
        related: ['format', 'no-stream'],
      },
    },
  },
  size: {
    what: 'Adds how much each container has written to its own layer, and, as "virtual", that plus its image.',
    why: 'Finds the container that fills the disk by writing to a log or cache inside instead of a volume.',
    mind: 'The engine walks all files to count them: minutes of disk load on a busy host, so keep it out of monitoring. Volumes, and the json-file log, are not counted, though they are the more usual culprits. "virtual" must not be added up: images are shared.',
    example: "docker ps --size --format 'table {{.Names}}\\t{{.Size}}'",
    related: ['format', 'all'],
    on: {
      inspect: {
        what: 'Adds `SizeRw` and `SizeRootFs`, in bytes, to the description.',
        mind: 'Without it a template that names them prints no number, and a comparison in a script fails. Counting walks all files and may take minutes. Volumes and the log file are not part of it.',
        example: "docker container inspect --size --format '{{.SizeRw}}' report-worker",
        related: ['format'],
      },
      'inspect-any': {
        what: 'Adds `SizeRw` and `SizeRootFs`, in bytes, to the description of a container.',
        mind: 'Only containers have the fields; for an image use its own `.Size`. Counting walks all files and may take minutes. Volumes and the log file are not part of it.',
        example: "docker inspect --type container --size --format '{{.SizeRw}}' report-worker",
        related: ['format', 'type'],
      },
    },
  },
  type: {
    what: 'Looks the name up among one kind of object only: container, image, volume, network and so on.',
    why: 'A container and an image are often both called `redis`; without it you get the container if there is one, and a script breaks the day it is removed.',
    mind: 'A wrong or empty word is an error that lists the kinds; write it in lower case. For swarm kinds such as service the engine must be a swarm manager.',
    example: "docker inspect --type image --format '{{index .RepoDigests 0}}' redis:7.4.2",
    related: ['format', 'size'],
  },
  'no-stream': {
    what: 'Prints one set of figures and ends.',
    why: 'Without it the command runs for ever: a cron job or CI step hangs, and each new one adds to the load.',
    mind: 'It still takes a second or two, since a processor percentage needs two samples. One sample says little: a job that idles just then looks harmless.',
    example: "docker stats --no-stream --format 'table {{.Name}}\\t{{.CPUPerc}}\\t{{.MemPerc}}'",
    related: ['format', 'all'],
  },
};
