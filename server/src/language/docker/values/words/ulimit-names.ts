/** The resource limits that the Docker CLI knows by name. */
import { ulimits } from '../../generated/cli.ts';
import type { Word } from '../scan/parsed.ts';

export interface UlimitName extends Word {
  /** What the numbers count; `bytes` are spelled out in prose. */
  readonly unit?: string;
  /** A usual value. */
  readonly usual: string;
}

type Name = (typeof ulimits.accepted)[number];

const known: Readonly<Record<Name, Omit<UlimitName, 'text'>>> = {
  core: { unit: 'bytes', usual: '0', meaning: 'Size of a core dump; 0 writes none.' },
  cpu: { unit: 'seconds', usual: '3600', meaning: 'Processor time in seconds, after which the process gets SIGXCPU.' },
  data: { unit: 'bytes', usual: '1073741824', meaning: 'Size of the data segment and heap.' },
  fsize: { unit: 'bytes', usual: '1073741824', meaning: 'Size of a file that a process writes; beyond it SIGXFSZ.' },
  locks: { unit: 'locks', usual: '1024', meaning: 'Number of file locks; Linux ignores it today.' },
  memlock: { unit: 'bytes', usual: '-1:-1', meaning: 'Memory that may be locked against swapping. Elasticsearch and databases want -1.' },
  msgqueue: { unit: 'bytes', usual: '819200', meaning: 'Bytes in POSIX message queues.' },
  nice: { usual: '20', meaning: 'How far a process may raise its priority: 20 minus the nice value.' },
  nofile: { unit: 'open files', usual: '65536:65536', meaning: 'Open files and sockets of one process; "too many open files" means that this is too low.' },
  nproc: { unit: 'processes', usual: '4096', meaning: 'Processes and threads of the user on the whole host, not of this container: `--pids-limit` counts per container.' },
  rss: { unit: 'bytes', usual: '1073741824', meaning: 'Resident memory; Linux ignores it, use `--memory`.' },
  rtprio: { usual: '99', meaning: 'The highest real-time priority a process may ask for.' },
  rttime: { unit: 'µs', usual: '1000000', meaning: 'Real-time processor time without a blocking call.' },
  sigpending: { unit: 'signals', usual: '1024', meaning: 'Queued signals of the user.' },
  stack: { unit: 'bytes', usual: '8388608', meaning: 'Size of the main thread\'s stack; also what threads get by default with glibc.' },
};

export const ulimitNames: readonly UlimitName[] = ulimits.accepted.map((text) => ({ text, ...known[text] }));
