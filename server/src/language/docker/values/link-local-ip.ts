/** Link-local addresses of a container: `--link-local-ip`. */
import { containerAddress } from './container-address.ts';

export const linkLocalIp = containerAddress({
  kind: 'link-local-ip',
  form: 'an IPv4 or IPv6 link-local address, such as one of `169.254.0.0/16`',
  example: '169.254.10.10',
  label: 'link-local address',
  meaning: 'A further address on the container\'s interface that is only valid on this link; packets to it are not routed.',
  refusedSince29: 'nobody',
});
