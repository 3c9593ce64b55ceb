/** Reports security options that the CLI or the engine does not know. */
import { valueRule } from './value-rule.ts';

export const invalidSecurityOpt = valueRule({
  id: 'invalid-security-opt',
  title: 'The security option does not exist or lacks its value',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'The options are `no-new-privileges`, `seccomp=`, `apparmor=`, `label=`, `systempaths=unconfined`, `writable-cgroups=` and, on Windows, `credentialspec=`. A misspelled one makes the CLI or the engine refuse the container, and leaving it out instead leaves the container less protected than intended.',
    references: ['[docker container run, --security-opt](https://docs.docker.com/reference/cli/docker/container/run/#security-opt)'],
  },
  examples: [
    { bad: 'docker run --security-opt ⟦no_new_privileges⟧ nginx:1.27', fixed: 'docker run --security-opt no-new-privileges nginx:1.27' },
    { bad: 'docker run --security-opt=⟦systempaths=none⟧ nginx:1.27', fixed: 'docker run --security-opt=systempaths=unconfined nginx:1.27' },
  ],
  silent: [
    'docker run --security-opt no-new-privileges:true --security-opt seccomp=profile.json --security-opt label=level:s0:c100 nginx:1.27',
    'podman run --security-opt unmask=/proc/acpi nginx:1.27',
    'docker run --security-opt "$OPT" nginx:1.27',
  ],
});
