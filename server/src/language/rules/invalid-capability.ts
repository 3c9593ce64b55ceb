/** Reports capabilities that Linux does not know. */
import type { FlagUse } from '../command/docker-command.ts';
import { code } from '../text/markdown.ts';
import { splitFix } from './split-value.ts';
import { valueRule } from './value-rule.ts';

function severalNames({ value }: FlagUse): string[] | undefined {
  const names = value.text.split(/[\s,]+/).filter((name) => name !== '');
  return names.length > 1 && names.every((name) => /^\w+$/.test(name)) ? names : undefined;
}

export const invalidCapability = valueRule({
  id: 'invalid-capability',
  title: 'The capability does not exist',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'Capabilities are the parts that root is cut into on Linux, such as `NET_ADMIN`. Each flag takes one; case and the prefix `CAP_` do not matter. The engine refuses a container that asks for a name which the kernel does not have, or for a list of names.',
    references: ['[capabilities(7)](https://man7.org/linux/man-pages/man7/capabilities.7.html)', '[Runtime privilege and Linux capabilities](https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities)'],
  },
  examples: [
    { bad: 'docker run --cap-drop ALL --cap-add ⟦NET_ADMIN,NET_RAW⟧ alpine:3.20', fixed: 'docker run --cap-drop ALL --cap-add NET_ADMIN --cap-add NET_RAW alpine:3.20' },
    { bad: 'docker run --cap-add ⟦SYS_ADMN⟧ alpine:3.20', fixed: 'docker run --cap-add SYS_ADMIN alpine:3.20' },
  ],
  silent: ['docker run --cap-drop all --cap-add cap_net_admin --cap-add=SYS_TIME alpine:3.20', 'docker run --cap-add $CAP alpine:3.20'],
  fixes: (use, _problem, command) => {
    const names = severalNames(use);
    return names === undefined ? [] : [splitFix(command, use, names, `Give ${names.map((name) => code(name)).join(', ')} a flag each`)];
  },
});
