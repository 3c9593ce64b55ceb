/** The name of a folder beside the script as the source of a volume: docker makes an empty volume of that name. */
import { replaceValue } from '../command/edits.ts';
import { valueSpan } from '../shell/shell-command.ts';
import { code } from '../text/markdown.ts';
import { volumeSources } from './file-probes.ts';
import type { Rule } from './rule.ts';

export const namedVolumeLooksLikePath: Rule = {
  id: 'named-volume-looks-like-path',
  title: 'Volume with the name of a folder beside the script',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'off' },
  docs: {
    why: 'A source without a slash is the name of a volume, not a path. Docker makes an empty volume of that name, and the folder of the same name stays outside: the program starts without its configuration, and what it writes is not in the folder. `./` in front makes it a path.',
    whenToIgnore: 'The volume has the name of a folder by accident.',
    references: ['[Volumes](https://docs.docker.com/engine/storage/volumes/)'],
  },
  examples: [
    { bad: 'docker run -d -v ⟦conf⟧:/etc/nginx/conf.d:ro nginx:1.27\n', fixed: 'docker run -d -v ./conf:/etc/nginx/conf.d:ro nginx:1.27\n', note: 'Found only where there is a folder `conf`.' },
  ],
  silent: ['docker run -d -v missing-data:/data nginx:1.27\n', 'docker run -d -v ./conf:/etc/nginx/conf.d nginx:1.27\n', 'docker run -d -v "$CONF":/etc/nginx/conf.d nginx:1.27\n', 'docker run -d -v /conf nginx:1.27\n'],
  causes: [{ flags: ['volume'] }],
  check: (command, { files, report }) => {
    for (const { use, source } of volumeSources(command)) {
      if (!/^[A-Za-z0-9][\w.-]+$/.test(source) || files.kindOf(source) !== 'directory') {
        continue;
      }
      report({
        span: valueSpan(use.value.word, use.value.from, use.value.from + source.length),
        message: `This is the name of a volume, not the folder ${code(source)} beside this file. Write ${code(`./${source}`)} to mount the folder.`,
        fixes: [{ title: `Write ${code(`./${source}`)}`, edits: replaceValue(command, use.value, `./${source}`, 0, source.length), safe: false }],
      });
    }
  },
};
