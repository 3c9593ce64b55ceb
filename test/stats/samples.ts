/** Samples as engines send them: of a busy container on control groups of either version, and what Windows counts. */

const gibibyte = 1024 ** 3;

const common = {
  read: '2026-03-04T10:20:31.500000001Z',
  preread: '2026-03-04T10:20:30.499000001Z',
  num_procs: 0,
  name: '/web',
  id: 'f'.repeat(64),
  storage_stats: {},
  networks: {
    eth0: { rx_bytes: 1_234_567, rx_packets: 900, rx_errors: 0, rx_dropped: 0, tx_bytes: 98_765, tx_packets: 500, tx_errors: 0, tx_dropped: 0 },
    eth1: { rx_bytes: 736, rx_packets: 9, rx_errors: 0, rx_dropped: 0, tx_bytes: 0, tx_packets: 0, tx_errors: 0, tx_dropped: 0 },
  },
};

/** Docker Engine 20.10 on control groups of version 1, two processors, a limit of 512 MiB and of 200 processes. */
export const version1 = {
  ...common,
  pids_stats: { current: 17, limit: 200 },
  blkio_stats: {
    io_service_bytes_recursive: [
      { major: 254, minor: 0, op: 'Read', value: 8_192_000 },
      { major: 254, minor: 0, op: 'Write', value: 4_096 },
      { major: 254, minor: 0, op: 'Sync', value: 8_196_096 },
      { major: 254, minor: 0, op: 'Total', value: 8_196_096 },
      { major: 254, minor: 16, op: 'Read', value: 1_000 },
    ],
  },
  cpu_stats: { cpu_usage: { total_usage: 5_700_281_000, percpu_usage: [3_000_000_000, 2_700_281_000], usage_in_kernelmode: 10_000_000, usage_in_usermode: 5_600_000_000 }, system_cpu_usage: 33_323_210_000_000, online_cpus: 2, throttling_data: { periods: 30, throttled_periods: 3, throttled_time: 100 } },
  precpu_stats: { cpu_usage: { total_usage: 4_801_000_000, percpu_usage: [2_500_000_000, 2_301_000_000], usage_in_kernelmode: 10_000_000, usage_in_usermode: 4_700_000_000 }, system_cpu_usage: 33_321_220_000_000, online_cpus: 2, throttling_data: { periods: 20, throttled_periods: 2, throttled_time: 80 } },
  memory_stats: { usage: 300_000_000, max_usage: 381_337_600, stats: { cache: 120_000_000, inactive_file: 1_000, total_inactive_file: 90_000_000, total_cache: 120_000_000, rss: 170_000_000 }, limit: 512 * 1024 * 1024 },
};

/** Docker Engine 24 on control groups of version 2, four processors, without limits. */
export const version2 = {
  ...common,
  pids_stats: { current: 4, limit: 18_446_744_073_709_549_568 },
  blkio_stats: { io_service_bytes_recursive: [{ major: 259, minor: 0, op: 'read', value: 54_321_000 }, { major: 259, minor: 0, op: 'write', value: 999_400 }], io_serviced_recursive: null },
  cpu_stats: { cpu_usage: { total_usage: 91_000_123_000, usage_in_kernelmode: 40_000_000_000, usage_in_usermode: 51_000_123_000 }, system_cpu_usage: 8_040_000_000_000, online_cpus: 4, throttling_data: { periods: 0, throttled_periods: 0, throttled_time: 0 } },
  precpu_stats: { cpu_usage: { total_usage: 90_100_000_000, usage_in_kernelmode: 39_900_000_000, usage_in_usermode: 50_200_000_000 }, system_cpu_usage: 8_036_020_000_000, online_cpus: 4, throttling_data: { periods: 0, throttled_periods: 0, throttled_time: 0 } },
  memory_stats: { usage: 3 * gibibyte, stats: { active_anon: 4_096, anon: 2 * gibibyte, file: 800_000_000, inactive_file: 700_000_000, active_file: 100_000_000 }, limit: 16 * gibibyte },
};

export const windows = {
  ...common,
  num_procs: 4,
  pids_stats: {},
  blkio_stats: {},
  storage_stats: { read_count_normalized: 100, read_size_bytes: 3_000_000, write_count_normalized: 4, write_size_bytes: 1_500 },
  cpu_stats: { cpu_usage: { total_usage: 25_000_000, usage_in_kernelmode: 5_000_000, usage_in_usermode: 20_000_000 }, throttling_data: { periods: 0, throttled_periods: 0, throttled_time: 0 } },
  precpu_stats: { cpu_usage: { total_usage: 15_000_000, usage_in_kernelmode: 5_000_000, usage_in_usermode: 10_000_000 }, throttling_data: { periods: 0, throttled_periods: 0, throttled_time: 0 } },
  memory_stats: { commitbytes: 80_000_000, commitpeakbytes: 90_000_000, privateworkingset: 61_000_000 },
};
