/** What a container uses of its machine at one moment, as `docker stats` counts it. */

export interface Usage {
  /** Milliseconds since 1970 at which the engine measured. */
  readonly time: number;
  /**
   * Percent of one processor since the sample before, up to 100 for each that the engine has; undefined for the first
   * sample of a stream, which has nothing to compare with.
   */
  readonly cpu?: number;
  /** From 0 to 1: the share of the time slices since the sample before in which it was held back by its limit of processors. Absent without such a limit. */
  readonly throttled?: number;
  /** Bytes, without what the kernel may take back at once: the page cache that is not in use. */
  readonly memory: number;
  /** Bytes: the container's limit, else the memory of the machine. 0 where the engine names none. */
  readonly memoryLimit: number;
  /** Bytes since the start, over all networks. Absent where the container has no network of its own. */
  readonly network?: Transfer;
  /** Bytes since the start, from and to disks. */
  readonly disk: Transfer;
  /** Processes and threads. */
  readonly processes: number;
  /** How many of them it may have. Absent: no limit. */
  readonly processLimit?: number;
}

/** Bytes in and out. */
export interface Transfer {
  /** Received, or read. */
  readonly in: number;
  /** Sent, or written. */
  readonly out: number;
}
