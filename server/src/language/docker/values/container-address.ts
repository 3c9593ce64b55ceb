/** The factory of grammars for fixed addresses of a container on its network: `--ip`, `--ip6`, `--link-local-ip`. */
import { code } from '../../text/markdown.ts';
import type { ValueKind } from '../cli-facts.ts';
import { atLeast } from './scan/cli-release.ts';
import { ipFamily, type IpFamily } from './scan/ip.ts';
import { dockerOnly, safeFix, wholePart, wholeProblem } from './scan/parsed.ts';
import type { ValueContext, ValueGrammar, ValueProblem } from './value-grammar.ts';

export interface ContainerAddressOptions {
  readonly kind: ValueKind;
  readonly form: string;
  readonly example: string;
  readonly label: string;
  readonly meaning: string;
  /** The family that the flag is for; any when absent. */
  readonly family?: IpFamily;
  /** Who refuses text that is no address since release 29; the engine does before. */
  readonly refusedSince29: 'cli' | 'nobody';
}

const names = { ipv4: 'IPv4', ipv6: 'IPv6' } as const;

function judge(value: string, options: ContainerAddressOptions, context: ValueContext): ValueProblem[] {
  const { family, example, refusedSince29 } = options;
  const typed = atLeast(context.version, 29);
  const address = typed ? value.trim() : value;
  const found = ipFamily(address);
  if (value === '' || (found !== undefined && (family === undefined || found === family))) {
    return [];
  }
  const plain = value.trim().replace(/^\[(.*)\]$/, '$1');
  const fixes = plain !== value && ipFamily(plain) === family ? [safeFix(plain)] : [];
  if (found === undefined) {
    const wanted = family === undefined ? 'IP' : names[family];
    const message = `${code(value)} is not an ${wanted} address: write one such as \`${example}\`.`;
    return [wholeProblem(value, { code: 'invalid-address', refusedBy: typed ? refusedSince29 : 'engine', message }, fixes)];
  }
  const other = found === 'ipv6' ? '`--ip6`' : '`--ip`';
  const silently = typed ? ' The container would silently start without it.' : '';
  const message = `${code(value)} is an ${names[found]} address, which belongs to ${other}.${silently}`;
  return [wholeProblem(value, { code: 'invalid-address', refusedBy: typed ? 'nobody' : 'engine', message })];
}

export function containerAddress(options: ContainerAddressOptions): ValueGrammar {
  const { kind, form, example, label, meaning } = options;
  return {
    kind,
    form,
    example,
    parse: (value, context) => {
      const problems = judge(value, options, context);
      return { parts: problems.length > 0 ? [] : wholePart(value, label, meaning), problems: dockerOnly(context, problems) };
    },
  };
}
