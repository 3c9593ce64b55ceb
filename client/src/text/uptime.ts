/** How long something has lasted, in words that change seldom, and the same read back from the engine's sentence. */

const units: readonly (readonly [name: string, milliseconds: number, short: string])[] = [
  ['year', 365 * 86_400_000, 'y'],
  ['month', 30 * 86_400_000, 'mo'],
  ['week', 7 * 86_400_000, 'wk'],
  ['day', 86_400_000, 'd'],
  ['hour', 3_600_000, 'h'],
  ['minute', 60_000, 'min'],
];

/** Weeks, months and years begin with the second one, as in the engine's own sentences. */
function inUnits(milliseconds: number): { readonly count: number; readonly name: string; readonly short: string } | undefined {
  const fitting = units.find(([name, length]) => milliseconds >= length * (name === 'week' || name === 'month' || name === 'year' ? 2 : 1));
  return fitting === undefined ? undefined : { count: Math.floor(milliseconds / fitting[1]), name: fitting[0], short: fitting[2] };
}

/** `3 hours`, `less than a minute`. */
export function durationText(milliseconds: number): string {
  const found = inUnits(milliseconds);
  return found === undefined ? 'less than a minute' : `${found.count} ${found.name}${found.count === 1 ? '' : 's'}`;
}

/** The same where there is little room: `3 h`, `<1 min`. */
export function shortDurationText(milliseconds: number): string {
  const found = inUnits(milliseconds);
  return found === undefined ? '<1 min' : `${found.count} ${found.short}`;
}

/** Milliseconds that the engine's sentence tells: `Up 2 hours (healthy)`, `Exited (0) About a minute ago`. */
export function durationIn(status: string): number | undefined {
  const words = /(?:^Up|\)) (?:(\d+)|About an?|Less than a) (second|minute|hour|day|week|month|year)s?\b/.exec(status);
  if (words === null) {
    return undefined;
  }
  const length = words[2] === 'second' ? 1000 : (units.find(([name]) => name === words[2])?.[1] ?? 0);
  return words[0].includes('Less than') ? 0 : Number(words[1] ?? 1) * length;
}
