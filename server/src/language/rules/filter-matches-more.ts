/** Reports `$(docker ps -q -f name=web)`: the filter looks for the text anywhere in a name. */
import { literalValue, usesOf } from '../command/docker-command.ts';
import { replaceValue } from '../command/edits.ts';
import { code } from '../text/markdown.ts';
import type { Rule } from './rule.ts';
import { isSubstituted } from './substituted.ts';

/** A program takes the output as its arguments. */
const piped = /^[ \t]*(?:2>[ \t]*\/dev\/null[ \t]*)?\|[ \t]*(?:sudo[ \t]+)?xargs\b/;

export const filterMatchesMore: Rule = {
  id: 'filter-matches-more',
  title: 'A filter that finds more containers than the one named',
  refusedBy: 'nobody',
  severity: { script: 'info', markdown: 'off' },
  docs: {
    why: '`--filter name=web` is a search in all names: it finds `web`, but `web-old` and `myweb` as well. A script that stops or removes what it finds takes too much along, and one that asks whether `web` is there is told yes when only `myweb` is. `name=^web$` finds the one.',
    whenToIgnore: 'All containers with the text in their names are meant. Only names that the script gives itself are reported.',
    references: ['[docker container ls, --filter](https://docs.docker.com/reference/cli/docker/container/ls/#filter)'],
  },
  examples: [
    { bad: 'docker rm -f $(docker ps -aq -f ⟦name=web⟧)\ndocker run -d --name web nginx:1.27\n', fixed: "docker rm -f $(docker ps -aq -f 'name=^web$')\ndocker run -d --name web nginx:1.27\n" },
    { bad: 'if [ -z "$(docker ps -q --filter "⟦name=shop-db⟧")" ]; then\n  docker run -d --name shop-db postgres:17.2\nfi\n', fixed: 'if [ -z "$(docker ps -q --filter "name=^shop-db\\$")" ]; then\n  docker run -d --name shop-db postgres:17.2\nfi\n' },
  ],
  silent: ['docker rm $(docker ps -aq -f name=postgres_1)\n', 'docker run -d --name web nginx:1.27\ndocker ps -f name=web\n', 'docker stop $(docker ps -q -f name=^web$)\n', 'docker stop $(docker ps -q -f name=web-)\n', 'docker stop $(docker ps -q -f "name=$NAME")\n', 'docker stop $(docker ps -q -f status=running)\n', 'docker ps --filter name=web | grep -q web\n', 'docker stop $(docker ps -q -f name=web -f name=api)\n'],
  causes: [{ commands: ['ps'], flags: ['filter'] }],
  check: (command, { commands, region, report }) => {
    const { facts, shell, template, help } = command;
    const names = usesOf(command, 'filter').filter(({ value }) => value.text.startsWith('name='));
    const [use] = names;
    if (facts?.id !== 'ps' || use?.value.literal !== true || names.length > 1 || template || help || shell.dialect !== 'posix') {
      return;
    }
    const isTaken = isSubstituted(command, region) || piped.test(region.text.slice(shell.span.end, shell.span.end + 80));
    const name = use.value.text.slice('name='.length);
    // Otherwise it may be a part of a name on purpose, such as the service in what Compose makes.
    const isWhole = commands.some((other) => literalValue(other, 'name') === name);
    if (isTaken && isWhole) {
      const anchored = `name=^${name}$`;
      report({
        span: use.value.span,
        message: `This finds every container with ${code(name)} in its name. For that one alone write ${code(anchored)}.`,
        fixes: [{ title: `Write ${code(anchored)}`, safe: false, edits: replaceValue(command, use.value, `^${name}$`, 'name='.length) }],
      });
    }
  },
};
