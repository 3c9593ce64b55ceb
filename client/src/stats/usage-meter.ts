/** Measures one container as long as it is wanted, and begins again when the engine breaks off. */
import { pause, type Clock } from '../engine/clock.ts';
import type { Engine } from '../engine/engine.ts';
import { EngineError } from '../engine/errors.ts';
import type { Usage } from '../engine/usage.ts';
import { displayText } from '../text/display-text.ts';
import { historyLength, type OwnLimits } from './stats-messages.ts';

/** Milliseconds until it is tried again. */
const retryDelay = 3_000;

export class UsageMeter {
  readonly #clock: Clock;
  readonly #id: string;
  readonly #changed: (usage: Usage | undefined) => void;
  #history: Usage[] = [];
  #limits: OwnLimits = {};
  #failure = '';
  #running: AbortController | undefined;
  #engine: Engine | undefined;

  /** `changed` gets each sample, and undefined when anything else has changed. */
  constructor(clock: Clock, id: string, changed: (usage: Usage | undefined) => void) {
    this.#clock = clock;
    this.#id = id;
    this.#changed = changed;
  }

  get history(): readonly Usage[] {
    return this.#history;
  }

  get limits(): OwnLimits {
    return this.#limits;
  }

  /** Why nothing comes; empty while it does. */
  get failure(): string {
    return this.#failure;
  }

  /** Undefined stops it. The same engine again changes nothing. */
  measureOn(engine: Engine | undefined): void {
    if (engine === this.#engine) {
      return;
    }
    this.#engine = engine;
    this.#running?.abort();
    this.#running = undefined;
    this.#failure = '';
    if (engine !== undefined) {
      this.#running = new AbortController();
      void this.#measure(engine, this.#running.signal);
    }
  }

  async #measure(engine: Engine, signal: AbortSignal): Promise<void> {
    const isWanted = () => !signal.aborted;
    while (isWanted()) {
      try {
        this.#limits = await ownLimits(engine, this.#id, signal);
        this.#changed(undefined);
        for await (const usage of engine.stats(this.#id, signal)) {
          this.#take(usage);
        }
      } catch (error) {
        if (isWanted()) {
          this.#failure = error instanceof EngineError ? displayText(error.message, 200) : 'Measuring failed.';
          this.#changed(undefined);
        }
      }
      await pause(this.#clock, retryDelay, signal);
    }
  }

  #take(usage: Usage): void {
    this.#history = [...this.#history.slice(1 - historyLength), usage];
    const recovered = this.#failure !== '';
    this.#failure = '';
    this.#changed(recovered ? undefined : usage);
  }
}

async function ownLimits(engine: Engine, id: string, signal: AbortSignal): Promise<OwnLimits> {
  const { cpus, memory, pids } = (await engine.inspectContainer(id, { signal })).limits;
  return { ...(cpus > 0 && { cpus }), ...(memory > 0 && { memory }), ...(pids > 0 && { processes: pids }) };
}
