/** Reports changes that `docker commit` does not make. */
import { valueRule } from './value-rule.ts';

export const invalidChange = valueRule({
  id: 'invalid-change',
  title: 'A change that commit does not make',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: '`docker commit --change` writes settings of the new image: its command, variables, labels, user, folder, ports and volumes, each as in a Dockerfile and in quotes. What a build does, such as `RUN` or `COPY`, it refuses, and no image is made.',
    references: ['[docker container commit, --change](https://docs.docker.com/reference/cli/docker/container/commit/#change)'],
  },
  examples: [
    { bad: 'docker commit -c "⟦RUN apk add curl⟧" web shop/web:2.4', note: 'Run it in the container first: `docker exec web apk add curl`.' },
    { bad: 'docker commit --change ⟦LABEL⟧ web shop/web:2.4' },
  ],
  silent: ['docker commit -c \'CMD ["nginx", "-g", "daemon off;"]\' web shop/web:2.4', 'docker commit -c "ENV DEBUG=true" -c "EXPOSE 80" web shop/web:2.4', 'docker commit -c "$CHANGE" web shop/web:2.4', 'docker commit -c "ENTRYPOINT" web shop/web:2.4'],
});
