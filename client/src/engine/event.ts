/** What an engine reports by itself. */

/** Which events to ask the engine for; it filters, so that the rest never crosses the connection. */
export interface EventQuery {
  readonly types: readonly EngineEvent['type'][];
  /** `health_status` stands for all of its forms. */
  readonly actions: readonly string[];
  /** Also what happened since then, in milliseconds since 1970, as far as the engine remembers. */
  readonly since?: number;
  /** Ends with what happened until then, in milliseconds since 1970. Absent: goes on for ever. */
  readonly until?: number;
  /** The id of the container to which it happened. */
  readonly container?: string;
}

export interface EngineEvent {
  readonly type: 'container' | 'network' | 'service' | 'node';
  /** `start`, `die`, `health_status: healthy` … in the engine's words. */
  readonly action: string;
  /** The id of what it happened to. */
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Milliseconds since 1970, by the engine's clock, with fractions. */
  readonly time: number;
}
