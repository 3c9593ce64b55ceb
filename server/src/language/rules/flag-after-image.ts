/** Reports flags of docker behind the image, where they belong to the process in the container. */
import type { DockerCommand } from '../command/docker-command.ts';
import { lastUse } from '../command/docker-command.ts';
import { parseFlags } from '../command/parse-flags.ts';
import type { CommandFacts } from '../docker/cli-facts.ts';
import { imageProblems } from '../docker/image-reference.ts';
import type { ShellWord } from '../shell/shell-command.ts';
import { insert, remove } from '../text/edit.ts';
import { cover } from '../text/span.ts';
import { code } from '../text/markdown.ts';
import { isDerailed, isWhole } from './derailed.ts';
import { isFlagOf } from './rest-of-command.ts';
import type { Fix, Rule, RuleContext } from './rule.ts';
import { valueInImagePlace } from './value-in-image-place.ts';

/** Long flags that hardly any program has, with the values that make others unmistakable. */
const unmistakable: Readonly<Record<string, RegExp>> = {
  rm: /^$/,
  publish: /^[\d.:]*\d:\d+(?:\/\w+)?$/,
  // Two slashes are a URL: `curl -v https://example.com`.
  volume: /^[^:]+:\/(?!\/)[^:]*(?::\w+)?$/,
  restart: /^(?:no|always|unless-stopped|on-failure(?::\d+)?)$/,
  network: /^(?:host|bridge|none)$/,
  net: /^(?:host|bridge|none)$/,
  detach: /^$/,
  interactive: /^$/,
  tty: /^$/,
  name: /^[a-z\d][\w.-]+$/i,
  env: /^[A-Z_][A-Z\d_]*=/,
  'env-file': /\.env$/,
  mount: /^type=\w+,/,
  privileged: /^$/,
};
const letters: Readonly<Record<string, RegExp>> = { '-p': unmistakable['publish'] ?? /^$/, '-v': unmistakable['volume'] ?? /^$/, '-e': unmistakable['env'] ?? /^$/ };

/** Whether the word, with the one behind it, can only be meant for docker. */
function isMeantForDocker(command: DockerCommand, word: ShellWord, next: string): boolean {
  if (command.facts?.id === 'exec') {
    return /^-[itd]{1,3}$/.test(word.value) || (/^--?[a-z]/.test(word.value) && isFlagOf(command.facts, word.value));
  }
  if (/^-(?:it|ti|itd|tid|dit|dti|idt|tdi)$/.test(word.value)) {
    return true;
  }
  const [, name = '', attached] = /^--([a-z-]+)(?:=(.*))?$/s.exec(word.value) ?? [];
  const flag = command.facts?.byName.get(name);
  if (flag === undefined) {
    return letters[word.value]?.test(next) ?? false;
  }
  // A program may have a `--name` of its own; after one for docker a second is hardly docker's.
  const given = !flag.takesValue || name !== 'name' || (lastUse(command, name) === undefined && !/etcd|consul|nats/.test(command.image?.value ?? ''));
  return given && (unmistakable[name]?.test(flag.takesValue ? (attached ?? next) : (attached ?? '')) ?? false);
}

/** Whether the process begins with flags of docker, one of which can only be meant for it. */
function beginsWithFlagsForDocker(command: DockerCommand, facts: CommandFacts): boolean {
  const words = command.process;
  const { flags, problems } = parseFlags(facts, words);
  const first = flags.find(({ word }) => {
    const next = words[words.indexOf(word) + 1];
    return word.kind === 'literal' && isMeantForDocker(command, word, next?.kind === 'literal' ? next.value : '');
  });
  return first !== undefined && problems.every(({ word }) => word.span.start > first.word.span.start);
}

