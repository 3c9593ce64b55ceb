/** A line that should go on but ends without a backslash, below it the rest of the command. */
import type { DockerCommand } from '../command/docker-command.ts';
import { continuationRule } from './continuation-rule.ts';
import type { Rule } from './rule.ts';

/** Whether what is joined to the command reaches the container's process: the command ran without it, and runs differently with it. */
function reachesProcess({ facts, positionals }: DockerCommand): boolean {
  // Two backslashes at the end are a backslash for docker, and no image.
  return facts?.interspersed === false && positionals.some(({ value }) => value !== '\\');
}

export const missingContinuation: Rule = continuationRule({
  id: 'missing-continuation',
  title: 'Missing backslash between the lines of one command',
  severity: { script: 'error', markdown: 'error' },
  message: 'The command ends with this line: what stands below runs as a command of its own. End the line with ` \\`.',
  fixTitle: 'End the line with ` \\`',
  asksWriter: reachesProcess,
  docs: {
    why: 'Without a backslash the line break ends the command. Docker runs with the flags so far, or asks for an image, and the shell looks for a program named `-v`.',
    whenToIgnore: 'The line below is meant for somebody to add by hand.',
    references: ['[Escape character, GNU Bash manual](https://www.gnu.org/software/bash/manual/html_node/Escape-Character.html)', '[ShellCheck SC2215](https://www.shellcheck.net/wiki/SC2215)'],
  },
  examples: [
    {
      bad: 'docker run -d \\\n  ⟦--name=web⟧\n  -v web-data:/data \\\n  nginx:1.27\n',
      fixed: 'docker run -d \\\n  --name=web \\\n  -v web-data:/data \\\n  nginx:1.27\n',
    },
    {
      bad: 'docker run -d \\\n  --network ⟦shop⟧\n  nginx:1.27\n',
      fixed: 'docker run -d \\\n  --network shop \\\n  nginx:1.27\n',
    },
    {
      bad: 'docker run -d \\\n  -v ⟦/certs:/certs⟧\n  org/starter \\\n  --mode single\n',
      fixed: 'docker run -d \\\n  -v /certs:/certs \\\n  org/starter \\\n  --mode single\n',
    },
    {
      bad: '```sh\ndocker run -d \\\n  -v ⟦/certs:/certs⟧\n  registry.example/org/starter:<version>-slim\n```\n',
      fixed: '```sh\ndocker run -d \\\n  -v /certs:/certs \\\n  registry.example/org/starter:<version>-slim\n```\n',
      surface: 'markdown',
    },
    {
      bad: '```sh\ndocker run -d \\\n  -v ⟦/certs:/certs⟧\n  %%IMAGE%%:1.27\n```\n',
      fixed: '```sh\ndocker run -d \\\n  -v /certs:/certs \\\n  %%IMAGE%%:1.27\n```\n',
      surface: 'markdown',
    },
    {
      bad: 'docker run -d \\\n--name ⟦web⟧\norg/starter:1.27\n',
      fixed: 'docker run -d \\\n--name web \\\norg/starter:1.27\n',
    },
    {
      bad: 'docker run -d ⟦\\\\⟧\n  --name web \\\\\n  nginx:1.27\n',
      fixed: 'docker run -d \\\n  --name web \\\n  nginx:1.27\n',
      note: 'Two backslashes are a backslash for docker.',
    },
    {
      bad: 'docker run ⟦-d⟧ # in the background\n  --name web nginx:1.27\n',
      fixed: '# in the background\ndocker run -d \\\n  --name web nginx:1.27\n',
    },
  ],
  silent: [
    'docker run -d nginx:1.27\ndocker ps\n',
    'docker run -d nginx:1.27 |\n  -v\n',
    'docker run --help\n  --name\n',
    'docker run -d $IMAGE\n  nginx\n',
    'if true; then\n  docker pull nginx\nfi\n',
    'docker ps\n  nginx\n',
    'docker run -d\norg/starter:1.27\n',
    'docker run -d \\\n--name web\nls\n',
    '```sh\ndocker run ...\n  -v /certs:/certs \\\n  nginx:1.27\n```\n',
    '```sh\ndocker run # ...\n  -v /certs:/certs \\\n  # ...\n```\n',
    '```sh\ndocker run # … \\\n  -v /certs:/certs \\\n```\n',
    '```sh\ndocker run \\\n(...)\n--device=/dev/ttyUSB0\n--device=/dev/ttyUSB1\n(...)\n```\n',
    '```sh\ndocker run -d \\\n  --name web \\\n  ...\n  -p 80:80 \\\n  nginx:1.27\n```\n',
  ],
});
