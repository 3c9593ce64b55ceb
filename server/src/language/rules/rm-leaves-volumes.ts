/** Containers removed by force while their anonymous volumes stay on the disk. */
import { isOn, lastUse } from '../command/docker-command.ts';
import type { Rule } from './rule.ts';

export const rmLeavesVolumes: Rule = {
  id: 'rm-leaves-volumes',
  title: 'Removal that leaves anonymous volumes behind',
  refusedBy: 'nobody',
  severity: { script: 'off', markdown: 'off' },
  docs: {
    why: 'Images of databases and others declare volumes, and each container gets new ones with a random name. `docker rm` keeps them; without the container nobody knows whose they were, and they fill the disk. `-v` removes them too. Volumes with a name are kept either way.',
    whenToIgnore: 'The data may be needed again, or the image declares no volumes.',
    references: ['[docker container rm, --volumes](https://docs.docker.com/reference/cli/docker/container/rm/#volumes)'],
  },
  examples: [{ bad: 'docker rm ⟦-f⟧ db\n' }, { bad: 'docker container rm ⟦--force⟧ db cache\n' }],
  silent: ['docker rm -fv db\n', 'docker rm -f -v db\n', 'docker rm db\n', 'docker rm -f "$@" --volumes\n', 'docker rm -f <container>\n'],
  causes: [{ commands: ['rm'], flags: ['force'] }],
  check: (command, { report }) => {
    const force = lastUse(command, 'force');
    const isJudged = command.facts?.id === 'rm' && !command.help && !command.template && command.problems.length === 0 && lastUse(command, 'link') === undefined;
    if (isJudged && force !== undefined && isOn(command, 'force') && !isOn(command, 'volumes')) {
      report({ span: force.clustered ? force.word.span : force.span, message: 'Anonymous volumes of the container stay behind without it. Add `-v` where their data is not needed any more.' });
    }
  },
};