/** Moves the run of flags in front of the image. */
function moveFix(command: DockerCommand, { region }: RuleContext, before: ShellWord): Fix | undefined {
  const [first] = command.process;
  if (command.facts === undefined || first === undefined) {
    return undefined;
  }
  const rest = command.process;
  const { flags, positionals, problems } = parseFlags(command.facts, rest);
  const last = flags.at(-1);
  const between = region.text.slice(before.span.end, first.span.start);
  if (last === undefined || problems.length > 0 || positionals.some(({ value }) => value.startsWith('-')) || /[^\s\\`^]/.test(between)) {
    return undefined;
  }
  const moved = cover(first.span, cover(last.word.span, last.value.word.span));
  const text = region.text.slice(moved.start, moved.end);
  return text.includes('#')
    ? undefined
    : { title: 'Move the flags before it', safe: false, edits: [insert(before.span.start, `${text} `), remove({ start: before.span.end, end: moved.end })] };
}

function check(command: DockerCommand, context: RuleContext): void {
  const { facts } = command;
  const id = facts?.id;
  const [before] = command.positionals;
  const [first] = command.process;
  const wanted = id === 'run' || id === 'create' || id === 'exec';
  if (facts === undefined || !wanted || before?.kind !== 'literal' || first?.kind !== 'literal' || command.endOfFlags !== undefined || !isWhole(command) || isDerailed(command, context)) {
    return;
  }
  const isImage = id === 'exec' || imageProblems(before.value).length === 0;
  // What only stands where the image belongs has a rule of its own, whose fix brings the flags in front again.
  if (!isImage || lastUse(command, 'entrypoint') !== undefined || !beginsWithFlagsForDocker(command, facts) || (id !== 'exec' && valueInImagePlace(command, context) !== undefined)) {
    return;
  }
  const what = id === 'exec' ? 'container' : 'image';
  const fix = moveFix(command, context, before);
  context.report({
    span: first.span,
    message: `Words behind the ${what} belong to the process in the container: it gets ${code(first.value)}, Docker does not. Put flags before the ${what}.`,
    fixes: fix === undefined ? [] : [fix],
  });
}

export const flagAfterImage: Rule = {
  id: 'flag-after-image',
  title: 'A flag behind the image goes to the process, not to Docker',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'info' },
  docs: {
    why: 'Docker reads flags only up to the image (`run`, `create`) or the container (`exec`). What follows is the command of the process, so a port behind the image is not published, and `-it` becomes the name of a program that does not exist. Docker does not complain.',
    whenToIgnore: 'A program in the image may have a flag of the same name. Only spellings that hardly any other program has are reported.',
    references: ['[Running containers, general form](https://docs.docker.com/engine/containers/run/#general-form)'],
  },
  examples: [
    { bad: 'docker run -d nginx:1.27 ⟦-p⟧ 8080:80', fixed: 'docker run -d -p 8080:80 nginx:1.27' },
    { bad: 'docker run nginx:1.27 ⟦-d⟧ --name web -p 8080:80', fixed: 'docker run -d --name web -p 8080:80 nginx:1.27' },
    { bad: 'docker exec web ⟦-it⟧ sh', fixed: 'docker exec -it web sh' },
    { bad: 'docker run alpine:3.20 ⟦--rm⟧ -v data:/data ls /data', fixed: 'docker run --rm -v data:/data alpine:3.20 ls /data' },
  ],
  silent: [
    'docker run -d prom/prometheus:v2.53 --config.file=/etc/prometheus.yml',
    'docker run --rm alpine/git:2.45 -v',
    'docker run --rm curlimages/curl:8.12.1 -v https://example.com',
    'docker run -d --name etcd quay.io/coreos/etcd:v3.5 --name node1',
    'docker run --rm myorg/tool:1 -p 8080',
    'docker run --rm -- alpine:3.20 -it',
    'docker run --entrypoint sh alpine:3.20 -it',
    'docker run --rm myorg/tool:1 -d --verbose -p 8080:80',
    'docker exec web ls -it',
    'docker run -d -e HOST=shop.net, www.shop.net -e ROLE=web shop:2.4',
    'docker run -d ethereum/client-go:v1.14 --network mainnet',
  ],
  causes: [{ commands: ['run', 'create', 'exec'] }],
  check,
};
