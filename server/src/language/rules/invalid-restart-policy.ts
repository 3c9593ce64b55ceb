/** Reports restart policies that Docker does not know. */
import { valueRule } from './value-rule.ts';

export const invalidRestartPolicy = valueRule({
  id: 'invalid-restart-policy',
  title: 'The restart policy does not exist',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'The policies are `no`, `always`, `unless-stopped` and `on-failure`, in lower case, and only `on-failure` takes a number of restarts. Any other value makes the engine refuse the container, so a deployment stops instead of coming back by itself.',
    references: ['[Start containers automatically](https://docs.docker.com/engine/containers/start-containers-automatically/)'],
  },
  examples: [
    { bad: 'docker run -d --restart ⟦Always⟧ nginx:1.27', fixed: 'docker run -d --restart always nginx:1.27' },
    { bad: 'docker run -d --restart=⟦unless_stopped⟧ nginx:1.27', fixed: 'docker run -d --restart=unless-stopped nginx:1.27' },
    { bad: 'docker update --restart ⟦always:3⟧ web', fixed: 'docker update --restart on-failure:3 web' },
  ],
  silent: ['docker run -d --restart on-failure:5 nginx:1.27', 'docker run -d --restart "" nginx:1.27', 'docker run -d --restart "${POLICY}" nginx:1.27', 'docker run -d nginx:1.27 --restart Always'],
});
