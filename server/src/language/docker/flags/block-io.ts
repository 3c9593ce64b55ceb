/** Flags that share out disk bandwidth. */
import type { FlagTheme } from './flag-prose.ts';

const buffered = 'Give the disk, such as `/dev/sda`, not a partition or mount point.';

export const blockIoFlags: FlagTheme = {
  'blkio-weight': {
    what: 'A weight for disk access in competition with other containers, 10 to 1000; 0 leaves it unset.',
    why: 'A nightly backup with a low weight does not make the database slow.',
    mind: 'It works only with an I/O scheduler that knows weights (BFQ); the usual `none` and `mq-deadline` of SSDs ignore it, and a kernel without support discards it with a warning. Writes through the page cache are not counted on cgroup v1.',
    example: 'docker run --rm --blkio-weight 100 -v shop-db:/data:ro -v /srv/backup:/backup alpine:3.21 tar -czf /backup/shop-db.tar.gz /data',
    related: ['blkio-weight-device', 'device-read-bps', 'device-write-bps'],
    on: { update: { example: 'docker update --blkio-weight 100 report-worker', related: ['cpu-shares'] } },
  },
  'blkio-weight-device': {
    what: 'The same weight for one disk only: `/dev/sdb:200`.',
    why: 'When the backup disk may be saturated but the disk of the database may not.',
    mind: `${buffered} The weight is 10 to 1000, and names such as \`sdb\` can change at boot, after which the wrong disk is favoured and nothing reports it.`,
    example: 'docker run --rm --blkio-weight-device /dev/sdb:200 -v /srv/backup:/backup alpine:3.21 sha256sum -c /backup/SHA256SUMS',
    related: ['blkio-weight'],
  },
  'device-read-bps': {
    what: 'Limits how many bytes per second the container reads from a disk: `/dev/sda:20mb`.',
    why: 'Keeps an indexer or virus scan from eating the throughput that a cloud disk grants, which would slow down all others.',
    mind: `${buffered} What is in the page cache already is read at full speed, so a second test run seems to prove that the limit does not work.`,
    example: 'docker run --rm --device-read-bps /dev/sda:20mb -v shop-files:/data:ro clamav/clamav:1.4.2 clamscan -r /data',
    related: ['device-write-bps', 'device-read-iops'],
  },
  'device-write-bps': {
    what: 'Limits how many bytes per second the container writes to a disk.',
    why: 'A bulk import cannot push the answer times of a database on the same disk into seconds.',
    mind: `${buffered} On cgroup v1 only direct writes are slowed down: ordinary ones go to the page cache at full speed and flood the disk later, when the kernel writes them back.`,
    example: 'docker run --rm --device-write-bps /dev/sda:20mb --network shop registry.example.com/shop/importer:2.0.4',
    related: ['device-read-bps', 'device-write-iops'],
  },
  'device-read-iops': {
    what: 'Limits how many read requests per second go to a disk.',
    why: 'Cloud disks are sold by operations: a job with many small reads uses up the burst credit, and then every container on the disk crawls.',
    mind: `${buffered} A plain number: \`1k\` is refused. Large reads count once each, so this does not cap throughput.`,
    example: 'docker run --rm --device-read-iops /dev/sda:500 -v shop-files:/data:ro registry.example.com/shop/indexer:0.14.0',
    related: ['device-write-iops', 'device-read-bps'],
  },
  'device-write-iops': {
    what: 'Limits how many write requests per second go to a disk.',
    why: 'Tames a chatty logger or a database in a test that syncs after each row.',
    mind: `${buffered} A process over the limit sleeps in uninterruptible state (D): it cannot be killed meanwhile, and the load average of the host climbs although nothing computes.`,
    example: 'docker run -d --name ci-postgres --device-write-iops /dev/sda:300 postgres:16.8',
    related: ['device-read-iops', 'device-write-bps'],
  },
};
