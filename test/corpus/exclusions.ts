/** Records that cannot be compared word by word, each kind with its reason. */
import type { CorpusRecord } from './corpus-records.ts';

interface Exclusion {
  readonly reason: string;
  applies(record: CorpusRecord): boolean;
}

const exclusions: readonly Exclusion[] = [
  { reason: 'usage line, whose placeholders are no words', applies: ({ synopsis }) => synopsis === true },
  { reason: 'cut off by a broken continuation, which is a finding', applies: ({ brokenContinuation }) => brokenContinuation !== undefined },
  { reason: 'a tilde, which the record has expanded', applies: ({ text }) => /(?:^|[\s=:'"])~\//.test(text) },
];

/** Why the record is left out of the comparison; undefined when it takes part. */
export function isExcluded(record: CorpusRecord): string | undefined {
  return exclusions.find(({ applies }) => applies(record))?.reason;
}
