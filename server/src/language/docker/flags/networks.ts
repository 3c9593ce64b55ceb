/** Flags that publish ports and join networks. */
import type { FlagTheme } from './flag-prose.ts';

export const networkFlags: FlagTheme = {
  publish: {
    what: 'Makes a port of the container reachable on the host: `[address:][host port:]container port[/protocol]`.',
    why: 'Nothing outside the host reaches a container on a bridge network otherwise. With an address in front you decide who may: `127.0.0.1:` means this host only, such as a reverse proxy beside it.',
    mind: 'Without an address it listens on 0.0.0.0 and [::]. The rules that Docker writes come before those of ufw, so a "closed" database port is open to the internet; many a Redis was emptied that way. The order is host first: `80:8080` reaches 8080 inside. A process that binds 127.0.0.1 in the container is not reached at all ("connection reset"). Ignored with `--network host`.',
    example: 'docker run -d --name shop-api -p 127.0.0.1:8080:3000 registry.example.com/shop/api:2.4.1',
    related: ['publish-all', 'expose', 'network'],
  },
  'publish-all': {
    what: 'Publishes every port that the image or `--expose` declares, each on a free host port that the engine picks.',
    why: 'Parallel test runs on one machine never collide on a port; ask for the real one with `docker port`.',
    mind: 'All interfaces are used, and everything the image declares is opened, debug and admin ports too. The numbers change at each start, so nothing may remember them. An image without EXPOSE gets no port at all, without a message.',
    example: 'docker run -d --rm --name ci-postgres -P postgres:16.8',
    related: ['publish', 'expose'],
  },
  expose: {
    what: 'Declares that the container listens on a port. It opens nothing by itself.',
    why: 'Tools read the declaration: `--publish-all` and proxies that find their targets by themselves use it when the image forgot its EXPOSE.',
    mind: 'It does not publish, and it is not needed between containers of one network, where all ports are open anyway. The protocol is not checked: `80/tpc` passes. `8080:80` is refused, since there is no host side.',
    example: 'docker run -d --name shop-api --network edge --expose 3000 registry.example.com/shop/api:2.4.1',
    related: ['publish', 'publish-all'],
  },
  network: {
    what: 'Joins a network: one of your own by name, or `bridge`, `host`, `none`, `container:NAME`. Repeat it for several of your own.',
    byDefault: 'default `bridge`',
    why: 'On a network of your own, containers find each other by name, and those of other projects cannot reach them. The default bridge has no names and puts every container of the host side by side.',
    mind: 'With `host` there is no isolation of ports: `-p` is ignored, what the process opens is open on the host, and it reaches what listens on localhost there. A network that does not exist fails at start, and the created container stays behind with its name. With `container:` neither ports, hostname nor DNS can be set, and when the other container restarts, this one is without a network until it is restarted too. Several networks need Engine 25.0.',
    example: 'docker run -d --name shop-api --network shop registry.example.com/shop/api:2.4.1',
    related: ['network-alias', 'publish', 'add-host', 'ip'],
  },
  'network-alias': {
    what: 'Adds a DNS name for the container on its network.',
    why: 'Clients keep asking for `db` while the container behind is exchanged. Several containers with one alias share the requests in turn, in a crude way.',
    mind: 'Only on a user-defined network: on the default bridge it is an error since 25.0, and was ignored in silence before. A stopped container drops out of DNS, but clients that cache addresses, such as a JVM or nginx, keep calling the old one.',
    example: 'docker run -d --name postgres-16 --network shop --network-alias db postgres:16.8',
    related: ['network', 'name'],
  },
  link: {
    what: 'Legacy: writes the address of another container into `/etc/hosts`, and once its environment into this one.',
    why: 'Only met in old scripts. A network of your own gives names in both directions, without tying containers together.',
    mind: 'Deprecated on the default bridge: Engine 29 no longer sets the variables, so images that read `DB_PORT_5432_TCP_ADDR` break, and since 29.6 it warns. The other container must exist and run first. Variables of the linked container, passwords included, used to be copied over. Refused with `--network host` and `container:`.',
    example: 'docker run -d --name shop-api --network shop registry.example.com/shop/api:2.4.1',
    related: ['network', 'network-alias'],
    on: {
      rm: {
        what: 'Removes a legacy link between two containers and leaves the containers themselves.',
        why: 'Clears an alias made by `run --link` on the default bridge that blocks the reuse of its name.',
        mind: 'It expects the link, `/consumer/alias`, not a container. Because `-l` stands for labels in run, people expect `rm -l` to remove by label: it fails on a name that is no link.',
        example: 'docker rm --link /shop-api/db',
        related: ['force', 'volumes'],
      },
    },
  },
  ip: {
    what: 'Asks for a fixed IPv4 address on a network of your own.',
    byDefault: 'by default a free one of the network',
    why: 'For the rare peer that must be told an address, such as a firewall rule or an old licence server. Among containers, names do the same without bookkeeping.',
    mind: 'Works only on a user-defined network with a subnet of its own. An address from the range that the engine hands out may be taken by another container that started first, and then the start fails with "Address already in use" after a reboot: leave a part out of it with `docker network create --ip-range`.',
    example: 'docker run -d --name licences --network legacy --ip 172.30.100.104 registry.example.com/infra/flexlm:11.19',
    related: ['ip6', 'network', 'mac-address'],
  },
  ip6: {
    what: 'Asks for a fixed IPv6 address on a network of your own.',
    byDefault: 'by default a free one of the network',
    why: 'For services published in DNS with an AAAA record, where no address translation stands between.',
    mind: 'The network must be made with `--ipv6` and a subnet; otherwise the start fails. Engines before 27 filter IPv6 only when told to, so every port of a container with a public address is open there. Clients before 29.0 do not check the text.',
    example: 'docker run -d --name ns1 --network dns --ip6 2001:db8:30::53 registry.example.com/infra/nsd:4.11.1',
    related: ['ip', 'network'],
  },
  'link-local-ip': {
    what: 'Adds a link-local address to the interface of the container.',
    why: 'Stands in for the metadata address of a cloud, 169.254.169.254, in tests, or serves discovery protocols that live on link-local addresses.',
    mind: 'Client 29 drops a text that is no address without a word, so a typing error shows only as a missing address in `docker inspect`. It must not collide with one that the host uses.',
    example: 'docker run -d --name metadata --network ci --link-local-ip 169.254.169.254 registry.example.com/ci/metadata-mock:0.9.0',
    related: ['ip', 'network'],
  },
  'mac-address': {
    what: 'Sets the hardware address of the interface.',
    byDefault: 'by default one that the engine makes',
    why: 'Licences bound to a MAC address and DHCP reservations on a macvlan network survive a recreation only with a fixed one.',
    mind: 'Two containers with the same address on one network receive packets meant for the other, which looks like random loss. A client of 25.0 or newer cannot set it on an engine older than 25.0 and says so about API 1.44. Take one from the locally administered range, such as `02:…`.',
    example: 'docker run -d --name licences --network lan --mac-address 02:42:c0:a8:01:14 registry.example.com/infra/flexlm:11.19',
    related: ['ip', 'network'],
  },
};
