/** Output formats of `docker stats`. */
import { formatStats as facts } from '../generated/cli.ts';
import { templateGrammar } from './template-grammar.ts';

/** What Go also reaches on the object: methods and fields that are there for other reasons. */
const technical = ['FullHeader', 'Header', 'HeaderContext', 'MarshalJSON'];

export const formatStats = templateGrammar({
  kind: 'format-stats',
  form: '`table`, `json`, or a Go template such as `{{.Name}}: {{.MemUsage}}`, with `table ` in front for columns with headings',
  example: "'table {{.Name}}\\t{{.CPUPerc}}\\t{{.MemUsage}}'",
  fields: {
    Name: { meaning: 'The name of the container.' },
    Container: { meaning: 'The name or id as it was given on the command line.' },
    ID: { meaning: 'The id, short unless `--no-trunc`.' },
    CPUPerc: { meaning: 'CPU use; 100 % is one whole CPU, so 400 % is possible on four.' },
    MemUsage: { meaning: 'Memory in use and its limit, without the file cache.' },
    MemPerc: { meaning: 'Memory in use as a share of the limit, or of the host without one.' },
    NetIO: { meaning: 'Bytes received and sent; nothing for `--network host`.' },
    BlockIO: { meaning: 'Bytes read from and written to disk.' },
    PIDs: { meaning: 'Processes and threads.' },
  },
  words: [
    { text: 'table', meaning: 'Columns with headings; a template behind it chooses them.' },
    { text: 'json', meaning: 'One JSON object per line (CLI 23 and newer).' },
  ],
  samples: [
    { text: 'table {{.Name}}\\t{{.CPUPerc}}\\t{{.MemUsage}}', meaning: 'Name, CPU and memory in columns.' },
    { text: '{{.Name}}: {{.MemPerc}}', meaning: 'Memory as a share, one line per container.' },
    { text: '{{json .}}', meaning: 'Everything as JSON.' },
  ],
  closed: () => new Set<string>([...facts.fields, ...technical]),
});
