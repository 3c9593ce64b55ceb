/** Reports images where a container is to be named. */
import { isOn } from '../command/docker-command.ts';
import { commandsOnContainers, namedOperands } from '../command/named-operands.ts';
import { parseImageReference } from '../docker/image-reference.ts';
import { code } from '../text/markdown.ts';
import type { Rule } from './rule.ts';
import { strayedTime } from './strayed-time.ts';

/** `container_id/name`: either of two words that the reader is to fill in. */
const choice = /^[^/]*(?:id|name?)[^/]*\/[^/]*(?:id|nam|contai?n|conten)[^/]*$/i;

function looksLikeImage(text: string): boolean {
  return /^[^/].*[/:@]/.test(text) && !choice.test(text) && parseImageReference(text).problems.length === 0;
}

export const imageForContainer: Rule = {
  id: 'image-for-container',
  title: 'An image where a container belongs',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'An image is what containers are made of, and there may be many of one: `stop`, `logs` and `exec` want to know which. A container is called by the name that `--name` gave it, by the one that the engine made up, or by its id; none of them holds `/` or `:`. The engine answers `No such container`.',
    references: ['[docker container ls](https://docs.docker.com/reference/cli/docker/container/ls/)', '[docker container run, --name](https://docs.docker.com/reference/cli/docker/container/run/#name)'],
  },
  examples: [
    { bad: 'docker exec -it ⟦shop/api⟧ sh\n' },
    { bad: 'docker stop web ⟦nginx:1.27⟧\n' },
    { bad: 'docker container logs -f ⟦registry.example.com:5000/shop/api⟧\n' },
  ],
  silent: [
    ...['docker exec -it web sh\n', 'docker stop /web\n', 'docker inspect shop/api:2.4\n', 'docker cp web:/etc/hosts .\n', 'docker commit web shop/api:2.4\n', 'docker port web 80/tcp\n', 'docker rm --link /webapp/redis\n'],
    ...['docker rmi shop/api\n', 'docker logs "$NAME:x"\n', 'docker logs --since 2026-01-31 13:00 web\n', 'docker stop container_id/name\n', 'docker top web aux:1\n', 'podman pod stop shop/api\n', 'docker inspect --type image nginx:1.27\n', 'docker network connect shop shop/api\n'],
  ],
  causes: [{ commands: commandsOnContainers }],
  check: (command, { report }) => {
    if (!commandsOnContainers.includes(command.facts?.id ?? '') || command.help || command.template || isOn(command, 'link') || command.problems.some(({ code: kind }) => kind.startsWith('unknown'))) {
      return;
    }
    for (const { place, word } of namedOperands(command)) {
      if (!place.isNew && word.kind === 'literal' && looksLikeImage(word.value) && strayedTime(command)?.word !== word) {
        report({ span: word.span, message: `${code(word.value)} looks like an image; names of containers have no \`/\` and \`:\`. Write what \`docker ps\` shows as the name, which is that of \`--name\`.` });
      }
    }
  },
};
