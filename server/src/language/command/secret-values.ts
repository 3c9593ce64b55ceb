/** Tells whether the value of an environment variable is a secret that somebody wrote down. */

/** What names and values are judged by; all in lower case. */
export interface SecretWords {
  /** In the name, they promise a secret; long ones count as the end of a word too. */
  readonly words: readonly string[];
  /** In the name, they take the promise back. */
  readonly harmlessWords: readonly string[];
  /** Values that stand for a secret and are none. */
  readonly placeholders: readonly string[];
}

export const usualSecretWords: SecretWords = {
  words: ['apikey', 'auth', 'credential', 'credentials', 'key', 'password', 'pword', 'passwd', 'pwd', 'pass', 'secret', 'token'],
  harmlessWords: ['public', 'pub', 'file', 'path', 'dir', 'version', 'name', 'id', 'header', 'type', 'mode', 'method', 'plugin', 'provider', 'enable', 'enabled', 'disable', 'disabled', 'require', 'required', 'allow', 'empty', 'use', 'ttl', 'expiry', 'expires', 'expiration', 'expire', 'timeout', 'age', 'length', 'size', 'count', 'limit', 'rotation', 'algorithm', 'url', 'uri', 'host', 'port', 'endpoint', 'server', 'user', 'username', 'domain', 'realm', 'service', 'issuer', 'audience', 'scope', 'scheme', 'min', 'max', 'policy', 'encryption', 'schema'],
  placeholders: ['changeme', 'change_me', 'change-me', 'changeit', 'change_this', 'example', 'placeholder', 'redacted', 'todo', 'foo', 'bar', 'value', 'dummy', 'fake', 'none', 'empty', 'string'],
};

/** The whole words of a variable's name: `DB_PASSWORD` has two, `dbPassword` too. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z\d]+/);
}

/** A longer word may end in one of these: `PGPASSWORD`. Shorter ones end too many others: `MONKEY`. */
const shortestEnding = 5;

function promises(word: string, words: readonly string[]): boolean {
  return words.some((secret) => word === secret || (secret.length >= shortestEnding && word.endsWith(secret)));
}

/**
 * Whether the name promises a secret: one of the words is in it, and none of those that take the promise back. Names with
 * `auth` and `key` only are often about a method or a field, which a plain word as value shows.
 */
function namesSecret(name: string, value: string, { words, harmlessWords }: SecretWords): boolean {
  const own = wordsOf(name);
  const promising = own.filter((word) => promises(word, words));
  const isWeak = promising.every((word) => word === 'auth' || word === 'key');
  return promising.length > 0 && !own.some((word) => harmlessWords.includes(word)) && !(isWeak && /^[a-z_-]*$/i.test(value));
}

/** What people write where the reader shall put something: `changeme`, `xxxx`, `<token>`, `YOUR_KEY`, `***`. */
const hole = /^(?:x+|\*+|\.+|-+|0+|_+)$|[<>{}$`…]|\.\.\.|%\w+%|\*{3}|x{4}|^(?:your|some|insert|enter|replace|put|add|paste|example)[-_ ]?\w*(?:here|key|token|secret|password)?$|[-_ ]here$|your[-_ ]/i;

/** The same in other words: `passwordHere`, and text in a script that no password is written in. */
const otherHole = /[a-z\d]Here$|[\u0370-\uffff]/;

/** Switches, numbers too short for a secret, paths and addresses without a password. */
const plain = /^(?:true|false|yes|no|on|off|none|null|enabled?|disabled?|required|optional|basic|oauth2?|jwt|ldap|saml|trust|md5|scram-sha-256|\d{1,3})$|^\.{0,2}\/|^[a-z]:[\\/]|^[a-z][a-z\d+.-]*:\/\//i;

/** Names of files that hold what the variable is about. */
const fileName = /^[\w.-]+\.(?:pem|key|crt|cer|der|enc|gpg|jks|keystore|p12|pfx|json|ya?ml|toml|xml|ini|conf|env|txt)$/i;

/** `PASSWORD=PASSWORD` and `KEY=API_KEY`: a name in capitals stands for what the reader has. */
const capitals = /^[A-Z]+(?:_[A-Z]+)+$/;

function isWrittenDown(name: string, value: string, { words, placeholders }: SecretWords): boolean {
  const text = value.trim().replace(/^(["'])(.*)\1$/, '$2');
  const stands = capitals.test(text) || words.some((word) => word.toUpperCase() === text) || text.toLowerCase() === name.toLowerCase();
  return text !== '' && !stands && !hole.test(text) && !otherHole.test(text) && !plain.test(text) && !fileName.test(text) && !placeholders.includes(text.toLowerCase());
}

/** The password inside an address or a connection string: `postgres://shop:hunter2@db`, `jdbc:…?password=hunter2`. */
function passwordInside(value: string): string | undefined {
  const inAddress = /\b[a-z][a-z\d+.-]{0,30}:\/\/[^\s:/?#@]*:([^\s/?#@]+)@/i.exec(value)?.[1];
  return inAddress ?? /[?&;](?:password|passwd|pwd)=([^\s&;]+)/i.exec(value)?.[1];
}

/** Whether the variable is given a secret: as its value, or as the password inside an address. */
export function secretIn(name: string, value: string, words: SecretWords): 'value' | 'password inside' | undefined {
  const inside = passwordInside(value);
  if (inside !== undefined && isWrittenDown(name, inside, words)) {
    return 'password inside';
  }
  return namesSecret(name, value, words) && isWrittenDown(name, value, words) ? 'value' : undefined;
}

/** Whether the value should not be shown to whoever looks at the screen: its name promises a secret, or a password is inside. */
export function mayBeSecret(name: string, value: string): boolean {
  return value !== '' && (passwordInside(value) !== undefined || namesSecret(name, value, usualSecretWords));
}
