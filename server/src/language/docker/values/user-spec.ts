/** Users and groups of the process: `1001:1001`, `www-data`. */
import { code } from '../../text/markdown.ts';
import { part, wholePart, wordsForWholeValue } from './scan/parsed.ts';
import type { ValueGrammar, ValuePart } from './value-grammar.ts';

const number = /^[0-9]+$/;

function userMeaning(user: string): string {
  if (user === '0' || user === 'root') {
    return 'Runs as root: on the host too, root owns whatever it writes to a bind mount.';
  }
  return number.test(user)
    ? `Runs with user id ${user}. The id need not exist in the image, but files it must write need to belong to it.`
    : `Runs as ${code(user)}, which must be in the image's \`/etc/passwd\`, else the start fails.`;
}

function groupMeaning(group: string): string {
  return number.test(group) ? `Group id ${group}; it need not exist in the image.` : `The group ${code(group)}, which must be in the image's \`/etc/group\`, else the start fails.`;
}

function partsOf(value: string): ValuePart[] {
  const colon = value.indexOf(':');
  const user = colon < 0 ? value : value.slice(0, colon);
  const group = colon < 0 ? '' : value.slice(colon + 1);
  return [
    ...(user === '' ? [] : [part(0, user.length, 'user', colon < 0 && number.test(user) ? `${userMeaning(user)} Without a group it runs with the user's own, or group 0 when the id is unknown.` : userMeaning(user))]),
    ...(group === '' ? [] : [part(colon + 1, value.length, 'group', groupMeaning(group))]),
  ];
}

export const userSpec: ValueGrammar = {
  kind: 'user-spec',
  form: '`USER[:GROUP]`, names of the image or numbers',
  example: '1000:1000',
  parse: (value) => ({ parts: partsOf(value), problems: [] }),
  suggest: wordsForWholeValue([
    { text: '1000:1000', meaning: 'The first ordinary user of most Linux hosts: files in bind mounts stay yours.' },
    { text: '65534:65534', meaning: 'nobody: owns no files.' },
    { text: 'nobody', meaning: 'Owns no files; must exist in the image.' },
    { text: 'root', meaning: 'All rights inside, and on bind mounts outside.' },
  ]),
};

export const groupSpec: ValueGrammar = {
  kind: 'group-spec',
  form: 'a group of the image, or a number',
  example: 'audio',
  parse: (value) => ({ parts: wholePart(value, 'group', groupMeaning(value)), problems: [] }),
};
