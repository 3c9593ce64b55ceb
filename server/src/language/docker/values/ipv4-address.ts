/** The fixed IPv4 address of a container: `--ip`. */
import { containerAddress } from './container-address.ts';

export const ipv4Address = containerAddress({
  kind: 'ipv4-address',
  form: 'an IPv4 address inside the subnet of a user-defined network',
  example: '172.30.0.10',
  label: 'IPv4 address',
  meaning:
    'The container gets this address on its network. The network must be user-defined and made with `--subnet`, and the address must be free: another container may take it while this one is stopped.',
  family: 'ipv4',
  refusedSince29: 'cli',
});
