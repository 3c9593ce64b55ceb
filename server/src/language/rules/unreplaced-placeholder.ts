/** A hole for the reader that was left in a script: nobody fills it in before it runs. */
import type { ShellWord } from '../shell/shell-command.ts';
import { code } from '../text/markdown.ts';
import type { Rule } from './rule.ts';

const yours = /(?<![\w$-])(?:YOUR_[A-Z]|YOUR-[A-Z]|your[-_][a-z])[\w-]*\w/;

/** What a program fills in: a script with such expressions is its template. */
const ofEngine = /\{\{|\{%|<%/;

function holeIn({ kind, value }: ShellWord): string | undefined {
  if (ofEngine.test(value)) {
    return undefined;
  }
  return kind === 'placeholder' ? value : kind === 'literal' ? yours.exec(value)?.[0] : undefined;
}

/** Whether the shell would see the angle: it is not in quotes. */
function isBare(source: string): boolean {
  return source.replace(/'[^']*'|"[^"]*"/g, '').includes('<');
}

function messageFor(value: string, source: string): string {
  const angle = isBare(source) ? ' The shell reads `<` and `>` as redirections.' : '';
  return `${code(value)} is still to be replaced.${angle} Write the value, or a variable.`;
}

export const unreplacedPlaceholder: Rule = {
  id: 'unreplaced-placeholder',
  title: 'Placeholder left in a script',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'off' },
  docs: {
    why: 'Documentation writes `<name>` or `YOUR_TOKEN` for what the reader fills in. In a script nobody does: the shell takes `<name>` for a redirection and complains about a missing file, and `YOUR_TOKEN` is handed to the container as it stands.',
    whenToIgnore: 'The script is a template that a program fills in before it runs. Expressions of such programs (`{{ name }}`, `{% name %}`) are not reported.',
    references: ['[Redirections, GNU Bash manual](https://www.gnu.org/software/bash/manual/html_node/Redirections.html)'],
  },
  examples: [{ bad: 'docker run -d --name ⟦<name>⟧ nginx:1.27\n' }, { bad: 'docker run -d --name ⟦"<name>"⟧ nginx:1.27\n', note: 'In quotes the shell does not read a redirection; docker gets the word as it stands.' }, { bad: 'docker logs ⟦<имя>⟧\n' }, { bad: 'docker run -d -e ⟦TOKEN=YOUR_TOKEN⟧ bot:3.1\n' }],
  silent: ['docker run -d -v {{ $path }}:/files org/web:{{ tag }}\n', 'docker swarm join --token {{ SWARM.Worker }} {% include "address" %}:2377\n', 'docker run -d --name "$NAME" nginx:1.27\n', "docker ps --format '{{.Names}}'\n", 'docker exec -i db psql < dump.sql > out.txt\n', 'docker run --rm -e URI="<Net><If>${IF:-lo}</If></Net>" ros:jazzy\n', 'docker run --rm -e URI="<Net><If>lo</></>" ros:jazzy\n', '```sh\ndocker run -d --name <name> nginx:1.27\n```\n', 'docker run --rm alpine:3.20 echo YOUR_TURN\n'],
  check: (command, { region, report }) => {
    if (region.origin !== 'script') {
      return;
    }
    for (const word of command.shell.words) {
      const hole = holeIn(word);
      // The process in the container may mean such a word.
      if (hole !== undefined && !command.process.includes(word)) {
        report({ span: word.span, message: messageFor(hole, word.source) });
      }
    }
  },
};
