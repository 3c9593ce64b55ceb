/** Identities of rows: made of the engine's name and the engine's own ids, so that they outlive every change of state. */

/** Parts are encoded, because names of engines and groups hold any character. */
export function nodeId(engine: string, ...parts: readonly string[]): string {
  return [engine, ...parts].map(encodeURIComponent).join('/');
}
