/** Causes of a container that does not even start: the engine says why, and keeps it as the error of the container. */
import type { Evidence } from '../evidence.ts';
import { type Cause, code, type Finding, fromError, imageWord, linesLike, proofOf } from '../finding.ts';
import { commandOf } from './command.ts';
import { hostCauses } from './start-host.ts';

/** The container that has published the port of the host; undefined where none shows. */
function ownerOf({ others }: Evidence, port: number): string | undefined {
  return others.find(({ ports }) => ports.some(({ host }) => host?.port === port))?.name;
}

function takenBy(owner: string | undefined, port: number): Omit<Finding, 'proof'> {
  const who = owner === undefined ? 'another container' : `the container ${code(owner)}`;
  return {
    cause: 'port-taken-by-container',
    title: `Port ${port} of the host is taken by ${who}`,
    explanation: 'A port of the host can lead to one container only. The engine makes the container first and publishes ports when it starts, so the container is there and does not run.',
    steps: [{ text: `Stop ${who}, or publish another port of the host: \`-p 127.0.0.1:${port + 1}:…\`. The mapping cannot be changed later, so make the container anew.` }, { text: 'Start it again when the port is free.', action: 'start' }],
  };
}

const portTakenByContainer: Cause = (evidence) =>
  fromError(evidence, /Bind for (\S*?):(\d+) failed: port is already allocated/, ([, , port = '']) => {
    return takenBy(ownerOf(evidence, Number(port)), Number(port));
  });

