/** Port mappings between host and container: `--publish`. */
import { code, codeOr } from '../../text/markdown.ts';
import { explainMapping } from './publish-parts.ts';
import { suggestPublish } from './publish-suggestions.ts';
import { publishSignature } from './publish-signature.ts';
import { atLeast } from './scan/cli-release.ts';
import { dockerOnly, withParts } from './scan/parsed.ts';
import { parsePortRange, portComplaint } from './scan/port.ts';
import { cutMapping, mappingFailure, type MappingFailure, type PortMapping } from './scan/publish-spec.ts';
import { cut, split, type Slice, whole } from './scan/slice.ts';
import { strayComma } from './scan/stray-comma.ts';
import type { ValueContext, ValueFix, ValueGrammar, ValueProblem } from './value-grammar.ts';

function describe(failure: MappingFailure): string {
  const text = code(failure.at.text);
  switch (failure.what) {
    case 'address':
      return failure.at.text.includes(':') && !failure.at.text.startsWith('[')
        ? `${text} is not an IP address here: write an IPv6 address in brackets, such as \`[::1]:8080:80\`.`
        : `${text} is not an IP address, and names are not looked up. Write one such as \`127.0.0.1\`.`;
    case 'protocol':
      return `${text} is not a protocol: write \`tcp\`, \`udp\` or \`sctp\`.`;
    case 'ranges':
      return 'The two port ranges have different lengths; each host port needs one container port.';
    case 'no-container-port':
      return 'The container port is missing: it stands last, as in `8080:80`.';
    case 'host-port':
    case 'container-port': {
      const side = failure.what === 'host-port' ? 'host port' : 'container port';
      return `The ${side} ${text} ${portComplaint(failure.why)}.`;
    }
  }
}

function accepted(value: string, context: ValueContext): boolean {
  return mappingFailure(cutMapping(whole(value)), context.version) === undefined;
}

