/** How long to wait before an engine that did not answer is asked again. */
import type { Endpoint } from './endpoint.ts';

/** Milliseconds. */
export interface BackoffLimits {
  readonly first: number;
  readonly ceiling: number;
}

/** A local socket costs nothing to try, and its user waits for it; a distant engine must not be hammered by every window of every user. */
function limitsFor(endpoint: Endpoint | undefined): BackoffLimits {
  return endpoint?.kind === 'tcp' || endpoint?.kind === 'ssh' ? { first: 500, ceiling: 30_000 } : { first: 100, ceiling: 1_000 };
}

/** Doubles with each failure up to the ceiling; half of each delay is left to chance, so that windows do not march in step. */
export class Backoff {
  readonly #random: () => number;
  readonly #limits: BackoffLimits | undefined;
  #failures = 0;

  /** `limits`: for whoever does not know what kind of endpoint the engine has. */
  constructor(random: () => number, limits?: BackoffLimits) {
    this.#random = random;
    this.#limits = limits;
  }

  /** Milliseconds. Counts one more failure. */
  next(endpoint?: Endpoint): number {
    const { first, ceiling } = this.#limits ?? limitsFor(endpoint);
    const delay = Math.min(ceiling, first * 2 ** this.#failures);
    this.#failures = Math.min(this.#failures + 1, 30);
    return delay * (0.5 + this.#random() / 2);
  }

  reset(): void {
    this.#failures = 0;
  }
}
