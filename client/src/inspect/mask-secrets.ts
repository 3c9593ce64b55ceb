/** Hides what looks like a secret in the description of a container, so that it can be shown, shared and compared. */
import { mask } from '../text/display-text.ts';
import { mayBeSecret } from '../../../server/src/language/command/secret-values.ts';

/** Lists of words of a command line. */
const commands: ReadonlySet<string> = new Set(['Args', 'Cmd', 'Entrypoint', 'Test']);
/** Maps whose keys are names that somebody chose. */
const named: ReadonlySet<string> = new Set(['Labels', 'Annotations', 'Options', 'DriverOpts', 'LogConfig', 'Config']);

const secretFlag = /^--?[\w-]*(?:pass(?:word|wd|phrase)?|secret|token|api-?key|private-?key|credential)[\w-]*/i;

function maskedText(text: string): string {
  return text.replace(/(\w:\/\/[^/\s:@]*:)[^@\s/]+@/g, `$1${mask}@`);
}

function maskedEntry(entry: string): string {
  const at = entry.indexOf('=');
  const [name, value] = at < 0 ? [entry, ''] : [entry.slice(0, at), entry.slice(at + 1)];
  return mayBeSecret(name, value) ? `${name}=${mask}` : maskedText(entry);
}

/** What a shell would take for words, with their quotes. */
const lineWords = /(?:"[^"]*"|'[^']*'|[^\s"'])+/g;

/** A command line that is one text. */
export function maskedLine(line: string): string {
  const words = line.match(lineWords) ?? [];
  const masked = maskedWords(words);
  return line.replace(lineWords, () => masked.shift() ?? '');
}

/** A word of several is a line of its own, also within quotes. */
function maskedWord(word: string): string {
  const inside = /^(["'])(.*)\1$/s.exec(word);
  if (inside !== null) {
    const [, quote = '', line = ''] = inside;
    return `${quote}${maskedLine(line)}${quote}`;
  }
  if ((word.match(lineWords) ?? []).length > 1) {
    return maskedLine(word);
  }
  const assignments = /\b([A-Za-z_]\w*)=("[^"]*"|'[^']*'|[^\s;&|]+)/g;
  return maskedText(word.replace(assignments, (whole, name: string, value: string) => (mayBeSecret(name, value) ? `${name}=${mask}` : whole)));
}

/** `app.secret=x` of a label. */
export function maskedSetting(name: string, value: string): string {
  return mayBeSecret(name, value) ? mask : maskedText(value);
}

/** `--password=x`, `--password x`, and what a shell is told to run. */
export function maskedWords(words: readonly string[]): string[] {
  return words.map((word, index) => {
    const before = words[index - 1];
    if (before !== undefined && secretFlag.exec(before)?.[0] === before && !word.startsWith('-')) {
      return mask;
    }
    const flag = secretFlag.exec(word);
    if (flag !== null && word.startsWith('=', flag[0].length)) {
      return `${flag[0]}=${mask}`;
    }
    return maskedWord(word);
  });
}

/** A copy of the value; order and everything that is no secret stay. */
export function maskSecrets(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    if (key === 'Env') {
      return value.map((entry) => (typeof entry === 'string' ? maskedEntry(entry) : (entry as unknown)));
    }
    return commands.has(key) && value.every((word) => typeof word === 'string') ? maskedWords(value) : value.map((each) => maskSecrets(each, key));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, named.has(key) && typeof each === 'string' && mayBeSecret(name, each) ? mask : maskSecrets(each, name)]),
    );
  }
  return typeof value === 'string' ? maskedText(value) : value;
}
