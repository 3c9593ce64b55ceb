/** The fixed IPv6 address of a container: `--ip6`. */
import { containerAddress } from './container-address.ts';

export const ipv6Address = containerAddress({
  kind: 'ipv6-address',
  form: 'an IPv6 address inside the subnet of a user-defined network, without brackets',
  example: '2001:db8::10',
  label: 'IPv6 address',
  meaning: 'The container gets this address on its network, which must be user-defined and made with `--ipv6` and a matching `--subnet`.',
  family: 'ipv6',
  refusedSince29: 'cli',
});
