/** Flags that only a Windows engine serves. A Linux engine refuses most of them before anything is created. */
import type { FlagTheme } from './flag-prose.ts';

const windowsOnly = 'A Linux engine refuses the flag with exit code 1, and its `--help` does not list it.';
const nano = 'mcr.microsoft.com/windows/nanoserver:ltsc2022';

export const windowsFlags: FlagTheme = {
  'cpu-count': {
    what: 'The number of processors of a Windows container.',
    why: 'With Hyper-V isolation the utility machine otherwise gets two processors, which makes builds surprisingly slow on a large host.',
    mind: `${windowsOnly} With process isolation it takes precedence over \`--cpu-shares\` and \`--cpu-percent\`, so mixing them leaves one without effect.`,
    example: `docker run --rm --cpu-count 4 ${nano} cmd /c echo ready`,
    related: ['cpu-percent', 'isolation', 'cpus'],
  },
  'cpu-percent': {
    what: 'The share of all processors that a Windows container may use, in percent.',
    why: 'Keeps a build agent from making remote desktop sessions on the same server unusable.',
    mind: `${windowsOnly} It is a share of the whole host, so the same number means more on a larger server. On Linux, \`--cpus\` does the job.`,
    example: `docker run --rm --cpu-percent 25 ${nano} cmd /c echo ready`,
    related: ['cpu-count', 'cpus'],
  },
  'io-maxbandwidth': {
    what: 'The highest throughput to the system drive of a Windows container, in bytes per second.',
    why: 'An update or virus scan inside one container does not starve the others on the same disk.',
    mind: `${windowsOnly} Only the system drive counts, so data on a mounted volume goes at full speed. Without a suffix the number is bytes, and \`20\` all but stops the container.`,
    example: `docker run --rm --io-maxbandwidth 50mb ${nano} cmd /c echo ready`,
    related: ['io-maxiops'],
  },
  'io-maxiops': {
    what: 'The highest number of operations per second on the system drive of a Windows container.',
    why: 'Many small file accesses, as of a package restore, use up a cloud disk well before its throughput is reached.',
    mind: `${windowsOnly} A start of Windows itself needs hundreds of operations, so a low value shows as a container that takes minutes to come up.`,
    example: `docker run --rm --io-maxiops 2000 ${nano} cmd /c echo ready`,
    related: ['io-maxbandwidth'],
  },
  isolation: {
    what: 'How a Windows container is separated: `process` shares the kernel of the host, `hyperv` has one of its own.',
    byDefault: 'by default that of the engine',
    why: 'An image built for another Windows release than the host runs only under `hyperv`; on the same release `process` starts faster and needs less memory.',
    mind: 'With `process`, a version that does not match ends in "the container operating system does not match the host operating system", often right after a Windows update of the server. The default differs between server (process) and desktop (hyperv). Linux engines take nothing but `default`.',
    example: `docker run --rm --isolation hyperv ${nano} cmd /c ver`,
    related: ['platform', 'cpu-count'],
  },
};
