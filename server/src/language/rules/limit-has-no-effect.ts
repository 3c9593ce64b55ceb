/** A limit or a protection that is switched off by its own value. */
import { valueRule } from './value-rule.ts';

export const limitHasNoEffect = valueRule({
  id: 'limit-has-no-effect',
  title: 'Value that sets no limit',
  refusedBy: 'nobody',
  severity: { script: 'info', markdown: 'info' },
  docs: {
    why: 'The flag reads like a limit, but this value means that there is none: 0 or less for `--pids-limit`, 0 for `--cpus`, 0 for a size, -1 for `--memory-swap`, false for `no-new-privileges`. Whoever reads the command later believes that the container is limited.',
    whenToIgnore: 'It says on purpose that there is no limit, perhaps to override a default of the engine.',
    references: ['[Resource constraints](https://docs.docker.com/engine/containers/resource_constraints/)'],
  },
  examples: [
    { bad: 'docker run -d --pids-limit ⟦0⟧ nginx:1.27\n' },
    { bad: 'docker run -d --memory 512m --memory-swap ⟦-1⟧ nginx:1.27\n' },
    { bad: 'docker run -d --security-opt ⟦no-new-privileges=false⟧ nginx:1.27\n' },
  ],
  silent: ['docker run -d --pids-limit 200 nginx:1.27\n', 'docker run -d --cpus 0.5 --memory 512m --memory-swap 512m nginx:1.27\n', 'docker update --memory-swap -1 web\n', 'docker run -d --security-opt no-new-privileges=true nginx:1.27\n'],
});
