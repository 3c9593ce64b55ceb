/** Reports `run` and `create` without an image. */
import { canonicalName } from '../docker/cli-facts.ts';
import type { DockerCommand } from '../command/docker-command.ts';
import { code } from '../text/markdown.ts';
import { isAbridged } from './abridged.ts';
import { isDerailed, isWhole } from './derailed.ts';
import type { Rule, RuleContext } from './rule.ts';

/** Flags that say that a container is really to run, where others may only be shown: `docker run -v data:/data`. */
const intent: ReadonlySet<string> = new Set(['name', 'detach', 'rm', 'interactive', 'tty', 'env', 'env-file', 'restart', 'entrypoint', 'hostname', 'user', 'workdir', 'init', 'privileged']);

/** How a container runs, which people write in front of the one flag that they show: `docker run -d -e MAX_PLAYERS=50`. */
const modes: ReadonlySet<string> = new Set(['detach', 'rm', 'interactive', 'tty']);

/** Whether a container is really to run. */
function isMeant({ facts, flags }: DockerCommand): boolean {
  const names = flags.map((use) => canonicalName(use.facts));
  const settings = names.filter((name) => !modes.has(name));
  return facts?.id === 'create' || names.includes('name') || (settings.length > 1 && names.some((name) => intent.has(name)));
}

/** The last value may well be the image, for which a flag before it took it. */
function lastValue(command: DockerCommand): string {
  const use = command.flags.findLast(({ value }) => value.attached === 'next');
  const isLast = use !== undefined && command.shell.words.at(-1) === use.value.word;
  const couldBeImage = use?.value.literal === true && /^[a-z][\w./-]*(?::(?:[a-z][\w.-]*|\d+(?:\.\d+)+[\w.-]*))?$/.test(use.value.text);
  return isLast && couldBeImage ? ` ${code(use.value.text)} is the value of \`${use.spelling}\`.` : '';
}

function check(command: DockerCommand, context: RuleContext): void {
  const { facts } = command;
  const problem = command.problems.find(({ code: kind }) => kind === 'too-few-arguments');
  if (facts === undefined || (facts.id !== 'run' && facts.id !== 'create') || problem === undefined || !isWhole(command) || isDerailed(command, context) || isAbridged(command, context.region)) {
    return;
  }
  context.report({
    span: problem.span,
    message: `No image is named, so nothing runs.${lastValue(command)} Put the image behind the flags.`,
    ...(isMeant(command) ? {} : { severity: { script: 'error', markdown: 'info' } }),
  });
}

export const missingImage: Rule = {
  id: 'missing-image',
  title: 'No image is named',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'The first word that is neither a flag nor the value of one is the image. Without it the CLI only prints its usage: often the image was forgotten while a line was copied, or the line ends too early.',
    whenToIgnore: 'A text may show a flag in a fragment such as `docker run -v data:/data`. There it is only mentioned as information.',
    references: ['[Running containers, general form](https://docs.docker.com/engine/containers/run/#general-form)'],
  },
  examples: [
    { bad: 'docker ⟦run⟧ -d -p 8080:80' },
    { bad: 'docker container ⟦create⟧ --name web' },
    { bad: 'docker ⟦run⟧ -it -e nginx:1.27', note: 'The flag in front of the image took it for its value.' },
    { bad: '```sh\ndocker ⟦run⟧ -v data:/data\n```\n', surface: 'markdown', note: 'A fragment in a text is only mentioned.' },
    { bad: '```sh\ndocker ⟦run⟧ -d -e MAX_PLAYERS=50\n```\n', surface: 'markdown', note: 'So is one flag behind `-d`.' },
  ],
  silent: ['docker run "$@"', 'docker run --help', 'docker run $IMAGE', 'docker run -d -p 80:80 <image>', 'docker run --name', '```sh\ndocker run -it \\\n  -e A=1 \\\n  -e B=2\n  ...\n```\n', '```sh\ndocker run --name web # ...\n```\n', 'echo nginx | xargs docker run -d', 'docker run --unknown'],
  causes: [{ commands: ['run', 'create'], problems: ['too-few-arguments'] }],
  check,
};
