/** Options of a volume behind a comma, where a colon belongs: they become part of the path. */
import { valueRule } from './value-rule.ts';

export const volumeOptionComma = valueRule({
  id: 'volume-option-comma',
  title: 'Comma instead of a colon before the options of a volume',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: 'In `-v source:/data,ro` the comma belongs to the path. The engine mounts the source, writable, at a directory named `/data,ro`; the program finds `/data` empty, and nothing complains. Commas only separate options that already stand behind a second colon.',
    whenToIgnore: 'The path in the container really ends in a comma and such a word.',
    references: ['[Bind mounts, options for --volume](https://docs.docker.com/engine/storage/bind-mounts/#options-for---volume)'],
  },
  examples: [
    {
      bad: 'docker run -v web-config:/etc/nginx/conf.d⟦,ro⟧ nginx:1.27\n',
      fixed: 'docker run -v web-config:/etc/nginx/conf.d:ro nginx:1.27\n',
    },
    { bad: 'docker run -v "$PWD/conf:/etc/nginx/conf.d" --volume=web-data:/data⟦,z⟧ nginx:1.27\n', fixed: 'docker run -v "$PWD/conf:/etc/nginx/conf.d" --volume=web-data:/data:z nginx:1.27\n' },
    { bad: 'docker run --tmpfs /tmp⟦,size=64m,mode=1777⟧ nginx:1.27\n', fixed: 'docker run --tmpfs /tmp:size=64m,mode=1777 nginx:1.27\n' },
  ],
  silent: [
    'docker run -v web-config:/etc/nginx/conf.d:ro,z nginx:1.27\n',
    'docker run -v web-data:/data,v nginx:1.27\n',
    'docker run -v $CONFIG:/etc/nginx,ro nginx:1.27\n',
    'docker run --mount type=bind,source=/srv,target=/srv,ro nginx:1.27\n',
  ],
});
