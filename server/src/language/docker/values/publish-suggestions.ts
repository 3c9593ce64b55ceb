/** Forms of a port mapping to choose from, the one that stays on this host first. */
import { suggestWords, type Word } from './scan/parsed.ts';
import { split, whole } from './scan/slice.ts';
import type { ValueSuggestion } from './value-grammar.ts';

const forms: readonly Word[] = [
  { text: '127.0.0.1:8080:80', snippet: '127.0.0.1:${1:8080}:${2:80}', meaning: 'Host port 8080 to container port 80, for programs on this host only.' },
  { text: '8080:80', snippet: '${1:8080}:${2:80}', meaning: 'Host port 8080 to container port 80 on every interface, past host firewalls such as ufw.' },
  { text: '127.0.0.1::80', snippet: '127.0.0.1::${1:80}', meaning: 'A free host port of the engine\'s choice, for this host only; `docker port` tells which.' },
  { text: '8000-8010:80', snippet: '${1:8000-8010}:${2:80}', meaning: 'One free port of the range: several copies can start from the same command.' },
  { text: '53:53/udp', snippet: '${1:53}:${2:53}/udp', meaning: 'UDP instead of TCP.' },
  { text: '[::1]:8080:80', snippet: '[::1]:${1:8080}:${2:80}', meaning: 'The IPv6 loopback of this host.' },
];

const protocols: readonly Word[] = [
  { text: 'tcp', meaning: 'The default; need not be written.' },
  { text: 'udp', meaning: 'DNS, QUIC, games; TCP on the same port needs a second `-p`.' },
  { text: 'sctp', meaning: 'Telephony; needs kernel support.' },
];

const longKeys: readonly Word[] = [
  { text: 'target=', meaning: 'The container port.' },
  { text: 'published=', meaning: 'The host port; a free one when left out.' },
  { text: 'protocol=', meaning: '`tcp`, `udp` or `sctp`.' },
];

function suggestLongForm(value: string, cursor: number): ValueSuggestion[] {
  const field = split(whole(value), ',').find(({ start, end }) => start <= cursor && cursor <= end);
  if (field === undefined) {
    return [];
  }
  const equals = field.text.indexOf('=');
  if (equals < 0 || cursor <= field.start + equals) {
    return suggestWords(longKeys, field.start, equals < 0 ? field.end : field.start + equals + 1);
  }
  return field.text.startsWith('protocol=') ? suggestWords(protocols, field.start + equals + 1, field.end) : [];
}

/** What could stand at the cursor of a half-written mapping. */
export function suggestPublish(value: string, cursor: number): readonly ValueSuggestion[] {
  if (value.includes('=')) {
    return suggestLongForm(value, cursor);
  }
  const slash = value.lastIndexOf('/');
  if (slash >= 0 && cursor > slash) {
    return suggestWords(protocols, slash + 1, value.length);
  }
  const fitting = forms.filter(({ text }) => text.startsWith(value.slice(0, cursor)));
  const port = /^([0-9]{1,5})(:[0-9]*)?$/.exec(value);
  const mine = port === null ? [] : [localOnly(port[1] ?? '', value)];
  return suggestWords([...mine, ...fitting], 0, value.length);
}

/** The mapping that is being written, kept on this host. */
function localOnly(port: string, value: string): Word {
  const inside = value.split(':')[1] ?? '';
  const container = inside === '' ? port : inside;
  return { text: `127.0.0.1:${port}:${container}`, snippet: `127.0.0.1:${port}:\${1:${container}}`, meaning: 'The same mapping, for programs on this host only.' };
}
