/** The grammars that this folder tests: mounts, network, devices, filters, formats and times. */
import { grammars as all } from '../../../server/src/language/docker/values/index.ts';
import type { ValueGrammar } from '../../../server/src/language/docker/values/value-grammar.ts';

const kinds =
  'publish expose engine-endpoint volume volumes-from tmpfs mount device device-cgroup-rule gpu-request network network-alias link link-local-ip ipv4-address ipv6-address ip-address mac-address dns-search resolv-option extra-host hostname domainname ps-filter prune-filter format-ps format-stats format-inspect object-type timestamp log-tail dockerfile-instruction'.split(' ');

export const grammars: readonly ValueGrammar[] = kinds.map((kind) => grammarNamed(kind));

/** The grammar of the kind; fails loudly when it is missing. */
export function grammarNamed(kind: string): ValueGrammar {
  const grammar = all.find((candidate) => candidate.kind === kind);
  if (grammar === undefined) {
    throw new Error(`No grammar for ${kind}.`);
  }
  return grammar;
}
