/** The options of each log driver and what they do. */
import { logOpts } from '../../generated/cli.ts';

export interface LogOption {
  readonly meaning: string;
  /** Values worth offering. */
  readonly values?: readonly string[];
  /** A placeholder where nothing can be enumerated. */
  readonly sample?: string;
}

const booleans = ['true', 'false'];

const options: Readonly<Record<string, LogOption>> = {
  mode: { meaning: '`non-blocking` drops messages when the driver is slow; `blocking`, the default, makes the process wait for it.', values: ['non-blocking', 'blocking'] },
  'max-buffer-size': { meaning: 'Memory for messages that wait, with `mode=non-blocking`; beyond it they are dropped.', values: ['4m', '16m'] },
  'cache-disabled': { meaning: 'Keeps no local copy: `docker logs` then shows nothing with a remote driver.', values: booleans },
  'cache-max-file': { meaning: 'Files of the local copy that `docker logs` reads.', values: ['5'] },
  'cache-max-size': { meaning: 'Size of one file of the local copy.', values: ['20m'] },
  'cache-compress': { meaning: 'Compresses old files of the local copy.', values: booleans },
  'max-size': { meaning: 'Size at which the file is rotated. Without it `json-file` grows until the disk is full.', values: ['10m', '50m', '100m'] },
  'max-file': { meaning: 'How many rotated files are kept, the current one included; with `json-file` only in effect beside `max-size`.', values: ['3', '5', '10'] },
  compress: { meaning: 'Compresses rotated files; with `json-file` it needs `max-size` and a `max-file` of 2 or more, or the start fails.', values: booleans },
  env: { meaning: 'Variables, with commas, that are added to each message.', sample: 'ENVIRONMENT,REGION' },
  'env-regex': { meaning: 'A pattern of variables that are added to each message.', sample: '^(ENVIRONMENT|REGION)' },
  labels: { meaning: 'Labels, with commas, that are added to each message.', sample: 'com.example.team' },
  'labels-regex': { meaning: 'A pattern of labels that are added to each message.', sample: '^com\\.example\\.' },
  tag: { meaning: 'How messages are marked; a Go template such as `{{.Name}}`.', sample: '{{.Name}}' },
  'syslog-address': { meaning: 'The server: `udp://`, `tcp://`, `tcp+tls://`, `unix://`.', sample: 'udp://logs.example.com:514' },
  'syslog-facility': { meaning: 'The facility that messages are filed under.', values: ['daemon', 'user', 'local0'] },
  'syslog-format': { meaning: 'The message format.', values: ['rfc5424', 'rfc5424micro', 'rfc3164'] },
  'syslog-tls-ca-cert': { meaning: 'The authority that signed the certificate of the server.', sample: '/etc/ssl/ca.pem' },
  'syslog-tls-cert': { meaning: 'The certificate of this client.', sample: '/etc/ssl/cert.pem' },
  'syslog-tls-key': { meaning: 'The key of this client.', sample: '/etc/ssl/key.pem' },
  'syslog-tls-skip-verify': { meaning: 'Trusts any server: anyone in between can read the logs.', values: booleans },
  'gelf-address': { meaning: 'The server: `udp://` or `tcp://`, host and port.', sample: 'udp://graylog.example.com:12201' },
  'gelf-compression-type': { meaning: 'How messages are compressed, over UDP only.', values: ['gzip', 'zlib', 'none'] },
  'gelf-compression-level': { meaning: 'From 0 (none) to 9; -1 lets the library choose.', values: ['1', '9'] },
  'gelf-tcp-max-reconnect': { meaning: 'Attempts to connect again, over TCP only.', values: ['3'] },
  'gelf-tcp-reconnect-delay': { meaning: 'Seconds between attempts, over TCP only.', values: ['1'] },
  'fluentd-address': { meaning: 'The server; `localhost:24224` without it.', sample: 'fluentd.example.com:24224' },
  'fluentd-async': { meaning: 'Connects in the background, so that the start does not fail while the server is away.', values: booleans },
  'fluentd-async-reconnect-interval': { meaning: 'Time after which the connection is made anew, with `fluentd-async`.', values: ['30s'] },
  'fluentd-buffer-limit': { meaning: 'Bytes or messages kept while the server is away.', values: ['8MB'] },
  'fluentd-max-retries': { meaning: 'Attempts to connect before giving up.', values: ['10'] },
  'fluentd-request-ack': { meaning: 'Waits for the server to confirm what it got.', values: booleans },
  'fluentd-retry-wait': { meaning: 'Pause between attempts.', values: ['1s'] },
  'fluentd-sub-second-precision': { meaning: 'Times with nanoseconds.', values: booleans },
  'fluentd-write-timeout': { meaning: 'Longest wait for the server to take a message.', values: ['5s'] },
  'fluentd-read-timeout': { meaning: 'Longest wait for the server to confirm.', values: ['5s'] },
  'awslogs-region': { meaning: 'The AWS region.', values: ['eu-central-1', 'us-east-1'] },
  'awslogs-group': { meaning: 'The log group; must be there unless `awslogs-create-group` is on.', sample: 'web' },
  'awslogs-stream': { meaning: 'The log stream; the container id without it.', sample: 'web-1' },
  'awslogs-create-group': { meaning: 'Creates the log group when it is missing; needs the permission.', values: booleans },
  'awslogs-create-stream': { meaning: 'Creates the log stream; on without it.', values: booleans },
  'awslogs-datetime-format': { meaning: 'How a message begins, as a strftime pattern, so that following lines join it.', sample: '%Y-%m-%d %H:%M:%S' },
  'awslogs-multiline-pattern': { meaning: 'How a message begins, as a regular expression, so that following lines join it.', sample: '^INFO' },
  'awslogs-endpoint': { meaning: 'Another endpoint than that of the region.', sample: 'https://logs.example.com' },
  'awslogs-credentials-endpoint': { meaning: 'Path where credentials are asked for.', sample: '/v2/credentials' },
  'awslogs-force-flush-interval-seconds': { meaning: 'Seconds between two uploads.', values: ['5'] },
  'awslogs-max-buffered-events': { meaning: 'Messages kept until the next upload.', values: ['4096'] },
  'awslogs-format': { meaning: 'The format of messages.', values: ['json/emf'] },
  'splunk-url': { meaning: 'The HTTP event collector.', sample: 'https://splunk.example.com:8088' },
  'splunk-token': { meaning: 'The token of the collector. It shows in `docker inspect`.', sample: '00000000-0000-0000-0000-000000000000' },
  'splunk-source': { meaning: 'The source that events are filed under.', sample: 'web' },
  'splunk-sourcetype': { meaning: 'The source type that events are filed under.', sample: 'httpevent' },
  'splunk-index': { meaning: 'The index that events go to.', sample: 'main' },
  'splunk-capath': { meaning: 'The authority that signed the certificate of the server.', sample: '/etc/ssl/ca.pem' },
  'splunk-caname': { meaning: 'The name in the certificate of the server.', sample: 'SplunkServerDefaultCert' },
  'splunk-insecureskipverify': { meaning: 'Trusts any server: anyone in between can read the logs and the token.', values: booleans },
  'splunk-format': { meaning: 'How messages are sent.', values: ['inline', 'json', 'raw'] },
  'splunk-verify-connection': { meaning: 'Whether the start fails when the server is away; on without it.', values: booleans },
  'splunk-gzip': { meaning: 'Compresses what is sent.', values: booleans },
  'splunk-gzip-level': { meaning: 'From 0 (none) to 9; -1 lets the library choose.', values: ['-1', '9'] },
  'splunk-index-acknowledgment': { meaning: 'Asks the server to confirm what it indexed.', values: booleans },
  'gcp-project': { meaning: 'The project; taken from the metadata server on Google Cloud.', sample: 'my-project' },
  'gcp-log-cmd': { meaning: 'Adds the command of the container to each message.', values: booleans },
  'gcp-meta-zone': { meaning: 'Zone that messages are marked with, outside Google Cloud.', sample: 'europe-west3-a' },
  'gcp-meta-name': { meaning: 'Machine name that messages are marked with, outside Google Cloud.', sample: 'web-1' },
  'gcp-meta-id': { meaning: 'Machine id that messages are marked with, outside Google Cloud.', sample: '1' },
};

