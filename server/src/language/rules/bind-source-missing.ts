/** A path that is mounted but does not exist: the engine makes an empty folder in its place. */
import { replaceInWord } from '../command/edits.ts';
import { quoteWord } from '../command/quote.ts';
import { valueSpan } from '../shell/shell-command.ts';
import { code } from '../text/markdown.ts';
import { replace } from '../text/edit.ts';
import type { DockerCommand } from '../command/docker-command.ts';
import { volumeSources, type VolumeSource } from './file-probes.ts';
import type { Fix, Rule } from './rule.ts';

/** The same as `--mount`, which refuses to start without the source. */
function asMount({ use, source, target, options }: VolumeSource, command: DockerCommand): Fix[] {
  if (!['', 'rw', 'ro'].includes(options) || /[,"]/.test(source + target) || use.clustered) {
    return [];
  }
  const mount = `type=bind,source=${source},target=${target}${options === 'ro' ? ',readonly' : ''}`;
  const edits =
    use.value.attached === 'next'
      ? [replace(use.nameSpan, '--mount'), ...replaceInWord(use.value.word, valueSpan(use.value.word), 0, use.value.text.length, mount, command.shell.dialect)]
      : [replace(use.word.span, `--mount ${quoteWord(mount, command.shell.dialect)}`)];
  return [{ title: 'Write `--mount`, which fails where the source is missing', edits, safe: false }];
}

export const bindSourceMissing: Rule = {
  id: 'bind-source-missing',
  title: 'Mounted path that does not exist',
  refusedBy: 'nobody',
  severity: { script: 'info', markdown: 'off' },
  docs: {
    why: 'For `-v` the engine makes what is missing: an empty folder that belongs to root, also where a file was meant. The program then finds a folder in place of its configuration file, and the next deployment cannot write the file because the folder is in the way. `--mount` fails at once instead.',
    whenToIgnore: 'An earlier step makes the path, or the engine runs on another machine.',
    references: ['[Bind mounts](https://docs.docker.com/engine/storage/bind-mounts/)'],
  },
  examples: [
    {
      bad: 'docker run -d -v ⟦./missing/nginx.conf⟧:/etc/nginx/nginx.conf:ro nginx:1.27\n',
      fixed: 'docker run -d --mount type=bind,source=./missing/nginx.conf,target=/etc/nginx/nginx.conf,readonly nginx:1.27\n',
      note: 'Found only where there is no such file.',
    },
    { bad: 'docker run -d --volume=⟦./missing⟧:/data:z nginx:1.27\n' },
  ],
  silent: ['docker run -d -v ./conf/nginx.conf:/etc/nginx/nginx.conf:ro nginx:1.27\n', 'docker run -d -v "$PWD/missing":/data nginx:1.27\n', 'docker run -d -v missing:/data nginx:1.27\n', 'docker run -d -v /srv/missing:/data nginx:1.27\n'],
  causes: [{ flags: ['volume'] }],
  check: (command, { files, report }) => {
    const isPodman = command.engine === 'podman';
    for (const volume of volumeSources(command)) {
      const { use, source } = volume;
      if (!/^\.\.?\//.test(source) || files.kindOf(source) !== 'missing') {
        continue;
      }
      report({
        span: valueSpan(use.value.word, use.value.from, use.value.from + source.length),
        message: `There is no ${code(source)} here: ${isPodman ? 'podman refuses the command. Create it first.' : 'the engine makes an empty folder of that name, owned by root. Create it first, or use `--mount`, which fails instead.'}`,
        fixes: isPodman ? [] : asMount(volume, command),
      });
    }
  },
};
