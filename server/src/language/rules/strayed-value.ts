/** Finds a second value behind a flag that takes one at a time: it stands where the image belongs. */
import { canonicalName } from '../docker/cli-facts.ts';
import type { DockerCommand, FlagUse } from '../command/docker-command.ts';
import type { ShellWord } from '../shell/shell-command.ts';
import { insert, replace } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import type { Fix } from './rule.ts';

const ipv4 = String.raw`(?:\d{1,3}\.){3}\d{1,3}`;
const setting = /^[\w.-]+=/;

/** `OPTS=--config`: what follows belongs to the flags of another program. */
const holdsFlags = /^[\w.-]+=--?[A-Za-z]/;

/** What only the value of the flag looks like, by its long name; images do not. */
const looks: Readonly<Record<string, RegExp>> = {
  publish: new RegExp(String.raw`^(?:${ipv4}:)?\d+(?:-\d+)?:\d+(?:-\d+)?(?:/(?:tcp|udp|sctp))?$`),
  env: setting,
  label: setting,
  sysctl: setting,
  ulimit: setting,
  'log-opt': setting,
  volume: /^[\w.~/-]+:\/[\w./-]+(?::[\w,]+)?$/,
  device: /^\/dev\/[\w/:-]+$/,
  'add-host': new RegExp(String.raw`^[\w.-]+:${ipv4}$`),
  dns: new RegExp(`^${ipv4}$`),
  'cap-add': /^(?:CAP_)?[A-Z]+(?:_[A-Z]+)+$/,
  'security-opt': /^(?:no-new-privileges|(?:apparmor|label|seccomp|systempaths)[=:]).*$/,
  'cap-drop': /^(?:CAP_)?[A-Z]+(?:_[A-Z]+)+$/,
};

export interface StrayedValue {
  readonly image: ShellWord;
  readonly message: string;
  readonly fix: Fix;
}

/** The flag whose value ends right in front of the image. */
export function flagBefore({ flags, shell }: DockerCommand, image: ShellWord): FlagUse | undefined {
  const use = flags.at(-1);
  return use?.value.literal === true && use.value.word === shell.words[shell.words.indexOf(image) - 1] ? use : undefined;
}

/** `-p 80:80 443:443 nginx`; `refused` says whether the CLI refuses the word as an image. */
export function strayedValue(command: DockerCommand, refused: boolean): StrayedValue | undefined {
  const { facts, image, process, endOfFlags } = command;
  const [next] = process;
  if ((facts?.id !== 'run' && facts?.id !== 'create') || image?.kind !== 'literal' || next === undefined || (next.value.startsWith('-') && !refused) || endOfFlags !== undefined) {
    return undefined;
  }
  const use = flagBefore(command, image);
  const name = use === undefined ? '' : canonicalName(use.facts);
  if (use !== undefined && name === 'publish-all' && !use.clustered && looks['publish']?.test(image.value) === true) {
    return {
      image,
      message: `${code(use.spelling)} takes no value, so ${code(image.value)} is taken for the image. Write ${code(`-p ${image.value}`)}.`,
      fix: { title: `Write ${code(`-p ${image.value}`)}`, safe: refused, edits: [replace(use.nameSpan, '-p')] },
    };
  }
  const pattern = Object.hasOwn(looks, name) ? looks[name] : undefined;
  if (use === undefined || pattern?.test(image.value) !== true || !pattern.test(use.value.text) || holdsFlags.test(use.value.text)) {
    return undefined;
  }
  const spelling = use.clustered ? `-${use.facts.short ?? ''}` : use.spelling;
  return {
    image,
    message: `${code(use.spelling)} takes one value, so ${code(image.value)} is taken for the image and ${code(next.value)} for its program. Write ${code(spelling)} in front of it too.`,
    fix: { title: `Write ${code(`${spelling} ${image.value}`)}`, safe: refused, edits: [insert(image.span.start, `${spelling} `)] },
  };
}
