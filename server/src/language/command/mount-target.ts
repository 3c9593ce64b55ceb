/** Reads at which path of the container a flag mounts something. */
import { lastValue, readMount } from '../docker/values/scan/mount-fields.ts';
import { whole } from '../docker/values/scan/slice.ts';
import { cutVolume } from '../docker/values/scan/volume-spec.ts';
import type { FlagUse } from './docker-command.ts';

/** The path as written; undefined for flags that mount nothing. */
export function mountTarget({ facts, value }: FlagUse): string | undefined {
  switch (facts.name) {
    case 'volume':
      return cutVolume(whole(value.text)).target.text;
    case 'mount':
      return lastValue(readMount(value.text).fields, 'target')?.text;
    case 'tmpfs':
      return value.text.split(':', 1)[0];
    default:
      return undefined;
  }
}

/** Whether the flag is a `-v` without a source: such a volume gives way to any other mount. */
export function isAnonymousVolume({ facts, value }: FlagUse): boolean {
  return facts.name === 'volume' && (cutVolume(whole(value.text)).source?.text.length ?? 0) < 2;
}
