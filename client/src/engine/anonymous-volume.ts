/** Volumes that nobody named: they go with their container, and their names say nothing. */
import type { Mount } from './container.ts';

/** The engine names them by 64 hexadecimal digits. */
export function isAnonymousVolume({ type, name = '' }: Mount): boolean {
  return type === 'volume' && /^[\da-f]{64}$/.test(name);
}
