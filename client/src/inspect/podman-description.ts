/** Podman describes a container with its own words and defaults, of which the docker CLI takes few: what of it somebody asked for, in docker's words. */
import { fieldsOf, listOf, numberOf, textMapOf, textOf, textsOf, type Fields } from '../engine/json-value.ts';
import { signalName } from '../text/signal-names.ts';

/** It calls each runtime so. */
const podmansRuntime = 'oci';

/** What it gives a container that asks for nothing. */
const usualNetworks = ['bridge', 'slirp4netns', 'pasta'];
const usualShm = 65_536_000;
const usualStopTimeout = 10;
const usualPath = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const usualOptions = /^(?:rw|r?private|nosuid|nodev|r?bind|tmpcopyup)$/;

const volumeId = /^[\da-f]{64}$/;

/** `options` without those that it adds by itself. */
function askedFor(options: string): string {
  return options.split(',').filter((option) => !usualOptions.test(option)).join(',');
}

/** Volumes without a name stand among those with one. */
function bindOf(bind: string): { readonly bind: string } | { readonly anonymous: string } {
  const [source = '', target = '', options = ''] = bind.split(':');
  const kept = askedFor(options);
  return volumeId.test(source) ? { anonymous: target } : { bind: [source, target, ...(kept === '' ? [] : [kept])].join(':') };
}

function unless<T>(value: T, ...usual: readonly T[]): T | undefined {
  return usual.includes(value) ? undefined : value;
}

function hostOf(host: Fields, binds: readonly ReturnType<typeof bindOf>[]): Fields {
  return {
    ...host,
    Runtime: '',
    Binds: binds.flatMap((each) => ('bind' in each ? each.bind : [])),
    PidMode: unless(host['PidMode'], 'private'),
    UTSMode: unless(host['UTSMode'], 'private'),
    IpcMode: unless(host['IpcMode'], 'shareable'),
    NetworkMode: unless(host['NetworkMode'], ...usualNetworks),
    ShmSize: unless(host['ShmSize'], usualShm),
    MemorySwappiness: unless(host['MemorySwappiness'], 0),
    Ulimits: listOf(host['Ulimits']).map(fieldsOf).map((limit) => ({ ...limit, Name: textOf(limit['Name']).replace(/^RLIMIT_/, '').toLowerCase() })),
    Tmpfs: Object.fromEntries(Object.entries(textMapOf(host['Tmpfs'])).map(([path, options]) => [path, askedFor(options)])),
  };
}

function configOf(config: Fields, binds: readonly ReturnType<typeof bindOf>[]): Fields {
  const own = ['container=podman', 'TERM=xterm', usualPath, `HOSTNAME=${textOf(config['Hostname'])}`];
  return {
    ...config,
    Env: textsOf(config['Env']).filter((entry) => !own.includes(entry)),
    WorkingDir: unless(config['WorkingDir'], '/'),
    StopSignal: signalName(textOf(config['StopSignal'])),
    StopTimeout: unless(numberOf(config['StopTimeout']), usualStopTimeout),
    Volumes: Object.fromEntries(binds.flatMap((each) => ('anonymous' in each ? [[each.anonymous, {}]] : []))),
  };
}

/** The description itself where it is Docker's. */
export function inDockersWords(document: Fields): Fields {
  const host = fieldsOf(document['HostConfig']);
  if (host['Runtime'] !== podmansRuntime) {
    return document;
  }
  const binds = textsOf(host['Binds']).map(bindOf);
  return { ...document, HostConfig: hostOf(host, binds), Config: configOf(fieldsOf(document['Config']), binds) };
}
