/** Reports addresses that are none: IP, MAC, `--add-host`. */
import { valueRule } from './value-rule.ts';

export const invalidAddress = valueRule({
  id: 'invalid-address',
  title: 'An address is not valid',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: '`--dns`, `--ip` and `--ip6` take one literal address each, no host names and no lists. `--add-host` takes `name:address`, with `host-gateway` for the host itself. `--mac-address` takes six bytes in hexadecimal.',
    references: ['[docker container run, --add-host](https://docs.docker.com/reference/cli/docker/container/run/#add-host)', '[Networking overview](https://docs.docker.com/engine/network/)'],
  },
  examples: [{ bad: 'docker run --dns ⟦dns.example.com⟧ alpine:3.20' }, { bad: 'docker run --add-host=⟦db:localhost⟧ alpine:3.20' }],
  silent: ['docker run --dns 1.1.1.1 --dns 2606:4700:4700::1111 alpine:3.20', 'docker run --add-host host.docker.internal:host-gateway --add-host db=[::1] alpine:3.20', 'docker run --dns "$DNS" alpine:3.20', '```sh\ndocker run --ip=IP alpine:3.20\n```\n', 'docker run --mac-address 92:d0:c6:0a:29:33 alpine:3.20'],
});
