/** Passwords and keys that stand on the command line, and then in the configuration of the container. */
import { usesOf, type DockerCommand, type FlagUse } from '../command/docker-command.ts';
import { replaceValue } from '../command/edits.ts';
import { secretIn, usualSecretWords } from '../command/secret-values.ts';
import { code } from '../text/markdown.ts';
import type { Fix, Rule } from './rule.ts';
import { owasp, owaspSheet } from './standards.ts';

/** Programs that start their command with another environment, or on another machine. */
const cutsOff: ReadonlySet<string> = new Set(['sudo', 'doas', 'su', 'runuser', 'env', 'ssh', 'at', 'cron', 'xargs', 'alias']);

/** Passing a variable on works where the shell that has it starts docker itself. */
function passOn(command: DockerCommand, { value }: FlagUse, name: string): Fix[] {
  const { nested, wrappers } = command.shell;
  const canHold = /^[A-Za-z_]\w*$/.test(name) && !nested && !wrappers.some((wrapper) => cutsOff.has(wrapper));
  const title = `Write ${code(`-e ${name}`)}, and set the variable where docker is called`;
  return canHold ? [{ title, edits: replaceValue(command, value, '', name.length), safe: false }] : [];
}

export const secretInEnvironment: Rule = {
  id: 'secret-in-environment',
  title: 'Secret written on the command line',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'info' },
  docs: {
    why: 'A password behind `-e` is in the script and its history, in the list of processes while the command runs, in `docker inspect` for everybody who may use the engine, and in every crash report that prints the environment. `-e NAME` passes a variable on without writing its value, `--env-file` reads it from a file that is not committed; best is a file below `/run/secrets`, which many images read when the variable ends in `_FILE`.',
    whenToIgnore: 'The container is a throw-away, such as the database of a test.',
    references: ['[docker container run, --env](https://docs.docker.com/reference/cli/docker/container/run/#env)', '[Secrets used in ARG or ENV](https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/)', owaspSheet],
    standards: [owasp('12')],
  },
  options: {
    words: {
      description: 'Words in the name of a variable that promise a secret; long ones count as the end of a word too.',
      default: usualSecretWords.words,
    },
    harmlessWords: {
      description: 'Words in the name of a variable that take the promise back.',
      default: usualSecretWords.harmlessWords,
    },
    placeholders: {
      description: 'Values that stand for a secret and are none.',
      default: usualSecretWords.placeholders,
    },
  },
  examples: [
    { bad: 'docker run -d ⟦-e POSTGRES_PASSWORD=hunter2⟧ postgres:17.2\n', fixed: 'docker run -d -e POSTGRES_PASSWORD postgres:17.2\n' },
    { bad: "docker run -d ⟦--env='DATABASE_URL=postgres://shop:hunter2@db:5432/shop'⟧ shop:2.4\n", fixed: "docker run -d --env='DATABASE_URL' shop:2.4\n" },
    { bad: 'sudo docker exec ⟦-e VAULT_TOKEN=hvs.h4Kq2⟧ vault vault status\n', note: '`sudo` does not pass the environment on, so there is no fix here.' },
  ],
  silent: ['docker run -d -e POSTGRES_PASSWORD postgres:17.2\n', 'docker run -d -e POSTGRES_PASSWORD="$PASSWORD" postgres:17.2\n', 'docker run -d -e POSTGRES_PASSWORD=changeme postgres:17.2\n', 'docker run -d -e POSTGRES_PASSWORD_FILE=/run/secrets/db postgres:17.2\n', 'docker run -d -e MYSQL_ALLOW_EMPTY_PASSWORD=yes mysql:8.4\n', 'docker run -d -e API_TOKEN=<token> shop:2.4\n', 'docker run -d -e API_TOKEN=YOUR_TOKEN shop:2.4\n', 'docker run -d -e PUBLIC_KEY=ssh-ed25519 shop:2.4\n', 'docker run -d -e DATABASE_URL=postgres://db:5432/shop shop:2.4\n', 'docker run -d -e MONKEY=george shop:2.4\n', 'docker run -d -e REGISTRY_AUTH=htpasswd registry:2\n', 'docker run -d -e REDIS_PASSWORD= shop:2.4\n', 'docker run -d -e REDIS_PASSWORD=hunter2 <image>\n', 'docker run -d -e TLS_KEY=server.key -e CREDENTIALS=account.json shop:2.4\n', 'docker run -d -e SMTP_PASS=PASSWORD -e AUTH_TOKEN_SERVICE=shop-registry shop:2.4\n', 'docker run -d -e ADMIN_PASSWORD=adminPasswordHere -e API_TOKEN=你的令牌 -e DB_PASSWORD=пароль shop:2.4\n'],
  causes: [{ commands: ['run', 'create', 'exec'], flags: ['env'] }],
  check: (command, { report, options }) => {
    if (command.help || command.template) {
      return;
    }
    const { words = [], harmlessWords = [], placeholders = [] } = options;
    for (const use of usesOf(command, 'env')) {
      const [, name = '', value = ''] = /^([^=]+)=(.*)$/s.exec(use.value.text) ?? [];
      const found = use.value.literal && name !== '' ? secretIn(name, value, { words, harmlessWords, placeholders }) : undefined;
      if (found !== undefined) {
        const what = found === 'password inside' ? `The address in ${code(name)} holds a password, which` : `The value of ${code(name)} looks like a secret, which`;
        report({
          span: use.span,
          message: `${what} ends up in the script, in the process list and in \`docker inspect\`. Pass the variable on with ${code(`-e ${name}`)}, or keep it in an \`--env-file\`.`,
          fixes: passOn(command, use, name),
        });
      }
    }
  },
};
