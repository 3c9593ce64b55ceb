/** Output formats of `docker ps`. */
import { formatPs as facts } from '../generated/cli.ts';
import { atLeast } from './scan/cli-release.ts';
import { templateGrammar } from './template-grammar.ts';

/** What Go also reaches on the object: methods and fields that are there for other reasons. */
const technical = ['FullHeader', 'Header', 'HeaderContext', 'MarshalJSON', 'FieldsUsed'];

export const formatPs = templateGrammar({
  kind: 'format-ps',
  form: '`table`, `raw`, `json`, or a Go template such as `{{.Names}}: {{.Status}}`, with `table ` in front for columns with headings',
  example: "'table {{.Names}}\\t{{.Status}}\\t{{.Ports}}'",
  fields: {
    Names: { meaning: 'The name, and those given by links.' },
    ID: { meaning: 'The id, short unless `--no-trunc`.' },
    Image: { meaning: 'The image as it was written.' },
    Status: { meaning: 'State, age and health in words: `Up 3 minutes (healthy)`.' },
    State: { meaning: 'The state in one word: `running`, `exited` …' },
    HealthStatus: { meaning: 'The health in one word (CLI 29.5 and newer).' },
    Ports: { meaning: 'Exposed and published ports.' },
    Command: { meaning: 'The command, short unless `--no-trunc`.' },
    RunningFor: { meaning: 'Age since creation, in words.' },
    CreatedAt: { meaning: 'When it was made.' },
    Size: { meaning: 'Bytes on disk. Naming it makes the command slow, as with `--size`.' },
    Labels: { meaning: 'All labels, with commas.' },
    Label: { meaning: 'The value of one label: `{{.Label "com.docker.compose.project"}}`.' },
    Mounts: { meaning: 'Names of the volumes and folders.' },
    LocalVolumes: { meaning: 'The number of volumes.' },
    Networks: { meaning: 'Names of the networks.' },
    Platform: { meaning: 'Platform of the image (CLI 28.2 and newer).' },
  },
  words: [
    { text: 'table', meaning: 'Columns with headings; a template behind it chooses them.' },
    { text: 'json', meaning: 'One JSON object per line (CLI 23 and newer).' },
    { text: 'raw', meaning: 'One `key: value` line for each field.' },
  ],
  samples: [
    { text: 'table {{.Names}}\\t{{.Status}}\\t{{.Ports}}', meaning: 'Name, status and ports in columns.' },
    { text: '{{.Names}}', meaning: 'Names only, one per line, for scripts.' },
    { text: '{{.ID}}', meaning: 'Ids only; `-q` does the same.' },
    { text: '{{json .}}', meaning: 'Everything as JSON, one line per container.' },
  ],
  closed: (version) => {
    const fields: readonly string[] = atLeast(version, 29, 5) ? facts.fields : atLeast(version, 28, 2) ? facts.in28_2_2 : facts.in28_2_2.filter((name) => name !== 'Platform');
    return new Set([...fields, ...technical]);
  },
});
