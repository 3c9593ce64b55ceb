/** Operating system and processor of the image to run: `linux/amd64`. */
import { code } from '../../text/markdown.ts';
import type { CliVersion } from '../cli-facts.ts';
import { platforms } from '../generated/cli.ts';
import { nearest } from './scan/nearest.ts';
import { dockerOnly, part, safeFix, suggestWords, wholeProblem, type Word } from './scan/parsed.ts';
import type { ParsedValue, ValueContext, ValueGrammar } from './value-grammar.ts';

const systems: ReadonlySet<string> = new Set(
  'aix android darwin macos dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos'.split(' '),
);
const processors: ReadonlySet<string> = new Set(
  ('386 i386 amd64 x86_64 x86-64 amd64p32 arm armhf armel armbe arm64 aarch64 arm64be ppc64 ppc64le loong64 mips mipsle mips64 mips64le ' +
    'mips64p32 mips64p32le ppc riscv riscv64 s390 s390x sparc sparc64 wasm').split(' '),
);

const meanings: Readonly<Record<string, string>> = {
  amd64: '64-bit Intel and AMD.',
  x86_64: '64-bit Intel and AMD.',
  arm64: '64-bit ARM: Apple silicon, AWS Graviton, recent Raspberry Pi.',
  aarch64: '64-bit ARM: Apple silicon, AWS Graviton, recent Raspberry Pi.',
  arm: '32-bit ARM.',
  '386': '32-bit Intel and AMD.',
  ppc64le: 'IBM Power.',
  s390x: 'IBM Z.',
  riscv64: '64-bit RISC-V.',
  wasm: 'WebAssembly, with a runtime that runs it.',
};

/** What nearly every command asks for stands at the top. */
const usual = ['linux/amd64', 'linux/arm64'];

const words: readonly Word[] = [...usual, ...platforms.filter((name) => !usual.includes(name))].map((text) => ({ text, meaning: `${meanings[text.split('/')[1] ?? ''] ?? 'Another platform.'} A platform other than the host's is emulated, many times slower, or fails with "exec format error".` }));

/** Whether the CLI can read the platform. */
function accepts(value: string, version: CliVersion): boolean {
  if (value === '') {
    return true;
  }
  const old = version === '20.10.24';
  const [first = '', ...rest] = value.split('/');
  const component = old ? /^[A-Za-z0-9_-]+$/ : /^[A-Za-z0-9_.-]+$/;
  const system = old ? component : /^[A-Za-z0-9_-]+(?:\([A-Za-z0-9_.-]*\))?$/;
  if (value.includes('*') || rest.length > 2 || !system.test(first) || !rest.every((text) => component.test(text))) {
    return false;
  }
  const name = first.replace(/\(.*/, '').toLowerCase();
  return rest.length > 0 || systems.has(name) || processors.has(first.toLowerCase());
}

function partsOf(value: string): ParsedValue['parts'] {
  const labels = systems.has((value.split('/')[0] ?? '').toLowerCase()) || value.includes('/') ? ['operating system', 'processor', 'variant'] : ['processor'];
  let start = 0;
  return value.split('/').flatMap((text, index) => {
    const at = start;
    start += text.length + 1;
    const name = labels[index];
    return text === '' || name === undefined ? [] : [part(at, at + text.length, name, meanings[text.toLowerCase()] ?? `The ${name} ${code(text)}.`)];
  });
}

/** Names that other tools have for a processor. */
const otherNames: readonly (readonly [RegExp, string])[] = [
  [/^(?:x64|x86_?64_v\d|intel|amd)$/, 'amd64'],
  [/^(?:x86|i[456]86|ia32)$/, '386'],
  [/^arm64[-_]?v8$/, 'arm64'],
  [/^arm(?:32)?[-_]?v?([5-7])l?$/, 'arm/v$1'],
  [/^(?:powerpc64le|power)$/, 'ppc64le'],
];

/** What was probably meant by a platform that no image is built for. */
function likelyPlatform(system: string, processor: string): string | undefined {
  if (processors.has(system) && systems.has(processor)) {
    return `${processor}/${system}`;
  }
  const other = otherNames.find(([pattern]) => pattern.test(processor));
  const known = other === undefined ? nearest(processor, [...processors]) : processor.replace(...other);
  return systems.has(system) && known !== undefined ? `${system}/${known}` : nearest(`${system}/${processor}`, platforms);
}

/** Docker takes any two words for a platform, and looks for an image that is built for it. */
function unbuiltProblems(value: string): ParsedValue['problems'] {
  const [system = '', processor, ...rest] = value.toLowerCase().split('/');
  if (processor === undefined || system.includes('(') || (/^wasi/.test(system) && processor === 'wasm') || (systems.has(system) && processors.has(processor))) {
    return [];
  }
  const likely = likelyPlatform(system, processor);
  const message = `No image is built for ${code(value)}, so none is found. ${likely === undefined ? 'A platform is `OS/PROCESSOR`, such as `linux/amd64`.' : `Write ${code(likely)}.`}`;
  return [wholeProblem(value, { code: 'invalid-platform', refusedBy: 'nobody', message }, likely === undefined || rest.length > 0 ? [] : [{ ...safeFix(likely), safe: false }])];
}

function parse(value: string, context: ValueContext): ParsedValue {
  if (accepts(value, context.version)) {
    return { parts: partsOf(value), problems: unbuiltProblems(value) };
  }
  const single = !value.includes('/');
  const joined = value.toLowerCase().replace(/[-_:]/, '/');
  const near = single ? (platforms.find((text) => text === joined) ?? nearest(value, [...systems, ...processors])) : nearest(value, platforms);
  const message = single
    ? `${code(value)} is neither an operating system nor a processor that Docker knows. Write for instance \`linux/amd64\`.`
    : `${code(value)} is not a platform. Write \`OS/PROCESSOR\` or \`OS/PROCESSOR/VARIANT\`, such as \`linux/arm64/v8\`.`;
  return { parts: [], problems: dockerOnly(context, [wholeProblem(value, { code: 'invalid-platform', refusedBy: 'cli', message }, near === undefined ? [] : [{ ...safeFix(near), safe: false }])]) };
}

export const platform: ValueGrammar = { kind: 'platform', form: '`OS[/PROCESSOR[/VARIANT]]`', example: 'linux/amd64', parse, suggest: (value) => suggestWords(words, 0, value.length) };
