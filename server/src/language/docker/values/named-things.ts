/** Values that are names of things outside the command, which neither Gantry nor the CLI can check. */
import { code } from '../../text/markdown.ts';
import type { ValueKind } from '../cli-facts.ts';
import { suggestWords, wholePart, type Word } from './scan/parsed.ts';
import type { ValueGrammar } from './value-grammar.ts';

interface NamedThing {
  readonly kind: ValueKind;
  readonly form: string;
  readonly example: string;
  readonly label: string;
  readonly meaning: (name: string) => string;
  readonly words?: readonly Word[];
}

function nameGrammar({ kind, form, example, label, meaning, words }: NamedThing): ValueGrammar {
  return {
    kind,
    form,
    example,
    parse: (value) => ({ parts: wholePart(value, label, meaning(code(value))), problems: [] }),
    ...(words === undefined ? {} : { suggest: (value: string) => suggestWords(words, 0, value.length) }),
  };
}

export const runtimeName = nameGrammar({
  kind: 'runtime-name',
  form: 'an OCI runtime that the engine is configured for',
  example: 'runc',
  label: 'runtime',
  meaning: (name) => `The OCI runtime ${name}; \`docker info\` lists those of the engine.`,
  words: [
    { text: 'runc', meaning: 'The default.' },
    { text: 'runsc', meaning: 'gVisor: a kernel of its own in user space, where installed.' },
    { text: 'nvidia', meaning: 'NVIDIA container runtime, where installed; `--gpus` needs no other runtime.' },
    { text: 'kata', meaning: 'Kata Containers: a small virtual machine, where installed.' },
  ],
});

export const volumeDriver = nameGrammar({
  kind: 'volume-driver',
  form: 'a volume plugin of the engine',
  example: 'local',
  label: 'volume driver',
  meaning: (name) => `Volumes of \`-v\` are made by the plugin ${name}; \`--mount\` names its own driver.`,
  words: [{ text: 'local', meaning: "The engine's own driver: a directory on the host." }],
});

export const cgroupParent = nameGrammar({
  kind: 'cgroup-parent',
  form: 'a cgroup path, or `NAME.slice` with the systemd driver',
  example: 'batch.slice',
  label: 'control group',
  meaning: (name) => `The container's control group is put under ${name}, whose limits hold for it as well.`,
});

export const checkpointName = nameGrammar({
  kind: 'checkpoint-name',
  form: 'the name of a checkpoint of this container',
  example: 'before-upgrade',
  label: 'checkpoint',
  meaning: (name) => `Continues from the checkpoint ${name}. Needs an engine with experimental features and CRIU.`,
});