/** Podman says the same of a port of another container and of one of a program; who has it can be seen. */
const portTakenByProgram: Cause = (evidence) =>
  fromError(evidence, /(?:listen|bind) \w+ \S*?:(\d+): (?:bind|listen): address already in use|bind host port (?:for )?\S*?:(\d+)[:/]\S+: address already in use|bind \w+ port \S*?:(\d+): address already in use|address already in use/, ([, before, since28, podman]) => {
    const port = before ?? since28 ?? podman;
    const owner = podman === undefined ? undefined : ownerOf(evidence, Number(podman));
    if (owner !== undefined) {
      return takenBy(owner, Number(podman));
    }
    return {
      cause: 'port-taken-by-program',
      title: port === undefined ? 'A port of the host is taken by a program that runs there' : `Port ${port} of the host is taken by a program that runs there`,
      explanation: 'No container has published it: a program of the machine listens on it, often the same server installed as a package.',
      steps: [{ text: `Find it with \`ss -ltnp\`${port === undefined ? '' : ` and \`grep :${port}\``}, then stop it or publish another port.` }, { text: 'Start it again when the port is free.', action: 'start' }],
    };
  });

const missingInterpreter: Cause = (evidence) => {
  const { error } = evidence.container;
  const script = commandOf(evidence)[0] ?? '';
  const isScript = /\.(?:sh|bash|py|rb|pl|js)$/.test(script);
  const said = /exec:? "?([^":]+)"?: no such file or directory/;
  const lines = linesLike(evidence, /^(?:exec|standard_init_linux|env: )\S* ?.*no such file or directory/i);
  if (!(isScript && said.test(error)) && lines.length === 0) {
    return undefined;
  }
  return {
    cause: 'missing-interpreter',
    title: `${code(script)} is there, but the program that should run it is not`,
    explanation: 'A script names its interpreter in the first line. When that is not in the image (often `bash` in a small image), or the line ends with a carriage return of Windows, the kernel reports the script itself as missing.',
    proof: lines.length > 0 ? proofOf(lines) : [error],
    steps: [{ text: 'Check the first line with `head -1 script | od -c`: a `\\r` before `\\n` goes away with `dos2unix`, or with `*.sh text eol=lf` in .gitattributes.' }, { text: 'Use `#!/bin/sh`, or install the interpreter in the image.' }],
  };
};

const commandNotFound: Cause = (evidence) =>
  fromError(evidence, /exec: "?([^":]{1,200})"?: (?:executable file not found|stat [^:]*: no such file|no such file)|exec: "?([^":]{1,200})"?: .*no such file or directory|executable file `([^`]{1,200})` not found/, ([, first, second, crun]) => {
    const command = first ?? second ?? crun ?? commandOf(evidence)[0] ?? '';
    return {
      cause: 'command-not-found',
      title: `The command ${code(command)} is not in the image`,
      explanation: 'Words after the image replace its command, and an `ENTRYPOINT` comes before them. The first word is looked for along the PATH of the image, not of your machine, and without a shell: `cd`, `&&` and quotes do not work there.',
      steps: [{ text: `Look at what the image starts by itself: ${code(`docker image inspect --format '{{.Config.Entrypoint}} {{.Config.Cmd}}' ${imageWord(evidence)}`)}.` }, { text: 'Options of `docker run` have to stand before the image: behind it they become the command.' }, { text: 'Make it anew with the right command; an existing container keeps its own.', action: 'copyCommand' }],
    };
  });

const notExecutable: Cause = (evidence) =>
  fromError(evidence, /exec: "?([^":]{1,200})"?: (permission denied|is a directory)|the path `([^`]{1,200})` is not a regular file|(permission denied)/, ([, named, problem, folder]) => {
    const command = folder ?? named ?? commandOf(evidence)[0] ?? '';
    return {
      cause: 'command-not-executable',
      title: problem === 'is a directory' || folder !== undefined ? `The command ${code(command)} is a directory` : `${code(command)} may not be executed`,
      explanation: 'The file is there, but has no execute permission for the user of the container, or lies in a mount that forbids it (`noexec`).',
      steps: [{ text: `\`chmod +x\` it before it is copied into the image (\`COPY --chmod=755\`), or run it by its interpreter: ${code(`sh ${command}`)}.` }],
    };
  });

function architecturesOf({ image, engine }: Evidence): { readonly own: string; readonly wanted: string; readonly differ: boolean } {
  const same: Readonly<Record<string, string>> = { x86_64: 'amd64', aarch64: 'arm64', armv7l: 'arm', i686: '386' };
  const own = same[engine.architecture] ?? engine.architecture;
  const wanted = image?.architecture ?? '';
  return { own, wanted, differ: wanted !== '' && own !== '' && wanted !== own };
}

const wrongArchitecture: Cause = (evidence) => {
  const lines = linesLike(evidence, /exec format error/i);
  const { error } = evidence.container;
  if (lines.length === 0 && !/exec format error/i.test(error)) {
    return undefined;
  }
  const { own, wanted, differ } = architecturesOf(evidence);
  return {
    cause: 'wrong-architecture',
    title: differ ? `The image is made for ${code(wanted)}, and the engine runs on ${code(own)}` : `The program is not made for the processor of the engine, ${code(own)}, or is a script without its first line`,
    explanation: 'The kernel does not know the format of the file. Either it was built for another processor, as happens to images that are built on a laptop with Arm and run on a server, or it is a script that does not begin with `#!`.',
    proof: error === '' ? proofOf(lines) : [error],
    steps: [{ text: `Pull or build the image for this engine: \`--platform linux/${/^[\w/]+$/.test(own) ? own : 'amd64'}\`; build for both with \`docker buildx build --platform linux/amd64,linux/arm64\`.` }, { text: 'If it is a script, let it begin with `#!/bin/sh`.' }],
  };
};

const missingMount: Cause = (evidence) =>
  fromError(evidence, /(?:bind source path does not exist: |error while creating mount source path '?|stat(?:fs)? )([^:']{1,300})|not a directory: .*[Aa]re you trying to mount a directory onto a file|mount `[^`]*` to `[^`]*`: Not a directory/, ([whole, path]) => ({
    cause: 'missing-mount',
    title: path === undefined || /^(?:not a directory|mount)/.test(whole) ? 'A file is mounted where a folder is, or the other way round' : `What it mounts, ${code(path.trim(), 300)}, is not on the host`,
    explanation: 'Paths of bind mounts are those of the machine where the engine runs. `-v` makes a missing folder, owned by root and empty; `--mount` refuses it; and a folder made by mistake in place of a file stays a folder.',
    steps: [{ text: 'Make the file or folder on the host of the engine, and start again.', action: 'start' }, { text: 'If `-v` has made a folder in place of a file, remove that folder first.' }],
  }));

const missingNetwork: Cause = (evidence) =>
  fromError(evidence, /network (\S{1,200}) not found/, ([, network = '']) => ({
    cause: 'missing-network',
    title: `Its network ${code(network)} is gone`,
    explanation: 'A container remembers networks by their id. After `docker compose down` or `docker network prune` there may be one of the same name again, and yet not the same.',
    steps: [{ text: 'Make the container anew, or take it out of the lost network with `docker network disconnect --force` and connect it to the new one.' }],
  }));

const missingNeighbour: Cause = (evidence) =>
  fromError(evidence, /cannot join (network) (?:namespace )?of a non running container|failed to join (\w+) namespace: container \w+ is not running|joining (\w+) namespace of container: (No such container)/i, ([, before, stopped, lost, gone]) => ({
    cause: 'missing-neighbour',
    title: `It shares the ${before ?? stopped ?? lost ?? ''} namespace of a container that ${gone === undefined ? 'does not run' : 'is gone'}`,
    explanation: 'A namespace of `--network container:…`, `--pid container:…` or `--ipc container:…` lives as long as the container that it belongs to. The other one is remembered by its id: one that was made anew under the same name is another.',
    steps: [gone === undefined ? { text: 'Start the other container first, then this one.', action: 'start' } : { text: 'Make this container anew, behind the new one.', action: 'copyCommand' }],
  }));

const stoppedLink: Cause = (evidence) =>
  fromError(evidence, /Cannot link to a non running container: \/?([\w.-]{1,200})/, ([, other = '']) => ({
    cause: 'missing-neighbour',
    title: `It is linked to ${code(other)}, which does not run`,
    explanation: '`--link` writes the address of the other container into this one when it starts, so the other one has to run by then.',
    steps: [{ text: `Start ${code(other)} first, then this one.`, action: 'start' }, { text: 'On a network of your own (`docker network create`) containers find each other by name, in any order, without `--link`.' }],
  }));

const privateIpc: Cause = (evidence) =>
  fromError(evidence, /failed to join IPC namespace: container \w+: non-shareable IPC/, () => ({
    cause: 'private-ipc',
    title: 'It shares the IPC namespace of a container that keeps it to itself',
    explanation: 'A container has a private IPC namespace unless it is made with `--ipc shareable`.',
    steps: [{ text: 'Make the other container anew with `--ipc shareable`, then this one behind it.' }],
  }));

const unreachableLogs: Cause = (evidence) =>
  fromError(evidence, /failed to initialize logging driver: .*dial (?:tcp|udp) (\S{1,200}?): .*(?:refused|no route|timeout|unreachable)/, ([, address = '']) => ({
    cause: 'unreachable-logs',
    title: `Its logging driver does not reach ${code(address)}`,
    explanation: 'The engine connects to where logs go before it starts a container. The address is looked for from the host of the engine: `127.0.0.1` is that host, and names of containers are not known there.',
    steps: [{ text: 'Start what takes the logs first, then this one.', action: 'start' }, { text: 'With `--log-opt fluentd-async=true` (fluentd) or a driver that needs no connection (`udp://` for syslog and gelf, `local`) a container starts without it.' }],
  }));

const otherError: Cause = ({ container: { error } }) =>
  error === ''
    ? undefined
    : {
        cause: 'start-refused',
        title: 'The engine could not start it',
        explanation: 'The engine gives the reason in its own words, below.',
        proof: [error],
        steps: [{ text: 'Correct what it says, and start the container again.', action: 'start' }],
      };

export const startCauses: readonly Cause[] = [portTakenByContainer, portTakenByProgram, wrongArchitecture, missingInterpreter, commandNotFound, missingMount, missingNetwork, missingNeighbour, stoppedLink, privateIpc, unreachableLogs, ...hostCauses, notExecutable, otherError];
