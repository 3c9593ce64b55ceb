/**
 * Keeps what an edit did not change. Regions of a script are cut between top-level statements, so those in front of and
 * behind an edit stay as they are when the stretch around the edit is still whole statements; in every other case the text
 * is read anew. The result is that of a fresh reading, which a property test holds it to.
 */
import { isCompleteScript } from '../shell/script-completeness.ts';
import type { Region } from '../shell/region.ts';
import type { AnalysedRegion, Snapshot } from './snapshot.ts';

/** Strings are compared in blocks first: the engine compares a block faster than a loop does. */
const block = 4096;

function commonPrefix(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let index = 0;
  while (index + block <= length && a.slice(index, index + block) === b.slice(index, index + block)) {
    index += block;
  }
  while (index < length && a.charCodeAt(index) === b.charCodeAt(index)) {
    index++;
  }
  return index;
}

function commonSuffix(a: string, b: string, limit: number): number {
  const tail = (text: string, count: number) => text.slice(text.length - count - block, text.length - count);
  let count = 0;
  while (count + block <= limit && tail(a, count) === tail(b, count)) {
    count += block;
  }
  while (count < limit && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) {
    count++;
  }
  return count;
}

/** What stays of a snapshot, and the stretch of the new text between that must be read again. */
export interface Kept {
  readonly before: readonly AnalysedRegion[];
  readonly after: readonly AnalysedRegion[];
  /** What stood between; some of it may come out of the reading as it was. */
  readonly replaced: readonly AnalysedRegion[];
  /** Half-open range of the new text. */
  readonly from: number;
  readonly to: number;
}

function moved(analysed: AnalysedRegion, by: number): AnalysedRegion {
  return by === 0 ? analysed : { ...analysed, region: { ...analysed.region, start: analysed.region.start + by } };
}

/** Finds the regions that the edit between the snapshot's text and the new text leaves as they are; undefined when none can be trusted. */
export function keepUnchanged({ text: old, regions }: Snapshot, text: string): Kept | undefined {
  const prefix = commonPrefix(old, text);
  const suffix = commonSuffix(old, text, Math.min(old.length, text.length) - prefix);
  // One region on either side is read again too: where a statement begins depends on the line above and below.
  const before = regions.filter(({ region }) => region.start + region.text.length <= prefix).slice(0, -1);
  const after = regions.filter(({ region }) => region.start >= old.length - suffix).slice(1);
  if (before.length + after.length === 0) {
    return undefined;
  }
  const grown = text.length - old.length;
  const last = before.at(-1)?.region;
  const from = last === undefined ? 0 : last.start + last.text.length;
  const to = (after[0]?.region.start ?? old.length) + grown;
  return to >= from && isCompleteScript(text.slice(from, to))
    ? { before, after: after.map((analysed) => moved(analysed, grown)), replaced: regions.slice(before.length, regions.length - after.length), from, to }
    : undefined;
}

/** Looks up the analysis of a region that is the same but for its place. */
export function sameRegionIn(regions: readonly AnalysedRegion[]): (region: Region) => AnalysedRegion | undefined {
  const key = ({ text, raw, origin, dialect, writing, linePrefix }: Region) => `${origin} ${dialect} ${writing === undefined ? '' : `${writing.encoding} ${writing.starts.join()}`} ${linePrefix}\n${raw ?? ''}\n${text}`;
  const known = new Map(regions.map((analysed) => [key(analysed.region), analysed] as const));
  return (region) => {
    const analysed = known.size === 0 ? undefined : known.get(key(region));
    return analysed === undefined ? undefined : { ...analysed, region };
  };
}
