/** Turns what users write for `--since` and `--until` into what engines read: Unix seconds with nanoseconds, in text. */
import { parseTimestamp } from '../../../server/src/language/docker/values/scan/timestamp.ts';

const billion = 1_000_000_000n;

function secondsText(nanoseconds: bigint): string {
  return `${nanoseconds / billion}.${(nanoseconds % billion).toString().padStart(9, '0')}`;
}

/** Without a zone the date is meant in that of this machine, as for the CLI. */
function dateNanoseconds(text: string): bigint | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d?)(?::(\d\d)(?::(\d\d)(?:[.,](\d+))?)?)?)?(Z|[+-]\d\d:\d\d)?$/.exec(text);
  if (match === null) {
    return undefined;
  }
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map((digits) => Number((digits as string | undefined) ?? 0));
  const fraction = BigInt((match[7] ?? '').padEnd(9, '0').slice(0, 9));
  const zone = match[8];
  const [, sign = '+', zoneHours = '0', zoneMinutes = '0'] = /^([+-])(\d\d):(\d\d)$/.exec(zone ?? '') ?? [];
  const offset = (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === '-' ? -1 : 1);
  const milliseconds = zone === undefined ? new Date(year, month - 1, day, hour, minute, second).getTime() : Date.UTC(year, month - 1, day, hour, minute, second) - offset * 60_000;
  return BigInt(milliseconds) * 1_000_000n + fraction;
}

/** `now` in milliseconds since 1970; undefined where the CLI cannot read the text. */
export function engineTime(text: string, now: number): string | undefined {
  const time = parseTimestamp(text);
  switch (time?.kind) {
    case undefined:
      return undefined;
    case 'duration':
      // The CLI forgets the fraction of the moment that it counts to.
      return String((BigInt(Math.round(now)) * 1_000_000n - time.nanoseconds) / billion);
    case 'unix':
      return text;
    case 'date': {
      const nanoseconds = dateNanoseconds(text);
      return nanoseconds === undefined ? undefined : secondsText(nanoseconds);
    }
  }
}

/** Seconds since 1970 of the engine's own time, with all of its decimals. */
export function secondsOf(time: string): string {
  const fraction = /\.(\d+)/.exec(time)?.[1] ?? '0';
  return `${Math.floor(Date.parse(time) / 1000)}.${fraction.padEnd(9, '0')}`;
}
