/** Capabilities beside `--privileged`, which gives all of them. */
import { isOn, usesOf } from '../command/docker-command.ts';
import { removeFlags } from './remove-flags.ts';
import type { Rule } from './rule.ts';

export const privilegedIgnoresCapDrop: Rule = {
  id: 'privileged-ignores-cap-drop',
  title: 'Capabilities changed beside --privileged',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  tag: 'unnecessary',
  docs: {
    why: '`--privileged` gives the container every capability, whatever `--cap-drop` and `--cap-add` say, and the engine does not mention it. A dropped capability is still there.',
    references: ['[Runtime privilege and Linux capabilities](https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities)'],
  },
  examples: [
    { bad: 'docker run --privileged ⟦--cap-drop NET_RAW⟧ builder:3\n', fixed: 'docker run --cap-drop NET_RAW builder:3\n' },
    { bad: 'docker run --privileged ⟦--cap-add=SYS_ADMIN⟧ builder:3\n', fixed: 'docker run --cap-add=SYS_ADMIN builder:3\n' },
  ],
  silent: ['docker run --cap-drop NET_RAW builder:3\n', 'docker run --privileged builder:3\n', 'docker run --privileged=false --cap-drop ALL builder:3\n', 'docker run --cap-drop ALL builder:3 --privileged\n'],
  causes: [{ flags: ['privileged'] }],
  check: (command, { region, report }) => {
    const drops = usesOf(command, 'cap-drop');
    const capabilities = [...drops, ...usesOf(command, 'cap-add')].sort((a, b) => a.span.start - b.span.start);
    if (capabilities.length === 0 || !isOn(command, 'privileged')) {
      return;
    }
    const fixes = [
      { title: 'Remove `--privileged`', edits: removeFlags(command, usesOf(command, 'privileged'), region), safe: false },
      { title: 'Remove the capabilities, which have no effect', edits: removeFlags(command, capabilities, region), safe: false },
    ];
    for (const use of capabilities) {
      const dropped = drops.includes(use);
      const message = dropped
        ? '`--privileged` gives all capabilities, this one included: `--cap-drop` is ignored. Remove `--privileged` and add the capabilities that are needed.'
        : '`--privileged` already gives all capabilities. Remove it where these are enough.';
      report({ span: use.span, message, fixes, ...(dropped ? {} : { severity: { script: 'info', markdown: 'info' } }) });
    }
  },
};
