/** The records of an extended tar header: `length key=value` lines whose values are bytes. */

export type PaxRecords = Map<string, Buffer>;

/** Reads until something is no record; what follows is ignored. */
export function parsePax(content: Buffer): PaxRecords {
  const records: PaxRecords = new Map();
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(0x20, at);
    const digits = content.toString('latin1', at, Math.max(at, space));
    const length = /^\d{1,10}$/.test(digits) ? Number(digits) : 0;
    const end = at + length;
    const equals = content.indexOf(0x3d, space);
    if (end > content.length || equals < 0 || equals >= end || content[end - 1] !== 0x0a) {
      break;
    }
    records.set(content.toString('utf8', space + 1, equals), Buffer.from(content.subarray(equals + 1, end - 1)));
    at = end;
  }
  return records;
}

export function paxRecords(records: PaxRecords): Buffer {
  return Buffer.concat(
    [...records].map(([key, value]) => {
      const rest = Buffer.concat([Buffer.from(` ${key}=`), value, Buffer.from('\n')]);
      // The length counts its own digits.
      let length = rest.length;
      while (length !== rest.length + String(length).length) {
        length = rest.length + String(length).length;
      }
      return Buffer.concat([Buffer.from(String(length)), rest]);
    }),
  );
}
