/** Reads IP and MAC addresses as Go's net package does, which is what the CLI accepts. */
import type { CliVersion } from '../../cli-facts.ts';
import { atLeast } from './cli-release.ts';

export type IpFamily = 'ipv4' | 'ipv6';

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9][0-9]{0,2})$/.test(part) && Number(part) <= 255);
}

function isIpv6(text: string): boolean {
  const embedded = /^(.*:)([^:]*\.[^:]*)$/.exec(text);
  if (embedded !== null) {
    return isIpv4(embedded[2] ?? '') && isIpv6(`${embedded[1] ?? ''}0:0`);
  }
  if (!/^[0-9a-fA-F:]+$/.test(text)) {
    return false;
  }
  const halves = text.split('::');
  if (halves.length > 2) {
    return false;
  }
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  return groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group)) && (halves.length === 2 ? groups.length < 8 : groups.length === 8);
}

/** The family of the address; undefined when the text is none. A zone (`fe80::1%eth0`) is allowed only where asked for. */
export function ipFamily(text: string, zone: 'zone' | 'no-zone' = 'no-zone'): IpFamily | undefined {
  if (isIpv4(text)) {
    return 'ipv4';
  }
  const address = zone === 'zone' ? text.replace(/%.+$/s, '') : text;
  return isIpv6(address) ? 'ipv6' : undefined;
}

/** Whether the text is a MAC address: 6, 8 or 20 bytes, in pairs with `:` or `-`, or in fours with `.`. */
function isMacAddress(text: string): boolean {
  const pairs = /^[0-9a-f]{2}([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2})*$/i.test(text);
  const fours = /^[0-9a-f]{4}(?:\.[0-9a-f]{4})+$/i.test(text);
  const bytes = pairs ? (text.length + 1) / 3 : fours ? ((text.length + 1) / 5) * 2 : 0;
  return bytes === 6 || bytes === 8 || bytes === 20;
}

/** The same bytes without signs between them, which Docker takes when it was built with Go 1.27: not all of 29 was. */
export function mayBeMacAddress(text: string, version: CliVersion): boolean {
  return isMacAddress(text) || (atLeast(version, 29, 0) && /^(?:[0-9a-f]{12}|[0-9a-f]{16}|[0-9a-f]{40})$/i.test(text));
}

/** What firewalls do about published ports; podman without root opens them as any program does. */
export function pastFirewalls(podman: boolean): string {
  return `published ports bypass host firewalls such as ufw${podman ? ' where podman runs as root' : ''}`;
}

/** What an address means for who can reach it, in a sentence. */
export function reachOf(address: string, podman = false): string {
  const family = ipFamily(address);
  if (/^127\./.test(address) || address === '::1') {
    return 'Only programs on this host reach it.';
  }
  if (address === '0.0.0.0') {
    return `Every IPv4 interface of the host, so other machines reach it; ${pastFirewalls(podman)}.`;
  }
  if (family === 'ipv6' && /^[0:]+$/.test(address)) {
    return `Every IPv6 interface of the host, so other machines reach it; ${pastFirewalls(podman)}.`;
  }
  return 'Reachable through the network of this one host address; the engine refuses to start when the host does not have it.';
}
