/** What one view of statistics shows: it measures containers while somebody looks, and asks nothing of the engine otherwise. */
import type { Clock } from '../engine/clock.ts';
import { isUp, type ContainerState } from '../engine/container.ts';
import type { Engine } from '../engine/engine.ts';
import type { Usage } from '../engine/usage.ts';
import { displayText } from '../text/display-text.ts';
import { statsCsv } from './stats-csv.ts';
import type { StatsSnapshot, StatsUpdate } from './stats-messages.ts';
import { UsageMeter } from './usage-meter.ts';

/** Milliseconds between two updates of the view. */
const frame = 250;

/** A container that the view is about. */
export interface StatsSubject {
  /** Undefined while its engine does not answer. */
  readonly engine: Engine | undefined;
  readonly id: string;
  readonly name: string;
  readonly state: ContainerState;
  /** Whether each stream costs a connection of its own to another machine. */
  readonly isDistant: boolean;
}

/** Streams at the same time: a window must not use up what an engine, or a login over ssh, has for all. */
const most = { near: 100, distant: 10 } as const;

export class StatsSession {
  readonly #clock: Clock;
  readonly #update: (update: StatsUpdate) => void;
  readonly #meters = new Map<string, UsageMeter>();
  #subjects: readonly StatsSubject[] = [];
  #shown = false;
  #paused = false;
  #waiting: [string, Usage][] = [];
  #everything = false;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, update: (update: StatsUpdate) => void) {
    this.#clock = clock;
    this.#update = update;
  }

  /** Replaces the containers; histories of those that stay are kept. */
  setSubjects(subjects: readonly StatsSubject[]): void {
    const ids = new Set(subjects.map(({ id }) => id));
    for (const [id, meter] of this.#meters) {
      if (!ids.has(id)) {
        meter.measureOn(undefined);
        this.#meters.delete(id);
      }
    }
    this.#subjects = subjects;
    this.#apply();
    this.#redraw();
  }

  setShown(shown: boolean): void {
    this.#shown = shown;
    this.#apply();
  }

  setPaused(paused: boolean): void {
    this.#paused = paused;
    this.#apply();
    this.#redraw();
  }

  get snapshot(): StatsSnapshot {
    const left = this.#subjects.filter(isMeasurable).length - this.#measured().size;
    return {
      paused: this.#paused,
      note: left === 0 ? '' : `${left} more containers run than are measured at once: choose fewer of them in the view.`,
      rows: this.#subjects.map(({ id, name, state, engine }) => {
        const meter = this.#meters.get(id);
        const note = engine === undefined ? 'The engine does not answer.' : state === 'running' ? (meter?.failure ?? '') : state;
        return { key: id, name: displayText(name, 80), note, limits: meter?.limits ?? {}, history: meter?.history ?? [] };
      }),
    };
  }

  /** All that is kept, as a table for a spreadsheet. */
  csv(): string {
    return statsCsv(this.snapshot.rows);
  }

  dispose(): void {
    this.#cancel?.();
    this.#meters.forEach((meter) => meter.measureOn(undefined));
    this.#meters.clear();
  }

  #measured(): Set<string> {
    const near = this.#subjects.filter((subject) => isMeasurable(subject) && !subject.isDistant).slice(0, most.near);
    const distant = this.#subjects.filter((subject) => isMeasurable(subject) && subject.isDistant).slice(0, most.distant);
    return new Set([...near, ...distant].map(({ id }) => id));
  }

  #apply(): void {
    const measured = this.#shown && !this.#paused ? this.#measured() : new Set<string>();
    for (const { id, engine } of this.#subjects) {
      if (measured.has(id)) {
        this.#meterOf(id).measureOn(engine);
      } else {
        this.#meters.get(id)?.measureOn(undefined);
      }
    }
  }

  #meterOf(id: string): UsageMeter {
    const known = this.#meters.get(id);
    if (known !== undefined) {
      return known;
    }
    const meter = new UsageMeter(this.#clock, id, (usage) => {
      if (usage === undefined) {
        this.#redraw();
      } else {
        this.#waiting.push([id, usage]);
        this.#schedule();
      }
    });
    this.#meters.set(id, meter);
    return meter;
  }

  #redraw(): void {
    this.#everything = true;
    this.#schedule();
  }

  #schedule(): void {
    this.#cancel ??= this.#clock.schedule(frame, () => {
      const update: StatsUpdate = this.#everything ? { kind: 'all', snapshot: this.snapshot } : { kind: 'samples', samples: this.#waiting };
      this.#cancel = undefined;
      this.#waiting = [];
      this.#everything = false;
      this.#update(update);
    });
  }
}

function isMeasurable({ engine, state }: StatsSubject): boolean {
  return engine !== undefined && isUp(state);
}