function fixesFor(value: string, failure: MappingFailure, context: ValueContext): ValueFix[] {
  const candidates = [
    value.replace(/\s+/g, ''),
    value.replace(/^localhost:/i, '127.0.0.1:'),
    value.replace(/^(?:https?|tcp|udp):\/\//i, ''),
    ...(failure.what === 'address' ? [value.replace(failure.at.text, `[${failure.at.text}]`)] : []),
  ];
  const newText = candidates.find((candidate) => candidate !== value && accepted(candidate, context));
  return newText === undefined ? [] : [{ title: `Write \`${newText}\``, newText, safe: true }];
}

/** `53:53:udp`: the protocol behind another colon. */
function misplacedProtocol(value: string, context: ValueContext): ValueProblem | undefined {
  const [, ports = '', protocol = ''] = /^(.+):(tcp|udp|sctp)$/i.exec(value) ?? [];
  const newText = `${ports}/${protocol}`;
  if (protocol === '' || !accepted(newText, context)) {
    return undefined;
  }
  const message = `The protocol stands behind a slash: ${code(newText)}.`;
  return { start: ports.length, end: value.length, code: 'invalid-port-mapping', refusedBy: 'cli', message, fixes: [{ title: `Write \`${newText}\``, newText, safe: true }] };
}

/** `8080=80`, `8080->80`: another sign where the colon belongs. */
function otherSign(value: string, context: ValueContext): ValueProblem | undefined {
  const newText = value.replace(/^((?:[\d.]+:)?\d+)(?:[-=]>|=|>)(\d+(?:\/\w+)?)$/, '$1:$2');
  if (newText === value || !accepted(newText, context)) {
    return undefined;
  }
  const message = `A colon stands between the port of the host and that of the container: ${code(newText)}.`;
  return { start: 0, end: value.length, code: 'invalid-port-mapping', refusedBy: 'cli', message, fixes: [{ title: `Write \`${newText}\``, newText, safe: true }] };
}

/** `127.0.0.1:80`: behind an address stand two ports. */
function addressWithOnePort(value: string, context: ValueContext): ValueProblem | undefined {
  const [, address = '', port = ''] = /^((?:\d{1,3}\.){3}\d{1,3}):(\d+(?:\/\w+)?)$/.exec(value) ?? [];
  const newText = `${address}:${port.replace(/\/.*/, '')}:${port}`;
  if (address === '' || !accepted(newText, context)) {
    return undefined;
  }
  const message = `Behind an address stand two ports, that of the host and that of the container: ${code(newText)}.`;
  return { start: 0, end: value.length, code: 'invalid-port-mapping', refusedBy: 'cli', message, fixes: [{ title: `Write \`${newText}\``, newText, safe: false }] };
}

function problemOf(failure: MappingFailure, value: string, context: ValueContext): ValueProblem {
  const known = misplacedProtocol(value, context) ?? otherSign(value, context) ?? addressWithOnePort(value, context);
  if (known !== undefined) {
    return known;
  }
  if (value.includes(',') && value.split(',').every((item) => accepted(item.trim(), context))) {
    return { start: 0, end: value.length, code: 'invalid-port-mapping', refusedBy: 'cli', message: `${code(value)} is a list; each mapping needs a \`-p\` of its own.` };
  }
  const bareIpv6 = failure.what === 'address' && mappingFailure(cutMapping(whole(value)), '28.2.2') === undefined;
  const at = failure.at.start === failure.at.end ? { start: 0, end: value.length } : failure.at;
  return {
    start: at.start,
    end: at.end,
    code: bareIpv6 ? 'flag-requires-newer-docker' : 'invalid-port-mapping',
    refusedBy: 'cli',
    message: describe(failure),
    fixes: fixesFor(value, failure, context),
  };
}

/** The engine of release 29 refuses container port 0; older ones listened on it. */
function portZero(mapping: PortMapping, context: ValueContext): ValueProblem[] {
  const { containerPort: port } = mapping;
  const range = /^\+?0/.test(port.text) ? parsePortRange(port.text, context.version) : undefined;
  return typeof range === 'object' && range.first === 0 && atLeast(context.version, 29)
    ? [{ start: port.start, end: port.end, code: 'invalid-port-mapping', refusedBy: 'engine', message: 'A container cannot listen on port 0; write the port on which the program listens.' }]
    : [];
}

interface LongForm {
  readonly mapping?: PortMapping;
  readonly problems: readonly ValueProblem[];
}

/** Reads `target=80,published=8080,protocol=tcp`; other keys are ignored by the CLI. */
function readLongForm(value: string, context: ValueContext): LongForm {
  const given = new Map<string, Slice>();
  for (const field of split(whole(value), ',')) {
    const { before: key, after } = cut(field, '=');
    const comma = strayComma(value, field);
    if (comma !== undefined) {
      return { problems: [{ ...comma, code: 'invalid-port-mapping', refusedBy: 'cli' }] };
    }
    if (after === undefined || (key.text === '' && atLeast(context.version, 28))) {
      const message = `${codeOr(field.text, 'An empty field')} is not \`key=value\`: the long form is \`published=8080,target=80\`.`;
      return { problems: [{ start: field.start, end: field.end, code: 'invalid-port-mapping', refusedBy: 'cli', message }] };
    }
    // CLI 20.10 drops what stands behind a second `=`.
    given.set(key.text, atLeast(context.version, 28) ? after : cut(after, '=').before);
  }
  const empty: Slice = { text: '', start: 0, end: 0 };
  const published = given.get('published') ?? empty;
  const target = given.get('target') ?? empty;
  const protocol = given.get('protocol');
  const spec = whole(`${published.text}:${target.text}/${protocol?.text ?? 'tcp'}`);
  const failure = mappingFailure(cutMapping(spec), context.version);
  const mapping = { address: undefined, hostPort: published, containerPort: target, protocol };
  if (failure === undefined) {
    return { mapping, problems: portZero(mapping, context) };
  }
  const at = { 'host-port': published, address: published, ranges: published, protocol: protocol ?? target, 'container-port': target, 'no-container-port': target }[failure.what];
  const span = at.start === at.end ? whole(value) : at;
  const message = failure.what === 'no-container-port' ? 'The container port is missing: add `target=80`.' : describe(failure);
  return { mapping, problems: [{ start: span.start, end: span.end, code: 'invalid-port-mapping', refusedBy: 'cli', message }] };
}

export const publish: ValueGrammar = {
  kind: 'publish',
  form: '`[address:][host-port:]container-port[/protocol]`; ports 0 to 65535 or ranges of equal length, address an IP, IPv6 in `[]`, protocol `tcp` (default), `udp` or `sctp`',
  example: '127.0.0.1:8080:80',
  parse: (value, context) => {
    const { version, podman } = context;
    if (value.includes('=')) {
      const sign = otherSign(value, context);
      const { mapping, problems } = sign === undefined ? readLongForm(value, context) : { mapping: undefined, problems: [sign] };
      return withParts(dockerOnly(context, problems), () => (mapping === undefined ? [] : explainMapping(mapping, version, podman)));
    }
    const mapping = cutMapping(whole(value));
    const failure = mappingFailure(mapping, context.version);
    const problems = failure === undefined ? portZero(mapping, context) : [problemOf(failure, value, context)];
    return withParts(dockerOnly(context, problems), () => explainMapping(mapping, version, podman));
  },
  suggest: suggestPublish,
  signature: publishSignature,
};
