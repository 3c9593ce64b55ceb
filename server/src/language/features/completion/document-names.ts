/** The names that other commands of the document show: of containers, images, networks and volumes. */
import { isName, shownNames } from '../../command/shown-names.ts';
import type { NameKind } from '../../docker/values/value-grammar.ts';
import type { AnalysedRegion, Snapshot } from '../snapshot.ts';

/** So many names are worth a look. */
const limit = 50;

export class DocumentNames {
  readonly #snapshot: Snapshot;
  readonly #offset: number;
  #isCut = false;

  constructor(snapshot: Snapshot, offset: number) {
    this.#snapshot = snapshot;
    this.#offset = offset;
  }

  /** Whether there were more names than were given: more typing may bring others. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** Each name once, the nearest in front of the cursor first, then those behind it. */
  nearest(kind: NameKind, typed: string): string[] {
    const { regions } = this.#snapshot;
    const here = regions.findLastIndex(({ region }) => region.start <= this.#offset);
    const found = new Set<string>();
    for (let index = here; index >= 0 && found.size <= limit; index--) {
      this.#namesIn(regions[index], kind, typed, true).reverse().forEach((name) => found.add(name));
    }
    for (let index = Math.max(0, here); index < regions.length && found.size <= limit; index++) {
      this.#namesIn(regions[index], kind, typed, false).forEach((name) => found.add(name));
    }
    this.#isCut ||= found.size > limit;
    return [...found].slice(0, limit);
  }

  /** Of commands in front of the cursor, or behind it; the command that is being written shows nothing yet. */
  #namesIn(analysed: AnalysedRegion | undefined, kind: NameKind, typed: string, inFront: boolean): string[] {
    const cursor = this.#offset - (analysed?.region.start ?? 0);
    const wanted = typed.toLowerCase();
    return (analysed === undefined ? [] : shownNames(analysed.commands)[kind]).flatMap((shown) => {
      const { name, command } = shown;
      const fits = (inFront ? command.end < cursor : command.start > cursor) && name.toLowerCase().includes(wanted);
      return fits && isName(shown) ? [name] : [];
    });
  }
}
