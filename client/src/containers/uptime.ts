/** How long something has lasted, in words that change seldom, and the same read back from the engine's sentence. */

const units: readonly (readonly [name: string, milliseconds: number])[] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** `3 hours`, `less than a minute`. Weeks and months begin with the second one, as in the engine's own sentences. */
export function durationText(milliseconds: number): string {
  for (const [name, length] of units) {
    const count = Math.floor(milliseconds / length);
    const least = name === 'week' || name === 'month' || name === 'year' ? 2 : 1;
    if (count >= least) {
      return `${count} ${name}${count === 1 ? '' : 's'}`;
    }
  }
  return 'less than a minute';
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
