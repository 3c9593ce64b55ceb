/** Identities of rows: made of the engine's name and the engine's own ids, so that they outlive every change of state. */

/** Parts are encoded, because names of engines and groups hold any character. */
export function nodeId(engine: string, ...parts: readonly string[]): string {
  return [engine, ...parts].map(encodeURIComponent).join('/');
}

/** The parts again; undefined for a text that is no id. */
export function nodeIdParts(id: string): readonly [engine: string, ...parts: string[]] | undefined {
  try {
    const [engine, ...parts] = id.split('/').map(decodeURIComponent);
    return engine === undefined ? undefined : [engine, ...parts];
  } catch {
    return undefined;
  }
}
