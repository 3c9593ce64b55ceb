/** Where the shared suite of the actions runs: an engine, and containers in the states that it asks for. */
import type { Target } from '../../../client/src/containers/action.ts';
import type { ContainerState } from '../../../client/src/engine/container.ts';
import type { Seed } from './matrix-engine.ts';

export interface World {
  make(state: ContainerState, seed?: Seed): Promise<Target>;
  /** Removes it behind the back of whoever holds the row. */
  vanish(target: Target): Promise<void>;
  /** A name that no other container has. */
  freshName(): string;
  /** For images of committed containers. */
  readonly imageName: string;
  close(): Promise<void>;
}
