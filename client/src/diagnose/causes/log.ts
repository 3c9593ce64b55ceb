/** Causes that programs write into their log before they end. */
import { fieldsOf, textOf } from '../../engine/json-value.ts';
import type { Evidence } from '../evidence.ts';
import { type Cause, code, linesLike, proofOf } from '../finding.ts';

const readOnly: Cause = (evidence) => {
  const lines = linesLike(evidence, /read-only file ?system|EROFS/i);
  if (lines.length === 0) {
    return undefined;
  }
  const isRoot = fieldsOf(evidence.container.document['HostConfig'])['ReadonlyRootfs'] === true;
  const mounts = evidence.container.mounts.filter(({ readOnly: isReadOnly }) => isReadOnly).map(({ destination }) => code(destination));
  const where = isRoot ? 'The container was made with `--read-only`' : mounts.length > 0 ? `Mounted read-only: ${mounts.join(', ')}` : 'The file system went read-only';
  return {
    cause: 'read-only-file-system',
    title: 'It writes where nothing may be written',
    explanation: `${where}. That is good practice, but each path that the program does write has to be named.`,
    proof: proofOf(lines),
    steps: [
      { text: isRoot ? 'Give it the paths of the lines below: `--tmpfs /tmp --tmpfs /run` for what may be lost, `-v name:/path` for what may not.' : 'Mount the path without `readonly`, or let the program write elsewhere.' },
      { text: 'See all that it writes in a copy that may: `docker diff`.' },
    ],
  };
};

