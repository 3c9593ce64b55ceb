/** Whether a name of a container can be a name on this machine: a hostile one must never become a way out of the folder. */

const separator = 0x2f;

/** The parts between slashes. Leading `./`, empty parts and a slash at the end mean nothing in a tar. */
export function partsOf(name: Uint8Array): Buffer[] {
  const parts: Buffer[] = [];
  let start = 0;
  for (let at = 0; at <= name.length; at += 1) {
    if (at === name.length || name[at] === separator) {
      const part = Buffer.from(name.subarray(start, at));
      if (part.length > 0 && !isText(part, '.')) {
        parts.push(part);
      }
      start = at + 1;
    }
  }
  return parts;
}

function isText(part: Buffer, text: string): boolean {
  return part.length === text.length && part.toString('latin1') === text;
}

/** Devices that Windows opens by these names in every folder, whatever the extension. */
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;

/** Why one part of a path cannot be created here; undefined when it can. */
export function problemOfName(part: Uint8Array, platform: NodeJS.Platform): string | undefined {
  const bytes = Buffer.from(part);
  if (isText(bytes, '..')) {
    return 'Its name leads out of the folder.';
  }
  if (bytes.includes(0)) {
    return 'Its name holds a zero byte.';
  }
  const name = bytes.toString('utf8');
  if (platform !== 'linux' && !Buffer.from(name, 'utf8').equals(bytes)) {
    return 'Its name is no UTF-8, which this system needs.';
  }
  if (platform !== 'win32') {
    return undefined;
  }
  if (/[<>:"/\\|?*\u0000-\u001f]/.test(name)) {
    return 'Windows does not allow a character of its name.';
  }
  if (/[. ]$/.test(name)) {
    return 'Windows does not allow names that end with a dot or a blank.';
  }
  return devices.test(name) ? 'On Windows its name stands for a device.' : undefined;
}
