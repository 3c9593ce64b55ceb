/**
 * What the drivers that send logs to a server make of the values of their options. The engine asks them when the container is
 * made. Facts: `ValidateLogOpt` of moby's loggers syslog, gelf and fluentd.
 */
import { code, codeOr } from '../../text/markdown.ts';
import type { CliVersion } from '../cli-facts.ts';
import { parseBoolean } from './bool.ts';
import { parseByteSize } from './scan/byte-size.ts';
import { parseDuration } from './scan/duration.ts';
import { parseInteger } from './scan/integer.ts';
import { nearest } from './scan/nearest.ts';

/** Why the value is refused, and what may have been meant. */
export interface LogRefusal {
  readonly message: string;
  readonly meant?: string;
}

type Judge = (text: string, version: CliVersion) => LogRefusal | undefined;

const facilities = 'kern user mail daemon auth syslog lpr news uucp cron authpriv ftp local0 local1 local2 local3 local4 local5 local6 local7'.split(' ');
const second = 1_000_000_000n;

function oneOf(words: readonly string[], kind: string): Judge {
  return (text) => {
    if (text === '' || words.includes(text)) {
      return undefined;
    }
    const meant = nearest(text, words);
    return { message: `${code(text)} is no ${kind}: ${words.map(code).join(', ')}.`, ...(meant === undefined ? {} : { meant }) };
  };
}

/** An address with one of the schemes; `bare` says what the driver makes of one without. */
function address(schemes: readonly string[], sample: string, bare: 'refused' | 'accepted', port: 'needed' | 'optional'): Judge {
  return (text) => {
    const [, scheme, rest = ''] = /^(?:([a-z][a-z\d+.-]*):\/\/)?(.*)$/is.exec(text) ?? [];
    if (text === '' || (scheme === undefined && bare === 'accepted')) {
      return undefined;
    }
    if (scheme === undefined) {
      return { message: `${code(text)} does not begin with a protocol. Write for instance ${code(sample)}.` };
    }
    if (!schemes.includes(scheme.toLowerCase())) {
      return { message: `${code(`${scheme}://`)} is not understood here: ${schemes.map((known) => code(`${known}://`)).join(', ')}.` };
    }
    return port === 'needed' && !/:\d*\/?$/.test(rest) ? { message: `The port is missing. Write for instance ${code(sample)}.` } : undefined;
  };
}

const boolean: Judge = (text) => (text === '' || parseBoolean(text) !== undefined ? undefined : { message: `${code(text)} is not a boolean. Write \`true\` or \`false\`.` });

const anySpan = { least: 0n, most: 1n << 63n, range: '' };

function duration({ least, most, range }: { readonly least: bigint; readonly most: bigint; readonly range: string }): Judge {
  return (text) => {
    const read = parseDuration(text);
    if (text === '' || (read.ok && (read.nanoseconds === 0n || (read.nanoseconds >= least && read.nanoseconds <= most)))) {
      return undefined;
    }
    if (read.ok) {
      return { message: `${code(text)} is out of range${range}.` };
    }
    return read.reason === 'missing-unit' ? { message: `${code(text)} has no unit. Write for instance ${code(`${text}s`)}.`, meant: `${text}s` } : { message: `${code(text)} is not a time such as \`2s\` or \`500ms\`.` };
  };
}

function count(least: bigint, most: bigint): Judge {
  return (text) => {
    const read = parseInteger(text, { base: 10, bits: 64, signed: true });
    return typeof read !== 'string' && read >= least && read <= most ? undefined : { message: `${codeOr(text, 'An empty value')} is not a whole number from ${least} to ${most}.` };
  };
}

const facility: Judge = (text, version) => (/^\d+$/.test(text) ? count(0n, 23n)(text, version) : oneOf(facilities, 'facility')(text, version));
const bufferLimit: Judge = (text, version) => (text === '' || parseByteSize(text, version) !== undefined ? undefined : { message: `${code(text)} is not a size such as \`8MB\`.` });
const retries: Judge = (text, version) => (text === '' ? undefined : count(0n, 2_147_483_647n)(text, version));
const reconnects = count(0n, 2_147_483_647n);

export const serverLogJudges: Readonly<Record<string, Judge>> = {
  'syslog-address': address(['udp', 'tcp', 'tcp+tls', 'unix', 'unixgram'], 'udp://logs.example.com:514', 'refused', 'optional'),
  'syslog-facility': facility,
  'syslog-format': oneOf(['rfc3164', 'rfc5424', 'rfc5424micro'], 'format'),
  'gelf-address': address(['udp', 'tcp'], 'udp://graylog.example.com:12201', 'refused', 'needed'),
  'gelf-compression-type': oneOf(['gzip', 'zlib', 'none'], 'compression'),
  'gelf-compression-level': count(-1n, 9n),
  'gelf-tcp-max-reconnect': reconnects,
  'gelf-tcp-reconnect-delay': reconnects,
  'fluentd-address': address(['tcp', 'tls', 'unix'], 'tcp://fluentd.example.com:24224', 'accepted', 'optional'),
  'fluentd-async': boolean,
  'fluentd-async-reconnect-interval': duration({ least: second / 10n, most: 10n * second, range: ', which goes from `100ms` to `10s`' }),
  'fluentd-buffer-limit': bufferLimit,
  'fluentd-max-retries': retries,
  'fluentd-request-ack': boolean,
  'fluentd-retry-wait': duration(anySpan),
  'fluentd-sub-second-precision': boolean,
  'fluentd-write-timeout': duration(anySpan),
  'fluentd-read-timeout': duration(anySpan),
};