/** What a program calls the variable that it misses. */
const missingVariables: readonly RegExp[] = [
  /\b([A-Z][A-Z0-9_]{2,80}): (?:unbound variable|parameter (?:not set|null or not set))/,
  /(?:^|: )([A-Z][A-Z0-9_]{2,80}): (?:[a-z].{0,80})?(?:must be set|is required|not set|missing)/i,
  /(?:environment )?variable[s:]* ["'`]?\$?\{?([A-Z][A-Z0-9_]{2,80})\}?["'`]? (?:is |was )?(?:not set|missing|required|undefined|empty|must be)/i,
  /(?:missing|required|undefined|unset|set the|specify) (?:required )?(?:environment |env )?variables?:? ["'`]?\$?([A-Z][A-Z0-9_]{2,80})/i,
  /\bKeyError: ['"]([A-Z][A-Z0-9_]{2,80})['"]/,
  /["'`$]?\b([A-Z][A-Z0-9]*_[A-Z0-9_]{1,80})\b["'`]? (?:must be|needs to be|has to be|is) (?:set|specified|defined|required|provided|not set|missing|empty|undefined)/,
];

function missingVariable(text: string): string | undefined {
  return missingVariables.map((pattern) => pattern.exec(text)?.[1]).find((name) => name !== undefined);
}

const missingEnvironment: Cause = ({ log, container: { environment } }) => {
  const line = log.findLast(({ text }) => missingVariable(text) !== undefined);
  const name = line === undefined ? undefined : missingVariable(line.text);
  const given = environment.find((entry) => entry.startsWith(`${name ?? ''}=`));
  if (line === undefined || name === undefined || (given !== undefined && given !== `${name}=`)) {
    return undefined;
  }
  return {
    cause: 'missing-environment',
    title: given === undefined ? `It wants the variable ${code(name)}, and does not have it` : `It wants the variable ${code(name)}, and has it empty`,
    explanation: 'An `--env-file` sets only what stands in it, without `export` and without quotes around values. `-e NAME` without a value takes it from the shell that runs `docker`, and gives nothing where it is not exported.',
    proof: [line.text],
    steps: [{ text: 'See what it has.', action: 'inspect' }, { text: `Make the container anew with ${code(`-e ${name}=…`)} or a complete \`--env-file\`. Variables of an existing container cannot be changed.` }],
  };
};

const addressInUse: Cause = (evidence) => {
  const lines = linesLike(evidence, /EADDRINUSE|address (?:is )?already in use/i);
  const isHost = textOf(fieldsOf(evidence.container.document['HostConfig'])['NetworkMode']) === 'host';
  return lines.length === 0
    ? undefined
    : {
        cause: 'address-in-use',
        title: isHost ? 'The port that it listens on is taken on the host' : 'The port that it listens on is taken inside the container',
        explanation: isHost ? 'With `--network host` the container has the ports of the machine, and shares them with everything that runs there.' : 'Something in the same container listens already: a second copy of the program, or one that was started in the background before.',
        proof: proofOf(lines),
        steps: isHost ? [{ text: 'Find the program with `ss -ltnp`, or give the container a network of its own and publish the port.' }] : [{ text: 'See what runs: `ps` in a shell.', action: 'shell' }],
      };
};

const permissionDenied: Cause = (evidence) => {
  const lines = linesLike(evidence, /permission denied|EACCES|operation not permitted|EPERM/i);
  if (lines.length === 0) {
    return undefined;
  }
  const { user, mounts } = evidence.container;
  const owner = user === '' ? 'root' : user;
  const mounted = mounts.find(({ destination }) => destination.length > 1 && lines.some(({ text }) => text.includes(destination)));
  return {
    cause: 'permission-denied',
    title: mounted === undefined ? `It may not do what it tries, as the user ${code(owner)}` : `The user ${code(owner)} has no access to what is mounted at ${code(mounted.destination)}`,
    explanation: mounted === undefined ? 'Either the file belongs to someone else, or a capability was dropped that the program needs, such as `CHOWN`, or with `--network host` `NET_BIND_SERVICE` for ports below 1024.' : 'Mounted files keep the owner that they have on the host: numbers count, names do not. A new volume takes the owner from the folder of the image below it.',
    proof: proofOf(lines),
    steps: [{ text: mounted === undefined ? 'Compare the owner and mode in a shell: `ls -ln`, `id`.' : 'Compare the numbers: `id` and `ls -ln` in a shell.', action: 'shell' }, { text: mounted === undefined ? 'Add back only the capability that is missing: `--cap-add`.' : `\`chown\` the folder on the host to the numbers of ${code(owner)}, or run the container with \`--user\` of the owner.` }],
  };
};

const unreachable: Cause = (evidence) => {
  const refused = linesLike(evidence, /connection refused|ECONNREFUSED/i);
  const unknown = linesLike(evidence, /ENOTFOUND|name (?:or service )?not known|could not (?:resolve|translate) host|no such host|temporary failure in name resolution|bad address|EAI_AGAIN/i);
  const lines = unknown.length > 0 ? unknown : refused;
  if (lines.length === 0) {
    return undefined;
  }
  const isLocal = lines.some(({ text }) => /localhost|127\.0\.0\.1|\[?::1\]?/.test(text));
  return {
    cause: unknown.length > 0 ? 'name-not-found' : 'connection-refused',
    title: unknown.length > 0 ? 'It looks for a host whose name nobody knows' : isLocal ? 'It connects to itself, and nothing listens there' : 'What it depends on does not accept connections',
    explanation:
      unknown.length > 0
        ? 'Containers find each other by name only in a network that somebody made (`docker network create`), not in the default one called bridge.'
        : isLocal
          ? '`localhost` in a container is the container. Another container is reached by its name in a common network, the host by `host.docker.internal` with `--add-host host.docker.internal:host-gateway`.'
          : 'The other side does not run yet, or listens on 127.0.0.1 of its own container. Starting things in order is not enough: the program has to try again.',
    proof: proofOf(lines),
    steps: unknown.length > 0 ? [{ text: 'Put both into one network: `docker network connect`.' }] : [{ text: 'See whether the other container runs, and its health; let it listen on 0.0.0.0.' }, { text: 'Try again when it is there.', action: 'restart' }],
  };
};

export const logCauses: readonly Cause[] = [readOnly, missingEnvironment, addressInUse, unreachable, permissionDenied];

/** Whether one of the causes is worth telling although the container runs: it may have been long ago. */
export function isRecent({ log, now }: Evidence): boolean {
  return (log.at(-1)?.time ?? 0) > now - 3_600_000;
}
