/** Flags that name and mark a container. */
import type { FlagTheme } from './flag-prose.ts';

export const identityFlags: FlagTheme = {
  name: {
    what: 'Gives the container a fixed name, for other commands and, on a user-defined network, as its DNS name.',
    byDefault: 'by default a random one',
    why: 'Without one the engine invents something like `brave_turing`, different each time, so scripts, monitoring and other containers cannot find it.',
    mind: 'Names are unique, also among stopped containers: a second run fails with 409 "already in use" until the old one is removed, even if its start had failed. Two characters at least, of letters, digits, `_`, `.` and `-`. On the default bridge the name does not resolve; that takes a network of your own.',
    example: 'docker run -d --name shop-db --network shop -v shop-db:/var/lib/postgresql/data postgres:16.8',
    related: ['rm', 'network', 'hostname', 'network-alias'],
  },
  hostname: {
    what: 'The host name that processes inside see; by default the first 12 digits of the container id.',
    byDefault: 'by default the first 12 digits of the container id',
    why: 'Software that registers itself by host name, such as RabbitMQ, Kafka or a monitoring agent, otherwise appears as a new node after every recreation, and RabbitMQ does not even find its data again.',
    mind: 'On a network of your own other containers find it by this name as well, unlike on the default bridge: two with one hostname share the requests, and half of them go to the wrong one. More than 64 bytes are refused, on older engines only at start. Refused with `--uts host` and `--network container:…`. In run and create, `-h` is this flag and not help.',
    example: 'docker run -d --name queue --hostname queue-1 -v queue-data:/var/lib/rabbitmq rabbitmq:4.0.6',
    related: ['name', 'network-alias', 'domainname'],
  },
  domainname: {
    what: 'Sets the NIS domain name of the container, the part behind the host name.',
    why: 'Old mail and directory software builds its full name from it and refuses to start with a bare one.',
    mind: 'It changes nothing in DNS, neither search list nor records. Most programs look at `hostname -f`, which comes from `/etc/hosts`: test that before relying on it.',
    example: 'docker run -d --name mail --hostname mx1 --domainname example.com registry.example.com/infra/postfix:3.9.1',
    related: ['hostname', 'dns-search'],
  },
  label: {
    what: 'Attaches a key and value to the container, for filters and for tools that configure themselves by labels.',
    why: 'Lets a clean-up or a dashboard find what belongs to one service or job. Names change; `--filter label=…` stays.',
    mind: 'Fixed for life: changing one needs a new container. Proxies such as Traefik act on labels, so a typing error in a key is silently no route at all. A later value for the same key wins. Visible to everybody who can inspect: no secrets.',
    example: 'docker run -d --name shop-api --label com.example.team=shop --label com.example.release=2.4.1 registry.example.com/shop/api:2.4.1',
    related: ['label-file', 'name', 'annotation'],
  },
  'label-file': {
    what: 'Reads labels from a file, one `key=value` per line.',
    why: 'Keeps a long list, such as the routing rules of a proxy, under version control instead of in a shell line with three levels of quoting.',
    mind: 'The file is read as it stands: quotes become part of the value and `$VAR` is not expanded. A Traefik rule pasted with its shell quotes never matches. `--label` wins over the file.',
    example: 'docker run -d --name shop-api --label-file ./deploy/api.labels registry.example.com/shop/api:2.4.1',
    related: ['label'],
  },
  annotation: {
    what: 'Hands a key and value to the OCI runtime, in the configuration of the container.',
    why: 'Alternative runtimes such as Kata or gVisor take per-container switches this way; labels do not reach them.',
    mind: 'The default runtime, runc, ignores nearly all of them, so a misspelt key has no effect and no message. Filters do not see annotations. Engines before 24.0 refuse the flag.',
    example: 'docker run --rm --runtime kata --annotation io.katacontainers.config.hypervisor.default_vcpus=2 alpine:3.21 nproc',
    related: ['runtime', 'label'],
  },
};
