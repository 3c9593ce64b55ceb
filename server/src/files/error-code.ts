/** What the system, or Node, calls an error: `ENOENT`. Undefined where it has no name. */
export function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
