/** Reports labels and annotations without a usable key. */
import { valueRule } from './value-rule.ts';

export const invalidLabel = valueRule({
  id: 'invalid-label',
  title: 'A label has no usable key',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'A label is `key=value`. A key that is empty or holds a blank is refused: it could not be filtered by later.',
    references: ['[Object labels](https://docs.docker.com/engine/manage-resources/labels/)'],
  },
  examples: [{ bad: 'docker run --label ⟦=web⟧ nginx:1.27' }, { bad: 'docker run -l "⟦my team⟧=web" nginx:1.27' }],
  silent: ['docker run --label com.example.team=web --label empty= --label alone nginx:1.27', 'docker run --label "note=a b" nginx:1.27', 'docker run -l "$LABEL" nginx:1.27'],
});
