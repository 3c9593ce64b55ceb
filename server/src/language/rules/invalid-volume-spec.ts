/** Reports `--volume` and `--volumes-from` values that the CLI or the engine refuses. */
import { valueRule } from './value-rule.ts';

export const invalidVolumeSpec = valueRule({
  id: 'invalid-volume-spec',
  title: 'The volume cannot be read',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'A volume is `source:target[:options]`. The target is an absolute path in the container and not its root; options such as `ro` and `z` stand behind the second colon in lower case (`Z` apart), separated by commas. Otherwise the container is not created. A source of a single letter is taken for a Windows drive.',
    references: ['[docker container run, --volume](https://docs.docker.com/reference/cli/docker/container/run/#volume)', '[Bind mounts, options for --volume](https://docs.docker.com/engine/storage/bind-mounts/#options-for---volume)'],
  },
  examples: [
    { bad: 'docker run -v /srv:/data:⟦RO⟧ alpine:3.20', fixed: 'docker run -v /srv:/data:ro alpine:3.20' },
    { bad: 'docker run -v ⟦/srv:/data:ro:z⟧ alpine:3.20', fixed: 'docker run -v /srv:/data:ro,z alpine:3.20' },
    { bad: 'docker run -v data:⟦data⟧ alpine:3.20', fixed: 'docker run -v data:/data alpine:3.20' },
    { bad: 'docker run --rm -v ⟦./data /data⟧ alpine:3.20 ls', fixed: 'docker run --rm -v ./data:/data alpine:3.20 ls' },
    { bad: 'docker run -v ⟦C:\\Users\\ann\\data:/data⟧ alpine:3.20', fixed: 'docker run -v C:/Users/ann/data:/data alpine:3.20' },
    { bad: 'docker run --volumes-from web:⟦rx⟧ alpine:3.20' },
  ],
  silent: ['docker run -v /srv:/data:ro,z -v data:/var/lib -v /cache alpine:3.20', 'docker run -v "$PWD:/data:RO" alpine:3.20', "docker run -v 'C:\\data:C:\\app' windows:ltsc2022", 'docker run -v ./data:/data alpine:3.20', '```sh\ndocker run -v data_host:data_container alpine:3.20\n```\n', '```sh\ndocker run -v папка:каталог -v 主机:容器/数据 -p 端口:80 alpine:3.20\n```\n'],
});
