/** Which namespaces of the kernel a container has for itself and which it shares. */
import type { CliVersion } from '../cli-facts.ts';
import { modeGrammar } from './mode-grammar.ts';

const byCli = () => 'cli' as const;

/** CLI 20.10 looks only at the text before the first colon. */
function before(value: string, version: CliVersion): string {
  return version === '20.10.24' ? (value.split(':')[0] ?? '') : value;
}

function isContainer(value: string): boolean {
  return value.startsWith('container:') && value.length > 'container:'.length;
}

export const pidMode = modeGrammar({
  kind: 'pid-mode',
  form: '`host` or `container:NAME`; its own by default',
  example: 'container:web',
  label: 'PID mode',
  words: [{ text: 'host', meaning: 'Sees all processes of the host, and root may signal them: for monitoring and debugging only.' }],
  container: 'Sees the processes of another container: for debugging tools that its image lacks.',
  refusedBy: byCli,
  accepts: (value, version) => ['', 'host'].includes(before(value, version)) || (isContainer(value) && (version !== '20.10.24' || value.split(':').length === 2)),
});

export const ipcMode = modeGrammar({
  kind: 'ipc-mode',
  form: '`private`, `shareable`, `host`, `none` or `container:NAME`',
  example: 'shareable',
  label: 'IPC mode',
  words: [
    { text: 'private', meaning: 'Shared memory of its own; usually the default.' },
    { text: 'shareable', meaning: 'Of its own, and other containers may join it.' },
    { text: 'host', meaning: "The host's shared memory: some GPU training needs its size, though `--shm-size` usually does." },
    { text: 'none', meaning: 'Of its own, without `/dev/shm`.' },
  ],
  container: 'Joins the shared memory of another container, which must be `shareable`.',
  refusedBy: () => 'engine',
  accepts: (value) => ['', 'none', 'private', 'shareable', 'host'].includes(value) || isContainer(value),
});

export const utsMode = modeGrammar({
  kind: 'uts-mode',
  form: '`host`; its own by default',
  example: 'host',
  label: 'UTS mode',
  words: [{ text: 'host', meaning: "Has the host's name, and may change it with SYS_ADMIN." }],
  refusedBy: byCli,
  accepts: (value, version) => ['', 'host'].includes(before(value, version)),
});

export const usernsMode = modeGrammar({
  kind: 'userns-mode',
  form: '`host`; what the engine is configured for by default',
  example: 'host',
  label: 'user namespace mode',
  words: [{ text: 'host', meaning: 'Leaves the user namespace remapping of the engine: root inside is root outside.' }],
  ofPodman: [
    { text: 'host', meaning: 'The user namespace of whoever runs podman: without root, root inside is that user outside. The default.' },
    { text: 'keep-id', meaning: 'Without root: the user who runs podman has the same ids inside, so files in mounted folders keep their owner.' },
    { text: 'auto', meaning: 'A range of ids of its own, which no other container has.' },
    { text: 'nomap', meaning: 'Without root: the user who runs podman is not mapped into the container at all.' },
  ],
  refusedBy: byCli,
  accepts: (value, version) => ['', 'host'].includes(before(value, version)),
});

export const cgroupnsMode = modeGrammar({
  kind: 'cgroupns-mode',
  form: '`private` or `host`',
  example: 'private',
  label: 'cgroup namespace mode',
  words: [
    { text: 'private', meaning: 'Sees only its own control group; the default with cgroup v2.' },
    { text: 'host', meaning: "Sees the host's control groups: systemd in a container and some agents ask for it." },
  ],
  refusedBy: byCli,
  accepts: (value) => ['', 'host', 'private'].includes(value),
});

export const isolation = modeGrammar({
  kind: 'isolation',
  form: '`default`; on Windows also `process` and `hyperv`',
  example: 'default',
  label: 'isolation mode',
  words: [
    { text: 'default', meaning: 'What the engine is configured for; the only one on Linux.' },
    { text: 'process', meaning: 'Shares the kernel of the Windows host. Linux engines refuse it.' },
    { text: 'hyperv', meaning: 'A small virtual machine on a Windows host. Linux engines refuse it.' },
  ],
  refusedBy: () => 'engine',
  accepts: (value) => ['', 'default', 'process', 'hyperv'].includes(value.toLowerCase()),
});

export const pullPolicy = modeGrammar({
  kind: 'pull-policy',
  form: '`missing`, `always` or `never`',
  example: 'missing',
  label: 'pull policy',
  words: [
    { text: 'missing', meaning: 'Pulls the image only when it is not there; the default. A moved tag is not noticed.' },
    { text: 'always', meaning: 'Asks the registry each time, and fails when it cannot be reached.' },
    { text: 'never', meaning: 'Uses what is there or fails: offline machines, images built in the same job.' },
  ],
  refusedBy: (version) => (version === '20.10.24' ? undefined : 'cli'),
  accepts: (value) => ['', 'always', 'missing', 'never'].includes(value),
});

export const stdStream = modeGrammar({
  kind: 'std-stream',
  form: '`stdin`, `stdout` or `stderr`, one per flag',
  example: 'stdout',
  label: 'stream',
  words: [
    { text: 'stdin', meaning: 'What is typed or piped into the command goes to the process.' },
    { text: 'stdout', meaning: "The process's output." },
    { text: 'stderr', meaning: "The process's error output." },
  ],
  refusedBy: byCli,
  accepts: (value) => ['stdin', 'stdout', 'stderr'].includes(value.toLowerCase()),
});
