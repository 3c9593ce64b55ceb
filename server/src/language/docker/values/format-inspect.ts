/** Output formats of `docker inspect`. */
import { containerFields, fieldsOfOtherObjects } from '../inspect-fields.ts';
import { templateGrammar } from './template-grammar.ts';

export const formatInspect = templateGrammar({
  kind: 'format-inspect',
  form: '`json`, or a Go template such as `{{.State.Status}}`; there is no `table` here',
  example: "'{{.State.Status}}'",
  fields: containerFields,
  ofOtherObjects: fieldsOfOtherObjects,
  words: [{ text: 'json', meaning: 'The whole object as JSON on one line (CLI 23 and newer).' }],
  samples: [
    { text: '{{.State.Status}}', meaning: 'The state in one word.' },
    { text: '{{.State.Health.Status}}', meaning: 'The result of the health check; fails for containers without one.' },
    { text: '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}', meaning: 'The addresses on all networks.' },
    { text: '{{json .NetworkSettings.Ports}}', meaning: 'Published ports as JSON.' },
    { text: '{{range .Mounts}}{{.Source}} -> {{.Destination}}{{println}}{{end}}', meaning: 'Volumes and folders, one per line.' },
    { text: '{{.State.ExitCode}}', meaning: 'The last exit code.' },
    { text: '{{index .Config.Labels "name"}}', meaning: 'The value of one label.' },
    { text: '{{json .Config.Env}}', meaning: 'The environment, passwords included.' },
  ],
});
