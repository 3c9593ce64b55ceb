/** Reports flags and values that the CLI set in the settings is too old for. */
import type { DockerCommand, FlagUse } from '../command/docker-command.ts';
import { flagNames } from '../docker/cli-facts.ts';
import { renameFlag } from '../command/edits.ts';
import { reportValues } from './value-rule.ts';
import type { Fix, Rule, RuleContext } from './rule.ts';

const id = 'flag-requires-newer-docker';
const severity = { script: 'warning', markdown: 'warning' } as const;

const newerFlags = flagNames(({ missingIn }) => missingIn !== undefined);

/** `--timeout` is new, its letter is not. */
function letterFix(use: FlagUse): Fix[] {
  return use.facts.name === 'timeout' && use.spelling === '--timeout' ? [{ title: 'Write `-t`', safe: true, edits: renameFlag(use, '-t') }] : [];
}

function check(command: DockerCommand, context: RuleContext): void {
  if (command.facts === undefined || command.help || command.engine === 'podman') {
    return;
  }
  for (const use of command.flags) {
    const { facts, spelling, nameSpan } = use;
    const isLetterOfOld = facts.name === 'timeout' && spelling === '-t';
    if (facts.missingIn?.includes(context.version) === true && !isLetterOfOld) {
      context.report({ span: nameSpan, message: `\`${spelling}\` needs Docker CLI ${facts.since} or newer; ${context.version} stops at it.`, fixes: letterFix(use) });
    }
  }
  reportValues({ id, severity }, command, context);
}

export const flagRequiresNewerDocker: Rule = {
  id,
  title: 'The Docker version in use does not know this yet',
  refusedBy: 'cli',
  severity,
  docs: {
    why: 'A CLI that is older than a flag stops at it as at any unknown flag. Set `dockerVersion` to the oldest version that has to run your commands, and everything that it cannot know is pointed out. `docker stop --timeout` is the usual case: it exists since 28.0, while `-t` works everywhere.',
    whenToIgnore: 'Every machine that runs the command has the newer version: then set `dockerVersion` accordingly.',
    references: ['[Engine release notes](https://docs.docker.com/engine/release-notes/)', '[Deprecated features](https://docs.docker.com/engine/deprecated/)'],
  },
  examples: [
    { bad: 'docker stop ⟦--timeout⟧ 30 web', fixed: 'docker stop -t 30 web', version: '20.10.24' },
    { bad: 'docker run ⟦--annotation⟧ com.example.team=web nginx:1.27', version: '20.10.24' },
    { bad: 'docker run --mount type=bind,src=/srv,dst=/data,⟦bind-create-src⟧ nginx:1.27', version: '28.2.2' },
  ],
  silent: ['docker stop --timeout 30 web', 'docker run --annotation com.example.team=web nginx:1.27', 'docker run -q nginx:1.27', 'podman stop --timeout 30 web'],
  causes: [{ flags: newerFlags }, { problems: [id] }],
  check,
};
