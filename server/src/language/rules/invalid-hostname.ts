/** Reports host names that Linux cannot hold. */
import { valueRule } from './value-rule.ts';

export const invalidHostname = valueRule({
  id: 'invalid-hostname',
  title: 'The host name is too long',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'Linux keeps 64 bytes for the name of a host. A container with a longer one does not start.',
    references: ['[sethostname(2)](https://man7.org/linux/man-pages/man2/sethostname.2.html)'],
  },
  examples: [{ bad: `docker run --hostname ⟦${'long-'.repeat(14)}name⟧ nginx:1.27` }],
  silent: ['docker run --hostname web.example.com nginx:1.27', 'docker run --hostname "$NAME" nginx:1.27', `docker run nginx:1.27 --hostname ${'long-'.repeat(14)}name`],
});
