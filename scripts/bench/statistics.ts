/** Small statistics of repeated measurements, in milliseconds. */
export interface Sample {
  readonly median: number;
  readonly worst: number;
  readonly count: number;
}

export function summarise(times: readonly number[]): Sample {
  const sorted = [...times].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, worst: sorted.at(-1) ?? Number.NaN, count: sorted.length };
}

/** A generator of numbers in [0, 1) that gives the same sequence in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
