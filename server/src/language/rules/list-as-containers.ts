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

const substitution = /^(?<quote>"?)(?:\$\(|`)\s*(?:sudo\s+)?(?<command>\S.*)(?:\)|`)"?$/s;

const unheard = /(?<!\s)\s*2>\s*\/dev\/null$/;

/** The `docker ps` whose output is the word, or what the quotes around it hold. */
function listIn(word: ShellWord, { commands, region }: RuleContext): { readonly list: DockerCommand; readonly quoted: boolean } | undefined {
  const { quote, command } = (word.source.includes('ps') ? substitution.exec(word.source)?.groups : undefined) ?? {};
  const written = command?.trimEnd().replace(unheard, '');
  const list = written === undefined ? undefined : commands.find(({ facts, shell: { span } }) => facts?.id === 'ps' && word.span.start < span.start && span.end < word.span.end && region.text.slice(span.start, span.end) === written);
  return list && { list, quoted: quote === '"' };
}

/** What is wrong, and the edits that mend it where there are any. */
interface Advice {
  readonly message: string;
  readonly title?: string;
  readonly edits?: readonly TextEdit[];
}

/** No name holds a star; several of them are a hole for the reader. */
function isPattern(word: ShellWord): boolean {
  return !word.value.includes('**') && (isBareGlob(word) || (word.kind === 'literal' && word.value.includes('*')));
}

/** Whether it may print several lines: no filter, and not only the newest. */
function isWholeList(list: DockerCommand): boolean {
  return usesOf(list, 'filter').length === 0 && usesOf(list, 'last').length === 0 && !isOn(list, 'latest');
}

/** `sudo`, or a variable that may hold it. */
const asRoot = /^(?:sudo|doas|\$\{?\w*sudo\}?)$/i;

function patternFinding(word: ShellWord, { facts, globals, program, shell: { dialect, wrappers } }: DockerCommand): Advice {
  const isForShell = dialect === 'posix' && isBareGlob(word);
  const why = isForShell ? 'Docker knows no patterns of names, and the shell looks for files that match.' : 'Docker knows no patterns of names: it looks for a container of just this name.';
  const all = facts?.id === 'rm' || facts?.id === 'start' ? '-aq' : '-q';
  if (dialect === 'cmd') {
    return { message: `${why} Name each one; \`docker ps ${all}\` lists them.` };
  }
  const prefix = /^([\w.-]+)\*$/.exec(word.value)?.[1];
  const filter = word.value === '*' ? '' : prefix === undefined ? undefined : ` -f name=^${prefix}`;
  const last = wrappers.at(-1) ?? '';
  const list = code(`$(${asRoot.test(last) ? `${last} ` : ''}${program.value} ps ${all}${filter ?? ' -f name=…'})`);
  const isWritable = filter !== undefined && globals.length === 0;
  return { message: `${why} Write ${list}.`, ...(isWritable && { title: `Write ${list}`, edits: [replace(word.span, list.slice(1, -1))] }) };
}

function check(command: DockerCommand, context: RuleContext): void {
  if (!takers.includes(command.facts?.id ?? '') || command.template || command.help) {
    return;
  }
  // `*container name*` is for the reader.
  const isEmphasised = command.positionals.some(({ source }) => /^\*[^*]/.test(source));
  for (const word of command.positionals) {
    const warn = ({ message, title = '', edits = [] }: Advice) => {
      context.report({ span: word.span, message, fixes: edits.length === 0 || command.shell.nested ? [] : [{ title, safe: false, edits }] });
    };
    if (isPattern(word) && !isEmphasised) {
      warn(patternFinding(word, command));
      continue;
    }
    const found = command.shell.dialect === 'cmd' ? undefined : listIn(word, context);
    if (found === undefined || found.list.openEnded || usesOf(found.list, 'format').length > 0) {
      continue;
    }
    if (!isOn(found.list, 'quiet')) {
      const edits = insertFlag(found.list, context.region, '-q');
      warn({ message: 'Every word of the table is taken for a container, its headings too. Add `-q`, which prints ids alone.', title: 'Add `-q`', edits });
    } else if (found.quoted && isWholeList(found.list)) {
      const edits = [replace(word.span, word.source.slice(1, -1))];
      warn({ message: 'In quotes all ids are one argument, which names no container as soon as there are two. Leave the quotes out.', title: 'Leave the quotes out', edits });
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
    { bad: 'docker rm ⟦$( sudo docker ps -a 2> /dev/null )⟧\n', fixed: 'docker rm $( sudo docker ps -q -a 2> /dev/null )\n' },
    { bad: "docker stop ⟦'*-test'⟧\n" },
    { bad: 'sudo docker stop ⟦*⟧\n', fixed: 'sudo docker stop $(sudo docker ps -q)\n' },
    { bad: '```bat\ndocker stop ⟦*⟧\n```\n', surface: 'markdown' },
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
    '```bat\ndocker stop $(docker ps)\n```\n',
    'docker stop $(docker ps $OPTIONS)\n',
  ],
  causes: [{ commands: takers }],
  check,
};
