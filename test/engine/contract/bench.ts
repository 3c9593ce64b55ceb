/** What the parts of the contract make containers with. */
import type { ContainerSummary } from '../../../client/src/engine/container.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import type { Subject } from './subject.ts';

/** Ends at once on SIGTERM, with its own exit code; prints a line first, so that its start can be awaited. */
export const obedient = ['sh', '-c', 'trap "exit 3" TERM; echo ready; while :; do sleep 0.05; done'];
/** Ends by SIGKILL only. */
export const stubborn = ['sh', '-c', 'trap "" TERM; echo ready; while :; do sleep 0.05; done'];

/** One test of the contract, named after its engine. */
export type Check = (what: string, body: (on: Subject) => Promise<void>) => Promise<void>;

export interface Bench {
  /** The connection under test. */
  engine(): Engine;
  /** Flags of `docker create`; resolves to the id. */
  create(flags: readonly string[], command?: readonly string[]): Promise<string>;
  /** The same of a container that has started and said `ready`. */
  run(flags?: readonly string[], command?: readonly string[]): Promise<string>;
  /** A container that is started again whenever its command ends. */
  loop(...command: string[]): Promise<string>;
  rowOf(id: string): Promise<ContainerSummary>;
  /** On every container of this run. */
  readonly label: string;
}
