/** Flags that limit memory and choose the victim when it runs out. */
import type { FlagTheme } from './flag-prose.ts';

export const memoryFlags: FlagTheme = {
  memory: {
    what: 'Sets a hard limit for the memory that the processes of the container may use together.',
    why: 'Without a ceiling one leaking process starves its neighbours, and the kernel picks the victim, which may be the database or sshd. With one, the leak kills only itself.',
    mind: 'Over the limit the kernel kills a process, and the container usually ends with exit code 137 and `OOMKilled` true. Swap of the same size comes on top unless `--memory-swap` is equal. A bare `512` means bytes and is refused: 6 MiB is the minimum. Programs that look at the memory of the host, older JVMs for one, size their heap wrongly and die under load.',
    example: 'docker run -d --name shop-api --memory 512m --memory-swap 512m --restart on-failure:5 registry.example.com/shop/api:2.4.1',
    related: ['memory-swap', 'memory-reservation', 'oom-score-adj', 'pids-limit'],
    on: {
      update: {
        what: 'Changes the hard memory limit of existing containers, while they run.',
        why: 'Gives a service that is about to be killed more room without a restart, or caps one that was started without a limit.',
        mind: 'Raising it above the stored total of memory and swap is refused: give `--memory-swap` in the same call. Lowering it below what is in use makes the kernel reclaim, swap and then kill, exit code 137. A JVM keeps the heap it chose at start.',
        example: 'docker update --memory 1g --memory-swap 1g shop-api',
        related: ['memory-swap', 'memory-reservation'],
      },
    },
  },
  'memory-swap': {
    what: 'Limits memory and swap together: a total, not the amount of swap.',
    byDefault: 'by default twice `--memory`',
    why: 'Equal to `--memory` it means no swap at all. A leaking service then fails fast, instead of grinding the disk of the host for minutes before it dies.',
    mind: 'Left out, the total is twice `--memory`, so 512m may really take 1 GiB. Smaller than `--memory`, or given without it, it is refused. `-1` means as much swap as the host has. Without swap accounting in the kernel the limit is dropped with just a warning.',
    example: 'docker run -d --name shop-cache --memory 256m --memory-swap 256m redis:7.4.2 redis-server --maxmemory 200mb',
    related: ['memory', 'memory-swappiness'],
    on: {
      update: {
        mind: 'It is a total: to go from 512m to 1g, both `--memory` and this flag must be raised in one call. `-1` lifts the limit on swap.',
        example: 'docker update --memory 1g --memory-swap 1g shop-cache',
        related: ['memory'],
      },
    },
  },
  'memory-reservation': {
    what: 'Sets a soft limit: under memory pressure the kernel first takes back what a container has above it.',
    why: 'Protects the important neighbours: a batch job with a low reservation gives up its file cache before the database does.',
    mind: 'It guarantees nothing and kills nobody; without pressure it has no effect at all. More than `--memory` or less than 6 MiB is refused. Used alone it is no ceiling, and the leak still takes the host.',
    example: 'docker run -d --name report-worker --memory 2g --memory-swap 2g --memory-reservation 512m registry.example.com/shop/reports:1.8.0',
    related: ['memory', 'oom-score-adj'],
    on: {
      update: {
        mind: 'It guarantees nothing and kills nobody; without pressure it has no effect at all. It is compared with `--memory` only when both stand in one call: above a limit set earlier it is stored and does nothing.',
        example: 'docker update --memory-reservation 512m report-worker',
        related: ['memory'],
      },
    },
  },
  'memory-swappiness': {
    what: 'How readily the kernel swaps out memory of this container, 0 to 100; -1 keeps the value of the host.',
    byDefault: 'by default that of the host, mostly 60',
    why: 'On cgroup v1, 0 kept the heap of a database in memory, so that answer times stayed even.',
    mind: 'On cgroup v2, the default of current distributions, there is no such knob: the value is discarded with a warning and nothing changes. To be sure that nothing swaps, set `--memory-swap` equal to `--memory`.',
    example: 'docker run -d --name shop-cache --memory 256m --memory-swap 512m --memory-swappiness 0 redis:7.4.2',
    related: ['memory-swap', 'memory'],
  },
  'shm-size': {
    what: 'The size of `/dev/shm`, memory that processes share; 64 MiB by default.',
    byDefault: 'default `64m`, unless the engine is set up otherwise',
    why: 'Headless Chrome crashes its tabs on larger pages, PostgreSQL stops parallel queries with "could not resize shared memory segment", and PyTorch data loaders die with a bus error: all three have run out of the 64 MiB.',
    mind: 'It is a ceiling, not a reservation, but what is used counts against `--memory`. A bare number means bytes. With `--ipc host` or `container:` the segment of the other is used and this flag has no effect.',
    example: 'docker run -d --name e2e-browser --shm-size 1g --memory 2g --memory-swap 2g selenium/standalone-chrome:131.0',
    related: ['memory', 'ipc', 'tmpfs'],
  },
  'kernel-memory': {
    what: 'Once limited kernel memory separately; it does nothing any more.',
    why: 'Only met in old scripts. The kernel dropped the feature because its limit broke system calls in ways programs could not handle.',
    mind: 'Engines since 23.0 ignore it, and client 29 warns on stderr. On old kernels a value that was too low made fork fail with "cannot allocate memory" while plenty was free. Delete it; `--memory` includes kernel memory.',
    example: 'docker run -d --name shop-cache --memory 256m --memory-swap 256m redis:7.4.2',
    related: ['memory'],
    on: { update: { example: 'docker update --memory 256m --memory-swap 256m shop-cache' } },
  },
  'oom-kill-disable': {
    what: 'Over the limit the processes are halted instead of killed, until somebody frees memory.',
    why: 'Lets you attach a debugger to the very state in which memory ran out, on a test machine.',
    mind: 'The container hangs without a message and does not even answer health checks. Without `--memory` it protects the leak from the OOM killer of the host, which then kills everything else. cgroup v2 has no such switch: it is discarded with a warning.',
    example: 'docker run --rm -it --memory 512m --memory-swap 512m --oom-kill-disable registry.example.com/shop/api:2.4.1',
    related: ['memory', 'oom-score-adj'],
  },
  'oom-score-adj': {
    what: 'Shifts the chance to be chosen when the host runs out of memory: -1000 never, 1000 first.',
    why: 'Sacrifices a batch job before the database when nobody had set limits tightly enough.',
    mind: 'It decides only when the host is out of memory; at its own `--memory` limit the container is hit in any case. With -1000 on a leaking process the kernel kills the rest of the host instead, sshd included.',
    example: 'docker run -d --name report-worker --oom-score-adj 500 --memory 2g --memory-swap 2g registry.example.com/shop/reports:1.8.0',
    related: ['memory', 'memory-reservation'],
  },
};
