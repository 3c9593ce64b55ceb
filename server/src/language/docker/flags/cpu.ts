/** Flags that share out processor time. */
import type { FlagTheme } from './flag-prose.ts';

export const cpuFlags: FlagTheme = {
  cpus: {
    what: 'Limits processor time to so many processors, fractions allowed: `1.5` is 150 ms of work in every 100 ms.',
    why: 'Keeps one busy container from slowing down all others on the host, and makes load tests repeatable.',
    mind: 'The limit is spent in slices of 100 ms: four threads on `--cpus 1` use it up in 25 ms and then stand still for 75, which shows as spikes in latency at a modest average load. The process still sees all processors, so thread pools sized by their number come out too large. More than the host has is refused. Not together with `--cpu-quota` or `--cpu-period`.',
    example: 'docker run -d --name shop-api --cpus 1.5 --memory 512m --memory-swap 512m registry.example.com/shop/api:2.4.1',
    related: ['cpu-shares', 'cpuset-cpus', 'memory'],
    on: {
      update: {
        what: 'Changes the limit of processor time while the container runs.',
        why: 'Throttles a runaway job at once without losing its work.',
        mind: 'Refused when the container was given `--cpu-quota` or `--cpu-period` before. Thread pools keep the size they chose at start.',
        example: 'docker update --cpus 0.5 report-worker',
        related: ['cpu-shares', 'memory'],
      },
    },
  },
  'cpu-shares': {
    what: 'A weight for the case that processors are scarce: 1024 is the normal share, 512 gets half as much as its neighbours.',
    byDefault: 'default `1024`',
    why: 'A batch job with a low weight uses idle processors fully and steps aside when the web server needs them; a hard limit would waste them.',
    mind: 'On an idle host it limits nothing, so a test shows no effect. 2 is the minimum: on cgroup v1 a 1 is refused at start. The value has nothing to do with the number of processors. On cgroup v2 it is converted to another scale, so `docker inspect` and the kernel show different figures.',
    example: 'docker run -d --name report-worker --cpu-shares 256 registry.example.com/shop/reports:1.8.0',
    related: ['cpus', 'cpuset-cpus'],
    on: { update: { example: 'docker update --cpu-shares 256 report-worker' } },
  },
  'cpu-period': {
    what: 'The length in microseconds of the slices in which `--cpu-quota` is counted; 100000 by default.',
    byDefault: 'default `100000`',
    why: 'A shorter slice makes the pauses of a throttled process shorter, which matters for audio and trading.',
    mind: 'Allowed are 1000 to 1000000; short periods cost scheduling overhead on every processor. Alone it limits nothing. Not together with `--cpus`.',
    example: 'docker run -d --name mixer --cpu-period 20000 --cpu-quota 10000 registry.example.com/media/mixer:1.2.0',
    related: ['cpu-quota', 'cpus'],
    on: { update: { example: 'docker update --cpu-period 20000 --cpu-quota 10000 mixer' } },
  },
  'cpu-quota': {
    what: 'Microseconds of processor time per period: 50000 with the usual period is half a processor.',
    why: 'Met in scripts from before `--cpus`, and where a period other than 100 ms is wanted.',
    mind: 'Below 1000 it is refused, -1 lifts the limit. A value taken from `--cpus`, such as 2, is thus an error, while 2000 gives 2 % of a processor and a service that seems to hang. Not together with `--cpus`.',
    example: 'docker run -d --name mixer --cpu-period 20000 --cpu-quota 10000 registry.example.com/media/mixer:1.2.0',
    related: ['cpus', 'cpu-period'],
    on: { update: { example: 'docker update --cpu-quota 50000 mixer' } },
  },
  'cpu-rt-period': {
    what: 'The length in microseconds of the slices in which real-time processor time is counted.',
    why: 'Belongs to `--cpu-rt-runtime`, for control loops that must run at fixed intervals.',
    mind: 'Refused on cgroup v2, and on v1 unless the kernel was built with real-time group scheduling, which distribution kernels are not. The engine itself must first be given a share by `dockerd --cpu-rt-runtime`, or the start fails.',
    example: 'docker run -d --name plc --cpu-rt-period 1000000 --cpu-rt-runtime 400000 --ulimit rtprio=99 --cap-add SYS_NICE registry.example.com/plant/plc:5.0.3',
    related: ['cpu-rt-runtime', 'ulimit'],
    on: { update: { example: 'docker update --cpu-rt-period 1000000 --cpu-rt-runtime 400000 plc', related: ['cpu-rt-runtime'] } },
  },
  'cpu-rt-runtime': {
    what: 'Microseconds of real-time processor time in each real-time period.',
    why: 'Lets a control loop use real-time priorities without allowing it to lock up the host.',
    mind: 'It may not exceed the period, and the sum over all containers must fit. The capability SYS_NICE and `--ulimit rtprio` are needed as well; without them the process gets "operation not permitted" when it asks for the priority.',
    example: 'docker run -d --name plc --cpu-rt-runtime 400000 --ulimit rtprio=99 --cap-add SYS_NICE registry.example.com/plant/plc:5.0.3',
    related: ['cpu-rt-period', 'ulimit', 'cap-add'],
    on: { update: { example: 'docker update --cpu-rt-runtime 400000 plc', related: ['cpu-rt-period'] } },
  },
  'cpuset-cpus': {
    what: 'Lets the processes run only on these processors: `0-3` or `0,2`.',
    why: 'Pins a latency-critical service away from noisy neighbours, and makes programs see fewer processors, so that thread pools come out right.',
    mind: 'It reserves nothing: others still run there. A script with `0-7` fails on the smaller machine ("Requested CPUs are not available"). Two pinned containers on the same processor crawl while the rest of the host idles.',
    example: 'docker run -d --name matcher --cpuset-cpus 2-3 registry.example.com/exchange/matcher:4.6.0',
    related: ['cpus', 'cpuset-mems'],
    on: { update: { example: 'docker update --cpuset-cpus 2-3 matcher' } },
  },
  'cpuset-mems': {
    what: 'Allocates memory only from these NUMA nodes.',
    why: 'On hosts with several sockets, memory of the other socket is noticeably slower; together with `--cpuset-cpus` everything stays local.',
    mind: 'When the node is full, the kernel swaps or kills although other nodes have memory free. Most virtual machines have just node 0, and anything else is refused.',
    example: 'docker run -d --name matcher --cpuset-cpus 2-3 --cpuset-mems 0 registry.example.com/exchange/matcher:4.6.0',
    related: ['cpuset-cpus', 'memory'],
    on: { update: { example: 'docker update --cpuset-mems 0 matcher' } },
  },
};
