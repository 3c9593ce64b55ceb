/** Reads ports and port ranges as the CLI does; its rules changed with release 29. */
import type { CliVersion } from '../../cli-facts.ts';
import { atLeast } from './cli-release.ts';

export interface PortRange {
  readonly first: number;
  readonly last: number;
}

export type PortFailure = 'empty' | 'syntax' | 'too-large' | 'reversed';

function portNumber(text: string, signed: boolean): number | PortFailure {
  if (text === '') {
    return 'empty';
  }
  if (!(signed ? /^[+-]?[0-9]+$/ : /^[0-9]+$/).test(text)) {
    return 'syntax';
  }
  const port = Number(text);
  return port < 0 ? 'syntax' : port > 65535 ? 'too-large' : port;
}

/** A port, or a range `8000-8010`. `signed`: the newest CLI reads `+80` in `--publish`. */
export function parsePortRange(text: string, version: CliVersion, signed = true): PortRange | PortFailure {
  const strict = atLeast(version, 29);
  if (!text.includes('-')) {
    const port = portNumber(text, signed && strict);
    return typeof port === 'string' ? port : { first: port, last: port };
  }
  const [start = '', ...rest] = text.split('-');
  // Before release 29 what stands behind a second dash was ignored.
  const end = strict ? rest.join('-') : (rest[0] ?? '');
  const first = portNumber(start, signed && strict);
  if (typeof first === 'string') {
    return first === 'empty' ? 'syntax' : first;
  }
  if (strict && start === end) {
    return { first, last: first };
  }
  const last = portNumber(end, signed && strict);
  if (typeof last === 'string') {
    return last === 'empty' ? 'syntax' : last;
  }
  return last < first ? 'reversed' : { first, last };
}

/** Why the text is no port, for a message that begins with it: `is larger than 65535, the last port`. */
export function portComplaint(failure: PortFailure): string {
  switch (failure) {
    case 'empty':
      return 'is missing';
    case 'syntax':
      return 'is not a port number';
    case 'too-large':
      return 'is larger than 65535, the last port';
    case 'reversed':
      return 'is a range that ends before it begins';
  }
}

const services: Readonly<Record<number, string>> = {
  22: 'SSH', 25: 'SMTP', 53: 'DNS', 80: 'HTTP', 443: 'HTTPS', 1433: 'SQL Server', 1883: 'MQTT', 2375: 'the Docker API without TLS',
  2376: 'the Docker API with TLS', 3000: 'Node.js apps or Grafana', 3306: 'MySQL', 5000: 'a registry', 5432: 'PostgreSQL',
  5672: 'AMQP', 6379: 'Redis', 8080: 'HTTP by habit', 8443: 'HTTPS by habit', 9000: 'Portainer, MinIO or PHP-FPM', 9042: 'Cassandra', 9090: 'Prometheus',
  9200: 'Elasticsearch', 11211: 'memcached', 27017: 'MongoDB',
};

/** What usually listens on the port, as a parenthesis for prose; empty when nobody is known for it. */
export function usualService(port: number): string {
  const name = services[port];
  return name === undefined ? '' : ` (usually ${name})`;
}
