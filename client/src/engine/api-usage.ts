/**
 * The engine's samples of use as our plain type. The formulas are those of `docker stats` (docker/cli,
 * cli/command/container/stats_helpers.go), on control groups of version 1 and 2 and on Windows.
 */
import { fieldsOf, listOf, numberOf, textOf, timeOf, type Fields } from './json-value.ts';
import type { Transfer, Usage } from './usage.ts';

/** A count that is absent counts as none. */
function count(value: unknown): number {
  return Math.max(0, numberOf(value) ?? 0);
}

/** Undefined without a sample before: the engine then writes no reading of the machine's processors. */
function linuxCpu(now: Fields, before: Fields): number | undefined {
  const usage = fieldsOf(now['cpu_usage']);
  const processors = count(now['online_cpus']) || listOf(usage['percpu_usage']).length;
  // Podman counts the time of the machine in another way, with which the formula gives twice what is used; it tells the percentage itself.
  const told = numberOf(now['cpu']);
  if (told !== undefined) {
    return 'online_cpus' in before ? told : undefined;
  }
  if (numberOf(before['system_cpu_usage']) === undefined) {
    return undefined;
  }
  const used = count(usage['total_usage']) - count(fieldsOf(before['cpu_usage'])['total_usage']);
  const passed = count(now['system_cpu_usage']) - count(before['system_cpu_usage']);
  return used > 0 && passed > 0 ? (used / passed) * processors * 100 : 0;
}

/** Undefined where the kernel counts no slices, because there is no limit. */
function throttledShare(now: Fields, before: Fields): number | undefined {
  const [current, former] = [now, before].map((stats) => fieldsOf(stats['throttling_data']));
  const passed = (name: string) => count(current?.[name]) - count(former?.[name]);
  const slices = passed('periods');
  return slices > 0 ? Math.min(1, Math.max(0, passed('throttled_periods') / slices)) : undefined;
}

/** Counted in intervals of 100 ns. */
function windowsCpu({ read, preread, num_procs: processors, cpu_stats: now, precpu_stats: before }: Fields): number | undefined {
  const from = timeOf(preread);
  if (from === undefined) {
    return undefined;
  }
  const possible = ((timeOf(read) ?? 0) - from) * 10_000 * count(processors);
  const used = count(fieldsOf(fieldsOf(now)['cpu_usage'])['total_usage']) - count(fieldsOf(fieldsOf(before)['cpu_usage'])['total_usage']);
  return possible > 0 ? (used / possible) * 100 : 0;
}

/** Files that were read and are not in use are in memory only as long as nobody else wants it. */
function linuxMemory(memory: Fields): number {
  const usage = count(memory['usage']);
  const { total_inactive_file: version1, inactive_file: version2 } = fieldsOf(memory['stats']);
  const idle = [version1, version2].map(numberOf).find((value) => value !== undefined && value < usage);
  return usage - (idle ?? 0);
}

function networkOf(networks: unknown): Transfer | undefined {
  const all = Object.values(fieldsOf(networks)).map(fieldsOf);
  const sum = (name: string) => all.reduce((total, network) => total + count(network[name]), 0);
  return all.length === 0 ? undefined : { in: sum('rx_bytes'), out: sum('tx_bytes') };
}

function linuxDisk(blkio: unknown): Transfer {
  const entries = listOf(fieldsOf(blkio)['io_service_bytes_recursive']).map(fieldsOf);
  const sum = (first: string) => entries.filter(({ op }) => textOf(op).toLowerCase().startsWith(first)).reduce((total, { value }) => total + count(value), 0);
  return { in: sum('r'), out: sum('w') };
}

/** Undefined for the empty sample of a container that does not run. */
export function usageOf(value: unknown): Usage | undefined {
  const sample = fieldsOf(value);
  const time = timeOf(sample['read']);
  if (time === undefined) {
    return undefined;
  }
  const memory = fieldsOf(sample['memory_stats']);
  const storage = fieldsOf(sample['storage_stats']);
  const network = networkOf(sample['networks']);
  // Only Windows counts the working set; engines say the system of a sample since API 1.52 only.
  const isWindows = 'privateworkingset' in memory;
  const cpu = isWindows ? windowsCpu(sample) : linuxCpu(fieldsOf(sample['cpu_stats']), fieldsOf(sample['precpu_stats']));
  const throttled = throttledShare(fieldsOf(sample['cpu_stats']), fieldsOf(sample['precpu_stats']));
  const { current, limit } = fieldsOf(sample['pids_stats']);
  const processLimit = numberOf(limit);
  return {
    time,
    ...(cpu !== undefined && { cpu }),
    ...(cpu !== undefined && throttled !== undefined && { throttled }),
    memory: isWindows ? count(memory['privateworkingset']) : linuxMemory(memory),
    memoryLimit: isWindows ? 0 : count(memory['limit']),
    ...(network !== undefined && { network }),
    disk: isWindows ? { in: count(storage['read_size_bytes']), out: count(storage['write_size_bytes']) } : linuxDisk(sample['blkio_stats']),
    processes: count(current),
    // Without a limit the kernel answers with the largest number that it has.
    ...(processLimit !== undefined && processLimit > 0 && processLimit < 2 ** 62 && { processLimit }),
  };
}
