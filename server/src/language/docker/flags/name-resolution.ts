/** Flags that decide how names turn into addresses inside the container. */
import type { FlagTheme } from './flag-prose.ts';

export const nameResolutionFlags: FlagTheme = {
  'add-host': {
    what: 'Adds a line to `/etc/hosts` of the container: `name:address`, or `name:host-gateway` for the host itself.',
    why: 'On Linux `host.docker.internal` does not exist unless you add it: `host.docker.internal:host-gateway` lets a container reach a database on its host. In tests it redirects a public name to a stand-in.',
    mind: 'The service on the host must listen on the bridge address: one bound to 127.0.0.1 answers "connection refused" whatever this says, and a host firewall may drop the packets. Entries do not follow when an address changes. Programs that ask a DNS server themselves do not read the file.',
    example: 'docker run -d --name shop-api --add-host host.docker.internal:host-gateway registry.example.com/shop/api:2.4.1',
    related: ['network', 'dns', 'hostname'],
  },
  dns: {
    what: 'Asks this DNS server instead of those of the host.',
    why: 'On the default bridge a resolver on a loopback address of the host, such as dnsmasq, is out of reach, and the engine puts 8.8.8.8 in its place. Naming the company server cures "could not resolve host" that only happens in containers.',
    mind: 'An address, not a name, and one per flag. If the server is down, each look-up waits for seconds before the next is tried, and everything feels slow. A public server does not know internal names. On a user-defined network the built-in server at 127.0.0.11 still answers first for container names.',
    example: 'docker run --rm --dns 10.20.0.53 --dns-search corp.example.com curlimages/curl:8.12.1 -sf http://artifacts/health',
    related: ['dns-search', 'dns-option', 'add-host'],
  },
  'dns-option': {
    what: 'Sets an option of the resolver, as in `/etc/resolv.conf`: `ndots:1`, `timeout:1`, `attempts:2`.',
    why: 'Shorter timeouts make a dead DNS server cost one second instead of five or ten for each look-up.',
    mind: 'The text is not checked, and an unknown option has no effect. Images on Alpine use musl, which ignores most options and asks all servers at once, so the same flag helps one image and not the other.',
    example: 'docker run -d --name shop-api --dns-option timeout:1 --dns-option attempts:2 registry.example.com/shop/api:2.4.1',
    related: ['dns', 'dns-search'],
  },
  'dns-search': {
    what: 'Adds a domain that is tried behind short names; `.` switches searching off.',
    why: 'With `.` a laptop or cloud image with a long search list stops multiplying every failed look-up by the number of its domains.',
    mind: 'A wildcard record in a searched domain answers for every mistyped name, so a connection ends at a stranger instead of failing. A name with an underscore is refused.',
    example: 'docker run -d --name shop-api --dns-search . registry.example.com/shop/api:2.4.1',
    related: ['dns', 'dns-option'],
  },
};
