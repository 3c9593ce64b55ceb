/** Finds the word that somebody probably meant. */

/** Insertions, deletions, replacements and swaps of neighbours between the two; stops counting above `limit`. */
function editDistance(a: string, b: string, limit = 2): number {
  if (Math.abs(a.length - b.length) > limit) {
    return limit + 1;
  }
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a.charAt(row - 1) === b.charAt(column - 1);
      const above = last[column] ?? 0;
      const left = current[column - 1] ?? 0;
      const diagonal = last[column - 1] ?? 0;
      let cost = Math.min(above + 1, left + 1, diagonal + (same ? 0 : 1));
      if (row > 1 && column > 1 && a.charAt(row - 1) === b.charAt(column - 2) && a.charAt(row - 2) === b.charAt(column - 1)) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

/**
 * The one candidate nearest to the word, case aside, at most two edits away; words of up to `short` letters allow one, and
 * so do those with which candidates begin, as `cpuset` of `cpuset-cpus`. Behind them comes the only candidate that begins so.
 * Undefined when none is near or two are equally near.
 */
export function nearest(word: string, candidates: Iterable<string>, short = 3): string | undefined {
  const lower = word.toLowerCase();
  const all = [...candidates];
  const longer = all.filter((candidate) => candidate.toLowerCase().startsWith(`${lower}-`));
  const limit = word.length <= short || longer.length > 0 ? 1 : 2;
  let best: string | undefined;
  let bestDistance = limit + 1;
  let tied = false;
  for (const candidate of all) {
    const distance = editDistance(lower, candidate.toLowerCase(), limit);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
      tied = false;
    } else if (distance === bestDistance && distance <= limit) {
      tied = true;
    }
  }
  return tied ? undefined : (best ?? (longer.length === 1 ? longer[0] : undefined));
}
