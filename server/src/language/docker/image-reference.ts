/** Reads image references by the grammar of the distribution project and says what each piece means, defaults included. */
import { code } from '../text/markdown.ts';
import type { ValueFix, ValuePart, ValueProblem } from './values/value-grammar.ts';

export interface ImageReference {
  readonly parts: readonly ValuePart[];
  readonly problems: readonly ValueProblem[];
}

/** An image reference cut at its separators, whether or not the pieces are valid. */
export interface ImageName {
  readonly registry: string | undefined;
  readonly path: string;
  readonly pathStart: number;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

const component = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const registryPattern = new RegExp(String.raw`^(?:${component}(?:\.${component})*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?$`);
const pathPattern = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const digestLengths: ReadonlyMap<string, number> = new Map([['sha256', 64], ['sha384', 96], ['sha512', 128]]);
const longestPath = 255;

function isDigest(text: string): boolean {
  const colon = text.indexOf(':');
  const encoded = text.slice(colon + 1);
  return digestLengths.get(text.slice(0, colon)) === encoded.length && /^[0-9a-f]+$/.test(encoded);
}

/** Where the registry ends: the first component counts as one when it holds `.` or `:`, is `localhost` or has upper case. */
function registryLength(text: string): number {
  const slash = text.indexOf('/');
  const first = text.slice(0, Math.max(0, slash));
  return slash > 0 && (/[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase()) ? slash : -1;
}

/** Cuts a reference, also one of which the shell fills in a part: `postgres:$VERSION`. Total. */
export function cutReference(text: string): ImageName {
  const registryEnd = registryLength(text);
  const pathStart = registryEnd + 1;
  const at = text.indexOf('@', pathStart);
  const named = at < 0 ? text : text.slice(0, at);
  const colon = named.indexOf(':', pathStart);
  return {
    registry: registryEnd < 0 ? undefined : text.slice(0, registryEnd),
    path: named.slice(pathStart, colon < 0 ? named.length : colon),
    pathStart,
    tag: colon < 0 ? undefined : named.slice(colon + 1),
    digest: at < 0 ? undefined : text.slice(at + 1),
  };
}

/** Whether the registry, or its absence, means Docker Hub. */
export function isHub(registry: string | undefined): boolean {
  return registry === undefined || registry === 'docker.io' || registry === 'index.docker.io';
}

function whereFrom({ registry, path }: ImageName, podman: boolean): string {
  if (!isHub(registry) || (registry !== undefined && path.includes('/'))) {
    return path.startsWith('library/') ? 'One of the Docker Official Images.' : 'The name of the image there.';
  }
  if (registry === undefined && podman) {
    return 'No registry is named in front of it: an image of this name that is on the host, or else one from where an alias or the search list in `registries.conf` says. Write `docker.io/…` to mean Docker Hub.';
  }
  return path.includes('/')
    ? 'No registry is named in front of it, so it is pulled from Docker Hub (`docker.io`).'
    : `No namespace is named: an image of this name that is on the host, built there perhaps, or else ${code(`docker.io/library/${path}`)}, one of the Docker Official Images.`;
}

function tagMeaning(tag: string): string {
  if (tag === 'latest') {
    return 'What it names changes with each release, and a copy on this host is not refreshed by itself. Name the version you tested.';
  }
  return /^sha(?:256|512)-/.test(tag)
    ? 'It looks like a digest, but is a tag, which the publisher can move. A digest stands behind `@`: `@sha256:…`.'
    : 'The publisher can move it to another image later; a digest cannot move.';
}

function explain(text: string, cut: ImageName, podman: boolean): ValuePart[] {
  const { registry, path, pathStart, tag, digest } = cut;
  const parts: ValuePart[] = [];
  if (registry !== undefined) {
    const meaning = isHub(registry) ? `Docker Hub${podman ? '' : ', the default'}.` : `The registry ${code(registry)} serves the image; pulling may need \`docker login\` there.`;
    parts.push({ start: 0, end: registry.length, label: 'registry', meaning });
  }
  const pathEnd = pathStart + path.length;
  const latest = tag === undefined && digest === undefined ? ' Without a tag it means `:latest`, which moves: two hosts can run different images under this name. Name the version you tested.' : '';
  parts.push({ start: pathStart, end: pathEnd, label: 'repository', meaning: `${whereFrom(cut, podman)}${latest}` });
  if (tag !== undefined) {
    const meaning = digest === undefined ? tagMeaning(tag) : 'The digest behind it decides; the tag is only for people.';
    parts.push({ start: pathEnd + 1, end: pathEnd + 1 + tag.length, label: 'tag', meaning });
  }
  if (digest !== undefined) {
    parts.push({ start: text.length - digest.length, end: text.length, label: 'digest', meaning: 'The hash of the image: exactly these bytes run, on every host, for ever.' });
  }
  return parts;
}

function problem(start: number, end: number, message: string, fixes: readonly ValueFix[] = []): ImageReference['problems'] {
  return [{ start, end, code: 'invalid-image-reference', refusedBy: 'cli', message, fixes }];
}

function replaceAll(newText: string): ValueFix {
  return { title: `Write \`${newText}\``, newText, safe: true };
}

/** Whether a fix would give a reference; long texts are not worth the search. */
function refersTo(text: string): boolean {
  return text.length <= longestPath * 2 && imageProblems(text).length === 0;
}

function judgeName(text: string, cut: ImageName): ImageReference['problems'] {
  const { registry, path, pathStart } = cut;
  const pathEnd = pathStart + path.length;
  // A first component that is no host name may still be part of the path: my_team.io/app.
  if (registry !== undefined && !registryPattern.test(registry) && !pathPattern.test(`${registry}/${path}`)) {
    return problem(0, registry.length, `${code(registry)} is not a registry: write a host name with an optional port, such as \`registry.example.com:5000\`.`);
  }
  if (path !== path.toLowerCase()) {
    // A first part without dot and port is a registry by its capitals alone: the namespace on Docker Hub was meant, and is a part of the name.
    const isNamespace = registry !== undefined && !/[.:]/.test(registry) && registry !== 'localhost';
    const lower = (isNamespace ? text.slice(0, pathStart).toLowerCase() : text.slice(0, pathStart)) + path.toLowerCase() + text.slice(pathEnd);
    return problem(pathStart, pathEnd, `The repository ${code(path)} has upper-case letters; Docker takes lower case only.`, refersTo(lower) ? [replaceAll(lower)] : []);
  }
  if (!pathPattern.test(path)) {
    const message = path === '' ? 'The name of the image is missing.' : `${code(path)} is not a repository: lower-case letters and digits, with single \`.\`, \`_\`, \`__\` or dashes between them.`;
    return problem(pathStart, Math.max(pathEnd, pathStart), message);
  }
  const prefix = registry === undefined && !path.includes('/') ? 'library/'.length : 0;
  return path.length + prefix > longestPath ? problem(pathStart, pathEnd, `The repository is longer than ${longestPath} characters.`) : [];
}

function judge(text: string, cut: ImageName): ImageReference['problems'] {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(text)?.[0];
  if (scheme !== undefined) {
    const rest = text.slice(scheme.length);
    return problem(0, scheme.length, `An image reference has no ${code(scheme)} in front.`, refersTo(rest) ? [{ ...replaceAll(''), title: `Remove \`${scheme}\``, start: 0, end: scheme.length }] : []);
  }
  if (text !== text.trim() || text === '') {
    const plain = text.trim();
    const message = text === '' ? 'The image is empty: often an unset variable.' : plain === '' ? 'The image is a blank: often a backslash that is not the last character of its line.' : 'A blank at the end of an image reference makes it invalid.';
    return problem(0, text.length, message, plain !== '' && refersTo(plain) ? [replaceAll(plain)] : []);
  }
  const name = judgeName(text, cut);
  if (name.length > 0) {
    return name;
  }
  const { tag, digest } = cut;
  const tagStart = cut.pathStart + cut.path.length + 1;
  if (tag !== undefined && !tagPattern.test(tag)) {
    const message = tag === '' ? 'The tag behind `:` is missing: often an unset variable.' : `${code(tag)} is not a tag: up to 128 letters, digits, \`_\`, \`.\` and \`-\`, not beginning with \`.\` or \`-\`.`;
    return problem(Math.max(0, tagStart - 1), tagStart + tag.length, message);
  }
  if (digest !== undefined && !isDigest(digest)) {
    return problem(text.length - digest.length, text.length, `${code(digest)} is not a digest: \`sha256:\` and 64 hexadecimal digits in lower case.`);
  }
  return [];
}

/** Whether the text names an image by its id, which is never pulled. */
export function isImageId(text: string): boolean {
  return /^[a-f0-9]{64}$/.test(text) || isDigest(text);
}

/** Why the CLI refuses the text as the image of `run` and `create`. Total. */
export function imageProblems(text: string): ImageReference['problems'] {
  return isImageId(text) ? [] : judge(text, cutReference(text));
}

/** The parts of an image reference as `run` and `create` read it, and why the CLI refuses it; podman looks elsewhere for short names. Total. */
export function parseImageReference(text: string, podman = false): ImageReference {
  if (isImageId(text)) {
    return { parts: [{ start: 0, end: text.length, label: 'image id', meaning: 'The id of an image on this host. It is never pulled: on a host without the image the command fails.' }], problems: [] };
  }
  const cut = cutReference(text);
  const problems = judge(text, cut);
  return { parts: problems.length > 0 ? [] : explain(text, cut, podman), problems };
}
