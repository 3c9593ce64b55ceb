/** Reports images whose reference the CLI refuses. */
import type { DockerCommand } from '../command/docker-command.ts';
import { replaceInWord } from '../command/edits.ts';
import { namedImage } from '../command/named-image.ts';
import { imageProblems } from '../docker/image-reference.ts';
import { valueSpan, type ShellWord } from '../shell/shell-command.ts';
import { replace } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import { isDerailed } from './derailed.ts';
import type { Rule, RuleContext } from './rule.ts';
import { valueInImagePlace } from './value-in-image-place.ts';

/** `IMAGE`, `IMAGE[:TAG]`, `TU_USUARIO/web`, `imageName`: a word in capitals in a text stands for whatever the reader has, and so does the name of a part. */
const standsForAnImage = /(?:^|\/)[A-Z][A-Z\d_-]*(?:[:@[/]|$)|(?:^|[/_-]|[a-z])[Ii]mage(?:[A-Z][A-Za-z]*)?(?:Name|Tag|I[Dd])(?:[:@[/]|$)/;

/** `-e A = 1`, `-p 80 : 80`: blanks around the sign make it the image. */
function strayedSign(command: DockerCommand, image: ShellWord, { report, region, surface }: RuleContext): boolean {
  const { words } = command.shell;
  const index = words.indexOf(image);
  const before = words[index - 1];
  const behind = words[index + 1];
  if (before === undefined || !/^[=:]/.test(image.value)) {
    return false;
  }
  const isAlone = image.value.length === 1;
  // Behind what is complete, `-p 80:80 = opens a port`, the sign explains the command.
  if (isAlone && /^-|[=:]/.test(before.value)) {
    return surface === 'markdown' && words.length > index + 2;
  }
  const joined = { start: before.span.end, end: isAlone && behind !== undefined ? behind.span.start : image.span.start };
  const isBlank = /^[ \t]*[=:]?[ \t]*$/.test(region.text.slice(joined.start, joined.end));
  report({
    span: image.span,
    message: `${code(image.value)} stands apart, so it is taken for the image. Write it without blanks around \`${image.value.charAt(0)}\`.`,
    fixes: isBlank ? [{ title: 'Remove the blanks', safe: true, edits: [replace(joined, isAlone ? image.value : '')] }] : [],
  });
  return true;
}

/** `docker run / exec / logs`, `docker run - starts it`: a text that speaks of commands, and of no flags. */
function isProse({ flags, shell }: DockerCommand, image: ShellWord, { surface }: RuleContext): boolean {
  const behind = shell.words[shell.words.indexOf(image) + 1]?.value ?? '';
  return surface === 'markdown' && flags.length === 0 && !/[A-Za-z\d]/.test(image.value) && !/^-{1,2}[A-Za-z]/.test(behind);
}

/** `--cap-add A, B`: a list with a blank in it, whose rest is taken for the image. */
function followsComma({ shell }: DockerCommand, image: ShellWord): boolean {
  return shell.words[shell.words.indexOf(image) - 1]?.value.endsWith(',') === true;
}

function check(command: DockerCommand, context: RuleContext): void {
  const { facts } = command;
  const image = facts?.id === 'commit' ? command.positionals[1] : command.image;
  if (facts === undefined || command.help || command.engine === 'podman' || image?.kind !== 'literal' || isDerailed(command, context)) {
    return;
  }
  if (/[^\u0000-\u007f]/.test(image.value) || (context.surface === 'markdown' && standsForAnImage.test(image.value))) {
    return;
  }
  if (isProse(command, image, context) || followsComma(command, image) || strayedSign(command, image, context)) {
    return;
  }
  const problems = image === command.image ? (namedImage(command)?.problems ?? []) : imageProblems(image.value);
  const value = problems.length === 0 || image !== command.image ? undefined : valueInImagePlace(command, context);
  if (value !== undefined) {
    if (!value.isToldWithValue) {
      context.report(value);
    }
    return;
  }
  for (const problem of problems) {
    const part = valueSpan(image, problem.start, problem.end);
    context.report({
      span: part.end > part.start ? part : image.span,
      message: problem.message,
      fixes: (problem.fixes ?? []).map(({ title, safe, newText, start = 0, end = image.value.length }) => ({
        title,
        safe,
        edits: replaceInWord(image, valueSpan(image, start, end), start, end, newText, command.shell.dialect),
      })),
    });
  }
}

export const invalidImageReference: Rule = {
  id: 'invalid-image-reference',
  title: 'The image reference is not valid',
  refusedBy: 'cli',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'An image is `[registry/]repository[:tag][@digest]`, its repository in lower case, without a scheme in front. The CLI checks that before it asks any registry, and its message, `invalid reference format`, names neither the place nor the reason: often a variable that was empty left a lone colon behind.',
    references: ['[docker image tag](https://docs.docker.com/reference/cli/docker/image/tag/)', '[Image reference grammar](https://pkg.go.dev/github.com/distribution/reference)'],
  },
  examples: [
    { bad: 'docker run -d ⟦myorg/Api-Server⟧:2.4', fixed: 'docker run -d myorg/api-server:2.4' },
    { bad: 'docker run -d MyOrg/⟦Api⟧:2.4', fixed: 'docker run -d myorg/api:2.4', note: 'With its capitals the first part would be the host name of a registry.' },
    { bad: 'docker run -d ⟦https://⟧registry.example.com/team/api:2.4', fixed: 'docker run -d registry.example.com/team/api:2.4' },
    { bad: 'docker create nginx⟦:⟧' },
    { bad: '```sh\ndocker run ⟦-⟧ -name web -d nginx:1.27\n```' },
    { bad: 'docker commit web ⟦newImage⟧:1.0', fixed: 'docker commit web newimage:1.0' },
    { bad: 'docker run -v /srv/a:/a ⟦/srv/b:/b⟧ alpine:3.20 ls', fixed: 'docker run -v /srv/a:/a -v /srv/b:/b alpine:3.20 ls' },
    { bad: 'docker run -e ⟦TITLE=My Wiki⟧ shop/wiki:2.4', fixed: 'docker run -e TITLE="My Wiki" shop/wiki:2.4' },
    { bad: 'docker run -e A=1 ⟦B=2⟧ -p 8080:80 shop/wiki:2.4', fixed: 'docker run -e A=1 -e B=2 -p 8080:80 shop/wiki:2.4' },
    { bad: 'docker run -e ⟦OPTS=--config /etc/wiki.conf --debug⟧ shop/wiki:2.4', fixed: 'docker run -e OPTS="--config /etc/wiki.conf --debug" shop/wiki:2.4' },
    { bad: 'docker run -v ⟦/mnt/My Files:/data⟧ shop/wiki:2.4', fixed: 'docker run -v "/mnt/My Files:/data" shop/wiki:2.4' },
    { bad: 'docker run --security-opt no-new-privileges ⟦seccomp=wiki.json⟧ shop/wiki:2.4', fixed: 'docker run --security-opt no-new-privileges --security-opt seccomp=wiki.json shop/wiki:2.4' },
    { bad: 'docker run --rm --tmpfs ⟦/tmp size=64m⟧ alpine:3.20 ls', fixed: 'docker run --rm --tmpfs /tmp:size=64m alpine:3.20 ls' },
    { bad: 'docker run -e DEBUG ⟦=⟧ 1 alpine:3.20 env', fixed: 'docker run -e DEBUG=1 alpine:3.20 env' },
  ],
  silent: ['docker run registry.example.com:5000/team/api_server:V2.4', 'docker run "$IMAGE:$TAG"', 'docker run MyOrg/$NAME', 'docker commit Web', 'docker commit web "$IMAGE"', 'docker run --memroy Nginx', '```sh\ndocker run -d IMAGE[:TAG]\n```', '```sh\ndocker run -d TU_USUARIO/web:1.0\ndocker run team/imageName:imageTag\n```', 'docker run <Image>', '```sh\ndocker run / exec / logs\ndocker run - starts it\n```', '```sh\ndocker run -P = opens all ports\ndocker run -p 80:80 = opens a port\ndocker run --name="web" = sets the name\n```', 'podman run docker://nginx:1.27'],
  causes: [{ commands: ['run', 'create', 'commit'] }],
  check,
};
