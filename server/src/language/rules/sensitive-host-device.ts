/** Disks and the memory of the host, handed to a container as devices. */
import { isOn, type DockerCommand, type FlagUse } from '../command/docker-command.ts';
import { replaceValue } from '../command/edits.ts';
import type { CliVersion } from '../docker/cli-facts.ts';
import { cutDevice } from '../docker/values/device.ts';
import type { TextEdit } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import { createsContainer } from './containers.ts';
import { judgedValues } from './flag-values.ts';
import { appendToValue, plainPath } from './host-mounts.ts';
import { isImageIn } from './image-lists.ts';
import type { Rule } from './rule.ts';
import { cis } from './standards.ts';

/** Disks and their parts by the names that Linux gives them: SCSI and SATA, virtual, Xen, NVMe, cards, RAID, device mapper. */
const disk = /^\/dev\/(?:(?:[shv]d|xvd)[a-z]+\d*|nvme\d+n\d+(?:p\d+)?|mmcblk\d+(?:(?:p|boot)\d+)?|md\d+(?:p\d+)?|dm-\d+|(?:mapper|disk|md)(?:\/.+)?)$/;

const memory = /^\/dev\/(?:mem|kmem|port)$/;

function readOnly(command: DockerCommand, use: FlagUse): TextEdit[] {
  const { mode } = cutDevice(use.value.text);
  return mode === undefined ? appendToValue(command, use, ':r') : replaceValue(command, use.value, 'r', mode.start, mode.end);
}

interface Hazard {
  readonly use: FlagUse;
  readonly message: string;
  /** Whether reading alone is a smaller grant that may do. */
  readonly readable: boolean;
}

function hazards(command: DockerCommand, version: CliVersion): Hazard[] {
  return judgedValues(command, version).flatMap(({ use, parsed }): Hazard[] => {
    if (use.facts.kind !== 'device' || parsed.problems.length > 0) {
      return [];
    }
    const { host, mode } = cutDevice(use.value.text);
    const path = plainPath(host.text);
    const writes = mode?.text.includes('w') ?? true;
    if (memory.test(path)) {
      return [{ use, readable: false, message: `${code(path)} is the memory of the machine itself: with the capability \`SYS_RAWIO\`, which it needs, the process reads and changes the kernel. Hand over the device that the program is about, such as \`/dev/gpiomem\` for the pins of a board.` }];
    }
    if (!writes || !(path === '/dev' || disk.test(path))) {
      return [];
    }
    const what = path === '/dev' ? 'All devices of the host are handed over, its disks among them' : `${code(path)} is a disk of the host`;
    return [{ use, readable: path !== '/dev', message: `${what}: the process reads and changes every file on it, past all permissions, also those on which the host runs. ${path === '/dev' ? 'Name the devices that the program needs.' : 'Let it read only, or mount the folder that is needed.'}` }];
  });
}

export const sensitiveHostDevice: Rule = {
  id: 'sensitive-host-device',
  title: 'Disk or memory of the host as a device of the container',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'info' },
  docs: {
    why: 'Whoever may write to the disk below a file system need not ask the file system: root in the container, with the capabilities that Docker gives by default, edits `/etc/shadow` of the host with `debugfs`. A mistake is as bad as an attack: two systems that write to one disk destroy it. Without named permissions a device may be read, written and created.',
    whenToIgnore: 'The container is there to partition, image or check disks, or a database that takes a disk of its own. Images that are made for that can be named in the option `images`.',
    references: ['[docker container run, --device](https://docs.docker.com/reference/cli/docker/container/run/#device)', '[CIS Docker Benchmark](https://www.cisecurity.org/benchmark/docker)'],
    standards: [cis('5.18', '5.17')],
  },
  options: {
    images: {
      description: 'Images that look after disks or keep their data on bare ones; `*` stands for anything.',
      default: ['*scrutiny*', '*smartctl*', '*smartmon*', '*testdisk*', '*photorec*', '*ddrescue*', '*clonezilla*', '*openmediavault*', 'rook/*', '*ceph*', '*longhorn*', 'aerospike/*'],
    },
  },
  examples: [
    { bad: 'docker run -d ⟦--device /dev/sda⟧ backup:5\n', fixed: 'docker run -d --device /dev/sda:r backup:5\n' },
    { bad: 'docker run --rm ⟦--device="/dev/nvme0n1p2:/dev/data:rwm"⟧ imager:2\n', fixed: 'docker run --rm --device="/dev/nvme0n1p2:/dev/data:r" imager:2\n' },
    { bad: 'docker run -d --cap-add SYS_RAWIO ⟦--device /dev/mem⟧ pins:1\n' },
    { bad: 'docker run -d ⟦--device /dev⟧ monitor:4\n' },
  ],
  silent: [
    ...['docker run -d --device /dev/sda:r backup:5\n', 'docker run -d --device /dev/sda:/dev/xvdc:r backup:5\n', 'docker run -d --device /dev/dri --device /dev/ttyUSB0 --device /dev/sr0 player:3\n', 'docker run -d --device "$DISK" backup:5\n'],
    ...['docker run -d --device /dev/sda ghcr.io/analogj/scrutiny:v0.8.1-omnibus\n', 'docker run -d --device /dev/nvme1n1 aerospike/aerospike-server:8.0\n', 'docker run -d --privileged --device /dev/sda setup:1\n', 'docker run -d --device /dev/sda:/dev/sda:rx backup:5\n', 'docker run -d --device-read-bps /dev/sda:1mb backup:5\n'],
  ],
  causes: [{ commands: ['run', 'create'], flags: ['device'] }],
  check: (command, { report, version, options }) => {
    if (!createsContainer(command) || isOn(command, 'privileged')) {
      return;
    }
    const found = hazards(command, version);
    if (found.length === 0 || isImageIn(command, options['images'] ?? [])) {
      return;
    }
    for (const { use, message, readable } of found) {
      report({ span: use.span, message, fixes: readable ? [{ title: 'Let it read only', edits: readOnly(command, use), safe: false }] : [] });
    }
  },
};
