/** Filters of `docker ps`. */
import { filterGrammar } from './filter-grammar.ts';
import { parseInteger } from './scan/integer.ts';

export const psFilter = filterGrammar({
  kind: 'ps-filter',
  form: '`key=value`; the same key again means or (for `label`: and), another key means and',
  example: 'status=running',
  keys: [
    {
      name: 'status',
      meaning: 'The state of the container. Stopped ones are found without `-a`.',
      values: [
        { text: 'running', meaning: 'The program runs.' },
        { text: 'exited', meaning: 'The program has ended.' },
        { text: 'created', meaning: 'Never started, or the start failed.' },
        { text: 'paused', meaning: 'Frozen by `docker pause`.' },
        { text: 'restarting', meaning: 'Between two tries of the restart policy: a crash loop.' },
        { text: 'removing', meaning: 'Being removed.' },
        { text: 'dead', meaning: 'Could not be removed completely, often because a file is in use.' },
      ],
      synonyms: { down: 'exited', finished: 'exited', started: 'running', stopped: 'exited', up: 'running' },
    },
    {
      name: 'health',
      meaning: 'The result of the health check.',
      values: [
        { text: 'healthy', meaning: 'The last check succeeded.' },
        { text: 'unhealthy', meaning: 'As many checks in a row failed as `--health-retries` says.' },
        { text: 'starting', meaning: 'No check has succeeded yet.' },
        { text: 'none', meaning: 'There is no health check.' },
      ],
    },
    { name: 'name', names: 'container', meaning: 'Containers whose name contains the text; it is a regular expression, so `^web$` means exactly `web`.', sample: 'web' },
    { name: 'label', meaning: 'Containers with the label, or with the label and value.', sample: 'com.docker.compose.project=app' },
    { name: 'ancestor', names: 'image', meaning: 'Containers of the image or of images built on it.', sample: 'nginx:1.27' },
    { name: 'id', meaning: 'Containers whose id begins with or matches the text.', sample: '4bcff6' },
    { name: 'network', names: 'network', meaning: 'Containers on the network, by name or id.', sample: 'backend' },
    { name: 'volume', names: 'volume', meaning: 'Containers that mount the volume or the path.', sample: 'data' },
    { name: 'publish', meaning: 'Containers that publish the port or a port of the range.', sample: '8080' },
    { name: 'expose', meaning: 'Containers that expose the port or a port of the range.', sample: '80/tcp' },
    { name: 'exited', meaning: 'Stopped containers with this exit code; `137` means killed. Needs `-a`.', sample: '137', expected: 'an exit code, which is a whole number', accepts: (value) => typeof parseInteger(value, { base: 10, bits: 64, signed: true }) === 'bigint' },
    { name: 'before', names: 'container', meaning: 'Containers made before the one named.', sample: 'web' },
    { name: 'since', names: 'container', meaning: 'Containers made after the one named.', sample: 'web' },
    { name: 'is-task', meaning: 'Whether the container belongs to a service of a swarm.', values: [{ text: 'true', meaning: 'Tasks only.' }, { text: 'false', meaning: 'No tasks.' }], accepts: (value) => /^(?:1|t|true|0|f|false)$/i.test(value) },
    { name: 'isolation', meaning: 'How the container is separated, on Windows.', values: [{ text: 'default', meaning: 'The engine\'s choice.' }, { text: 'process', meaning: 'On the host\'s kernel.' }, { text: 'hyperv', meaning: 'In a virtual machine.' }], accepts: () => true },
  ],
});
