/** Reports lists of containers that do not reach a command as names: the whole table of `ps`, ids in quotes, and patterns. */
import { insertFlag } from '../command/edits.ts';
import { isOn, usesOf, type DockerCommand } from '../command/docker-command.ts';
import { isBareGlob } from '../shell/glob.ts';
import type { ShellWord } from '../shell/shell-command.ts';
import { code } from '../text/markdown.ts';
import { replace, type TextEdit } from '../text/edit.ts';
import type { Rule, RuleContext } from './rule.ts';

/** Commands that take any number of containers. */
const takers = ['inspect', 'inspect-any', 'kill', 'pause', 'restart', 'rm', 'start', 'stats', 'stop', 'unpause', 'update', 'wait'];

const substitution = /^(?<quote>"?)(?:\$\(|`)\s*(?:sudo\s+)?(?<command>.*?)\s*(?:2>\s*\/dev\/null\s*)?(?:\)|`)"?$/s;

/** The `docker ps` whose output is the word, or what the quotes around it hold. */
function listIn(word: ShellWord, { commands, region }: RuleContext): { readonly list: DockerCommand; readonly quoted: boolean } | undefined {
  const { quote, command } = (word.source.includes('ps') ? substitution.exec(word.source)?.groups : undefined) ?? {};
  const list = command === undefined ? undefined : commands.find(({ facts, shell: { span } }) => facts?.id === 'ps' && word.span.start < span.start && span.end < word.span.end && region.text.slice(span.start, span.end) === command);
  return list && { list, quoted: quote === '"' };
}

/** No name holds a star; several of them are a hole for the reader. */
function isPattern(word: ShellWord): boolean {
  return !word.value.includes('**') && (isBareGlob(word) || (word.kind === 'literal' && word.value.includes('*')));
}

/** Whether it may print several lines: no filter, and not only the newest. */
function isWholeList(list: DockerCommand): boolean {
  return usesOf(list, 'filter').length === 0 && usesOf(list, 'last').length === 0 && !isOn(list, 'latest');
}

function check(command: DockerCommand, context: RuleContext): void {
  // cmd has no substitutions.
  if (!takers.includes(command.facts?.id ?? '') || command.template || command.help || command.shell.dialect === 'cmd') {
    return;
  }
  const all = command.facts?.id === 'rm' || command.facts?.id === 'start' ? '-aq' : '-q';
  // `*container name*` is for the reader.
  const isEmphasised = command.positionals.some(({ source }) => /^\*[^*]/.test(source));
  for (const word of command.positionals) {
    const warn = (message: string, title: string, edits: readonly TextEdit[]) => {
      context.report({ span: word.span, message, fixes: edits.length === 0 || command.shell.nested ? [] : [{ title, safe: false, edits }] });
    };
    if (isPattern(word) && !isEmphasised) {
      const prefix = /^([\w.-]+)\*$/.exec(word.value)?.[1];
      const filter = word.value === '*' ? '' : prefix === undefined ? undefined : ` -f name=^${prefix}`;
      const written = code(`$(${command.program.value} ps ${all}${filter ?? ' -f name=…'})`);
      const edits = filter === undefined ? [] : [replace(word.span, written.slice(1, -1))];
      warn(`Docker knows no patterns of names, and the shell looks for files that match. Write ${written}.`, `Write ${written}`, edits);
      continue;
    }
    const found = listIn(word, context);
    if (found === undefined || found.list.openEnded || usesOf(found.list, 'format').length > 0) {
      continue;
    }
    if (!isOn(found.list, 'quiet')) {
      warn('Every word of the table is taken for a container, its headings too. Add `-q`, which prints ids alone.', 'Add `-q`', insertFlag(found.list, context.region, '-q'));
    } else if (found.quoted && isWholeList(found.list)) {
      warn('In quotes all ids are one argument, which names no container as soon as there are two. Leave the quotes out.', 'Leave the quotes out', [replace(word.span, word.source.slice(1, -1))]);
    }
  }
}

export const listAsContainers: Rule = {
  id: 'list-as-containers',
  title: 'A list that does not name containers',
  refusedBy: 'engine',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: 'Commands such as `docker stop` take the names or ids of containers, one word each. `$(docker ps)` gives them the whole table, headings, images and times included: those that are names are stopped, the others are errors, and a word of another column may name the wrong container. `"$(docker ps -q)"` gives all ids as one word, and patterns such as `*` and `web-*` are for files: Docker has none for containers, but filters for its list.',
    references: ['[docker container ls, --quiet](https://docs.docker.com/reference/cli/docker/container/ls/)'],
  },
  examples: [
    { bad: 'docker stop ⟦$(docker ps)⟧\n', fixed: 'docker stop $(docker ps -q)\n' },
    { bad: 'docker rm ⟦`docker ps -a`⟧\n', fixed: 'docker rm `docker ps -q -a`\n' },
    { bad: 'docker stop ⟦"$(docker ps -q)"⟧\n', fixed: 'docker stop $(docker ps -q)\n' },
    { bad: 'docker kill ⟦*⟧\n', fixed: 'docker kill $(docker ps -q)\n' },
    { bad: 'docker rm -f ⟦web-*⟧\n', fixed: 'docker rm -f $(docker ps -aq -f name=^web-)\n' },
    { bad: "docker stop ⟦'*-test'⟧\n" },
  ],
  silent: [
    'docker start *container name or ID*\n',
    'docker stop *web*\n',
    'docker stop ****\n',
    'docker stop $(docker ps -q)\n',
    'docker stop "$(docker ps -ql)"\n',
    'docker stop "$(docker ps -qf name=web)"\n',
    "docker rm $(docker ps -a --format '{{.Names}}')\n",
    "docker stop $(docker ps | awk '/web/ {print $1}')\n",
    'docker exec web ls $(docker ps)\n',
    'docker stop $(docker ps $OPTIONS)\n',
  ],
  causes: [{ commands: takers }],
  check,
};
