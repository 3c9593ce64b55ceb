/** Addresses of files in containers: `gantry-container:/<engine>/<container>/path`. */
import { normalPath } from '../engine/container-path.ts';

export const containerScheme = 'gantry-container';

export interface ContainerPlace {
  /** As the root of the tree is called: a context's name, or a host. */
  readonly engine: string;
  /** Its name: a new container of the same name takes over the addresses, as with `docker cp`. */
  readonly container: string;
  /** Absolute in the container. */
  readonly path: string;
}

/** The path of the address, before the editor escapes it once more. */
export function placePath({ engine, container, path }: ContainerPlace): string {
  return `/${encodeURIComponent(engine)}/${encodeURIComponent(container)}${normalPath(path)}`;
}

/** Undefined for what is above the files of any container. */
export function placeOf(uriPath: string): ContainerPlace | undefined {
  const [, engine = '', container = '', path = ''] = /^\/([^/]+)\/([^/]+)(\/.*)?$/s.exec(uriPath) ?? [];
  try {
    return container === '' ? undefined : { engine: decodeURIComponent(engine), container: decodeURIComponent(container), path: normalPath(path) };
  } catch {
    return undefined;
  }
}