export function logOptionNamed(key: string): LogOption | undefined {
  return Object.hasOwn(options, key) ? options[key] : undefined;
}

/** The facts note the release behind some keys: `tag (Engine 29.5+)`. */
const keysByDriver: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(logOpts).map(([driver, keys]) => [driver, keys.map((key) => key.replace(/ .*/, ''))] as const),
);

const common = keysByDriver.get('_all') ?? [];

const everyKey: ReadonlySet<string> = new Set([...keysByDriver.values()].flat());

/** The option keys that a driver takes; undefined for a driver that Gantry does not know, such as a plugin. */
export function logOptionKeys(driver: string): readonly string[] | undefined {
  const own = driver.startsWith('_') ? undefined : keysByDriver.get(driver);
  return own === undefined ? undefined : [...own, ...common];
}

/** Keys that any driver of the engine takes. */
export const everyLogOptionKey: readonly string[] = [...everyKey];

/** Keys that were renamed, and since when the old one is refused. */
export const renamedLogOptions: ReadonlyMap<string, { readonly to: string; readonly removedIn: string }> = new Map([
  ['fluentd-async-connect', { to: 'fluentd-async', removedIn: '28' }],
]);

/**
 * Options without which a driver has no place to send logs to. The engine looks at them when it makes the container (gelf,
 * awslogs) or when it starts it (splunk).
 */
export const requiredLogOptions: ReadonlyMap<string, readonly string[]> = new Map([
  ['gelf', ['gelf-address']],
  ['awslogs', ['awslogs-group']],
  ['splunk', ['splunk-url', 'splunk-token']],
]);
