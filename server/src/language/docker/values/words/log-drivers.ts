/** Where container logs can go. */
import { logDrivers } from '../../generated/cli.ts';
import type { Word } from '../scan/parsed.ts';

type Name = (typeof logDrivers.linux)[number] | (typeof logDrivers.windows)[number];

const meanings: Readonly<Record<Name, string>> = {
  'json-file': 'A JSON file on the host, the default. It grows without end unless `--log-opt max-size=…` is given.',
  local: 'Compact files on the host, rotated by themselves at 20 MB, five files. `docker logs` works.',
  journald: "The host's journal: `journalctl CONTAINER_NAME=web`. `docker logs` works.",
  syslog: 'A syslog server, by default the one of the host.',
  gelf: 'A Graylog or Logstash server.',
  fluentd: 'A Fluentd or Fluent Bit server. Unless `fluentd-async` is on, the start fails while it is away.',
  awslogs: 'Amazon CloudWatch Logs.',
  splunk: 'Splunk, by its HTTP event collector.',
  gcplogs: 'Google Cloud Logging.',
  none: 'Nowhere: `docker logs` shows nothing.',
  etwlogs: 'Event Tracing for Windows; Windows engines only.',
};

export const logDriverNames: readonly Name[] = [...new Set<Name>([...logDrivers.linux, ...logDrivers.windows])];

export const logDriverWords: readonly Word[] = logDriverNames.map((text) => ({ text, meaning: meanings[text] }));

export const removedLogDrivers: ReadonlySet<string> = new Set(Object.keys(logDrivers.removed));
