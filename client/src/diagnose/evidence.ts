/** What is known of a container when one asks why it is unhappy. All of it is what engines and programs said, and unproved. */
import type { ContainerDetails, ContainerSummary } from '../engine/container.ts';
import type { EngineDescription, ImageDetails } from '../engine/engine.ts';
import type { EngineEvent } from '../engine/event.ts';
import type { OutputStream } from '../engine/streams.ts';
import type { Usage } from '../engine/usage.ts';

export interface EvidenceLine {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly stream: OutputStream;
  /** Without control sequences. */
  readonly text: string;
}

export interface Evidence {
  /** Milliseconds since 1970, when it was gathered. */
  readonly now: number;
  readonly container: ContainerDetails;
  readonly engine: EngineDescription;
  /** Absent where the image is gone. */
  readonly image?: ImageDetails;
  /** The last lines, oldest first. */
  readonly log: readonly EvidenceLine[];
  /** What happened to it in the last hours, oldest first, as far as the engine remembers. */
  readonly events: readonly EngineEvent[];
  /** While it runs. */
  readonly usage?: Usage;
  /** The other containers of the engine. */
  readonly others: readonly ContainerSummary[];
  /** What could not be found out, in sentences. */
  readonly missing: readonly string[];
}
