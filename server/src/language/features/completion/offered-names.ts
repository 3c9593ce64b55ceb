/** The names to offer: those of containers, images, networks and volumes that other commands of the document show, and behind them those that an engine has. */
import { isName, shownNames } from '../../command/shown-names.ts';
import type { NameKind, OfferedName } from '../../docker/values/value-grammar.ts';
import type { AnalysedRegion, Snapshot } from '../snapshot.ts';
import { offsetInRegion } from '../../shell/region-places.ts';

/** So many names are worth a look. */
const limit = 50;

/** Names that somebody else knows, by what they name, the most wanted first. */
export type EngineNames = Readonly<Partial<Record<NameKind, readonly string[]>>>;

export class OfferedNames {
  readonly #snapshot: Snapshot;
  readonly #offset: number;
  readonly #engine: EngineNames;
  #isCut = false;

  constructor(snapshot: Snapshot, offset: number, engine: EngineNames) {
    this.#snapshot = snapshot;
    this.#offset = offset;
    this.#engine = engine;
  }

  /** Whether there were more names than were given: more typing may bring others. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** Each name once: those of the document, the nearest first, then those of the engine. */
  nearest(kind: NameKind, typed: string): OfferedName[] {
    const shown = this.#nearestShown(kind, typed);
    const wanted = typed.toLowerCase();
    const others = (this.#engine[kind] ?? []).filter((name) => name.toLowerCase().includes(wanted) && !shown.includes(name) && isName({ kind, name }));
    this.#isCut ||= shown.length + others.length > limit;
    return [...shown.map((name) => ({ name, from: 'document' as const })), ...others.map((name) => ({ name, from: 'engine' as const }))].slice(0, limit);
  }

  /** The nearest in front of the cursor first, then those behind it. */
  #nearestShown(kind: NameKind, typed: string): string[] {
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
    const cursor = analysed === undefined ? 0 : offsetInRegion(analysed.region, this.#offset);
    const wanted = typed.toLowerCase();
    return (analysed === undefined ? [] : shownNames(analysed.commands)[kind]).flatMap((shown) => {
      const { name, command } = shown;
      const fits = (inFront ? command.end < cursor : command.start > cursor) && name.toLowerCase().includes(wanted);
      return fits && isName(shown) ? [name] : [];
    });
  }
}
