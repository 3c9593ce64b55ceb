/** The description of a container as a document to read, or to compare. */
import { maskSecrets } from './mask-secrets.ts';

/** What differs between any two containers, however alike: it would hide what matters. */
const alwaysDifferent = /^(?:Id|ID|Created|Name|Pid|StartedAt|FinishedAt|SandboxID|SandboxKey|EndpointID|MacAddress|IPAddress|Hostname|HostnamePath|HostsPath|ResolvConfPath|LogPath|NetworkID|GlobalIPv6Address|LowerDir|MergedDir|UpperDir|WorkDir|DNSNames|Start|End)$/;

/** Lists that engines, or the CLI, write in an order of the moment. */
const unordered = /^(?:Env|Binds|Mounts)$/;

function inOrder(list: readonly unknown[]): readonly unknown[] {
  return [...list].sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
}

function withoutDifferences(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutDifferences);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).filter(([key]) => !alwaysDifferent.test(key)).map(([key, each]) => [key, withoutDifferences(Array.isArray(each) && unordered.test(key) ? inOrder(each) : each)]));
  }
  return value;
}

/** JSON as `docker inspect` prints it, with secrets masked unless they were asked for. */
export function inspectText(document: Readonly<Record<string, unknown>>, { secrets }: { readonly secrets: boolean }): string {
  return `${JSON.stringify(secrets ? document : maskSecrets(document), undefined, 4)}\n`;
}

/** Without ids, addresses, paths and times that are never the same, and without the order of what has none. */
export function comparableText(document: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(withoutDifferences(maskSecrets(document)), undefined, 4)}\n`;
}
