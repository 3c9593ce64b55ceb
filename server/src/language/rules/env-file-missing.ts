/** Reports files named on the command line that are not beside the script. */
import type { DockerCommand, FlagUse } from '../command/docker-command.ts';
import { code } from '../text/markdown.ts';
import type { Rule, RuleContext } from './rule.ts';

/** The file that the CLI reads for the flag; undefined for flags that name none. */
function fileOf({ facts, value }: FlagUse): string | undefined {
  if (facts.name === 'env-file' || facts.name === 'label-file') {
    return value.text;
  }
  const profile = facts.name === 'security-opt' ? /^seccomp[=:](.+)$/s.exec(value.text)?.[1] : undefined;
  return profile === 'unconfined' || profile === 'builtin' ? undefined : profile;
}

function check(command: DockerCommand, { report, files }: RuleContext): void {
  if (command.facts === undefined || command.help) {
    return;
  }
  for (const use of command.flags) {
    const file = use.value.literal ? fileOf(use) : undefined;
    if (file !== undefined && file !== '' && files.kindOf(file) === 'missing') {
      report({ span: use.value.span, message: `There is no file ${code(file)} here, so the command fails. Create it, or run the command from the folder that has it.` });
    }
  }
}

export const envFileMissing: Rule = {
  id: 'env-file-missing',
  title: 'A file that the command reads is missing',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'off' },
  docs: {
    why: 'Files of `--env-file`, `--label-file` and `--security-opt seccomp=` are read by the CLI on this machine, starting from the working directory. When one is missing nothing is started.',
    whenToIgnore: 'The file is made before the command runs, or the command runs from another folder.',
    references: ['[docker container run, --env](https://docs.docker.com/reference/cli/docker/container/run/#env)'],
  },
  examples: [{ bad: 'docker run --env-file ⟦missing.env⟧ nginx:1.27' }, { bad: 'docker run --security-opt ⟦seccomp=missing.json⟧ nginx:1.27' }],
  silent: ['docker run --env-file settings.env nginx:1.27', 'docker run --env-file "missing-$STAGE.env" nginx:1.27', 'docker run --security-opt seccomp=unconfined nginx:1.27', 'docker run nginx:1.27 --env-file missing.env'],
  causes: [{ flags: ['env-file', 'label-file', 'security-opt'] }],
  check,
};
