/** Kernel parameters of the container's own namespaces: `net.core.somaxconn=4096`. */
import { code } from '../../text/markdown.ts';
import { dockerOnly, part, suggestWords, type Word } from './scan/parsed.ts';
import type { ParsedValue, ValueContext, ValueFix, ValueGrammar, ValueProblem } from './value-grammar.ts';

const ipcNames: ReadonlySet<string> = new Set(['msgmax', 'msgmnb', 'msgmni', 'sem', 'shmall', 'shmmax', 'shmmni', 'shm_rmid_forced'].map((name) => `kernel.${name}`));

const usual: readonly Word[] = [
  { text: 'net.core.somaxconn=4096', meaning: 'Longest queue of connections waiting to be accepted: busy web servers, Redis.' },
  { text: 'net.ipv4.ip_unprivileged_port_start=0', meaning: 'Any user may listen on ports below 1024; the engine sets this already.' },
  { text: 'net.ipv4.ip_forward=1', meaning: 'Forward packets: VPN gateways and routers.' },
  { text: 'net.ipv4.conf.all.src_valid_mark=1', meaning: 'Needed by WireGuard clients that route all traffic.' },
  { text: 'net.ipv4.tcp_keepalive_time=600', meaning: 'Seconds until idle connections are probed.' },
  { text: 'net.ipv4.tcp_syncookies=0', meaning: 'Serve bursts of connections without SYN cookies.' },
  { text: 'net.ipv4.ip_local_port_range=1024 65000', meaning: 'Ports for outgoing connections; quote the word for its blank.' },
  { text: 'net.ipv6.conf.all.disable_ipv6=0', meaning: 'IPv6 in the container.' },
  { text: 'kernel.shmmax=68719476736', meaning: 'Largest shared memory segment in bytes: Oracle, SAP.' },
  { text: 'kernel.sem=250 32000 100 128', meaning: 'Semaphore limits; quote the word for its blanks.' },
  { text: 'kernel.msgmax=65536', meaning: 'Largest System V message in bytes.' },
  { text: 'fs.mqueue.msg_max=100', meaning: 'Most messages in a POSIX queue.' },
];

type Namespace = 'network' | 'IPC';

function namespaceOf(name: string): Namespace | undefined {
  if (name.startsWith('net.')) {
    return 'network';
  }
  return ipcNames.has(name) || name.startsWith('fs.mqueue.') ? 'IPC' : undefined;
}

function uses(context: ValueContext, flags: readonly string[], value: string): boolean {
  return flags.some((flag) => context.siblings?.get(flag)?.at(-1) === value);
}

/** What the runtime refuses at the start: a parameter of a namespace that the container shares with the host. */
function shared(name: string, namespace: Namespace, context: ValueContext): ValueProblem[] {
  const host = namespace === 'network' ? uses(context, ['network', 'net'], 'host') : uses(context, ['ipc'], 'host');
  const flag = namespace === 'network' ? '--network host' : '--ipc host';
  const message = `With \`${flag}\` the container cannot have a ${code(name)} of its own: the start fails. Set it on the host instead.`;
  return host ? [{ start: 0, end: name.length, code: 'invalid-sysctl', refusedBy: 'engine', message }] : [];
}

function perInterface(name: string, context: ValueContext): ValueProblem[] {
  if (context.version === '20.10.24' || !/^net\.[^.]+\.[^.]+\.eth[0-9]+\./.test(name)) {
    return [];
  }
  const message = `Engine 28 and newer refuse ${code(name)}: parameters of one interface are given as a driver option of \`--network\`.`;
  return [{ start: 0, end: name.length, code: 'invalid-sysctl', refusedBy: 'engine', message }];
}

function refused(value: string, name: string, hasValue: boolean): ValueProblem {
  const dotted = name.replaceAll('/', '.');
  const allowed = namespaceOf(name) !== undefined;
  const fixes: ValueFix[] = !allowed && dotted !== name && namespaceOf(dotted) !== undefined ? [{ title: `Write ${code(dotted)}`, start: 0, end: name.length, newText: dotted, safe: true }] : [];
  const message = !hasValue && allowed
    ? `A value is missing: write ${code(`${name}=…`)}.`
    : `${name === '' ? 'A name is missing' : `${code(name)} belongs to the whole host, so a container cannot set it`}. Allowed are \`net.*\`, \`fs.mqueue.*\` and the System V names of \`kernel.\`, such as \`kernel.shmmax\`.`;
  return { start: 0, end: hasValue ? name.length : value.length, code: 'invalid-sysctl', refusedBy: 'cli', message, fixes };
}

function parse(value: string, context: ValueContext): ParsedValue {
  const equals = value.indexOf('=');
  const name = equals < 0 ? value : value.slice(0, equals);
  const namespace = namespaceOf(name);
  if (equals < 0 || namespace === undefined) {
    return { parts: [], problems: [refused(value, name, equals >= 0)] };
  }
  const known = usual.find(({ text }) => text.startsWith(`${name}=`));
  const parts = [part(0, equals, 'parameter', `${known === undefined ? '' : `${known.meaning} `}It belongs to the container's own ${namespace} namespace, so the host keeps its value.`)];
  if (equals + 1 < value.length) {
    parts.push(part(equals + 1, value.length, 'value', `Set to ${code(value.slice(equals + 1))} before the process starts.`));
  }
  return { parts, problems: dockerOnly(context, [...shared(name, namespace, context), ...perInterface(name, context)]) };
}

export const sysctl: ValueGrammar = {
  kind: 'sysctl',
  form: '`NAME=VALUE` with `net.*`, `fs.mqueue.*` or a System V name of `kernel.`',
  example: 'net.core.somaxconn=4096',
  parse,
  suggest: (value) => suggestWords(usual, 0, value.length),
};
