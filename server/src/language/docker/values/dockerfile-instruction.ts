/** Instructions that `docker commit --change` applies to the new image. */
import { code } from '../../text/markdown.ts';
import { nearest } from './scan/nearest.ts';
import { dockerOnly, part, suggestWords, wholeProblem, type Word } from './scan/parsed.ts';
import type { ValueContext, ValueGrammar, ValueProblem } from './value-grammar.ts';

const instructions: readonly Word[] = [
  { text: 'CMD', snippet: 'CMD ["${1:node}", "${2:server.js}"]', meaning: 'The default command. Written as JSON it runs without a shell, so that stop signals reach it.' },
  { text: 'ENTRYPOINT', snippet: 'ENTRYPOINT ["${1:/entrypoint.sh}"]', meaning: 'The program that always runs; the command becomes its arguments.' },
  { text: 'ENV', snippet: 'ENV ${1:NAME}=${2:value}', meaning: 'An environment variable. Everybody who gets the image can read it: no place for passwords.' },
  { text: 'EXPOSE', snippet: 'EXPOSE ${1:8080}', meaning: 'A port on which the program listens, as a note for `-P`.' },
  { text: 'HEALTHCHECK', snippet: 'HEALTHCHECK CMD ${1:curl -f http://localhost/}', meaning: 'A command that tells whether the program works.' },
  { text: 'LABEL', snippet: 'LABEL ${1:org.opencontainers.image.source}=${2:https://example.com}', meaning: 'A label of the image.' },
  { text: 'ONBUILD', snippet: 'ONBUILD ${1:COPY . /app}', meaning: 'An instruction for images that are built on this one.' },
  { text: 'STOPSIGNAL', snippet: 'STOPSIGNAL ${1:SIGTERM}', meaning: 'The signal that `docker stop` sends first; Engine 23.0 and newer.' },
  { text: 'USER', snippet: 'USER ${1:1000:1000}', meaning: 'The user that the program runs as.' },
  { text: 'VOLUME', snippet: 'VOLUME ${1:/data}', meaning: 'A path that gets an anonymous volume in every container of the image.' },
  { text: 'WORKDIR', snippet: 'WORKDIR ${1:/app}', meaning: 'The folder in which the program starts.' },
];

/** Those that stand well alone: they take the default away. */
const alone: ReadonlySet<string> = new Set(['CMD', 'ENTRYPOINT']);

/** Those that are asked for often, and that make layers instead of settings. */
const ofBuilds = /^(?:RUN|COPY|ADD|FROM|ARG|SHELL|MAINTAINER)$/;

function aboutUnknown(word: string, name: string): string {
  if (ofBuilds.test(name)) {
    return `${code(word)} belongs into a Dockerfile: a container is committed with new settings, and nothing is run or copied. Do it in the container before, with \`docker exec\` or \`docker cp\`.`;
  }
  const glued = instructions.find(({ text }) => name.startsWith(text) && /^[=["]/.test(name.slice(text.length)));
  if (glued !== undefined) {
    return `A blank belongs behind ${code(glued.text)}; ${code(word)} is no instruction.`;
  }
  const near = nearest(name, instructions.map(({ text }) => text));
  return `${code(word)} is no instruction that the engine applies. ${near === undefined ? 'It takes those that are settings, such as `CMD`, `ENV` or `LABEL`.' : `Write ${code(near)}.`}`;
}

/** What the engine says against one instruction; undefined where it takes it, or several are given. */
function objection(value: string): string | undefined {
  const [word = '', argument] = value.trim().split(/\s+/, 2);
  const name = word.toUpperCase();
  if (word === '' || value.trim().includes('\n')) {
    return undefined;
  }
  if (!instructions.some(({ text }) => text === name)) {
    return aboutUnknown(word, name);
  }
  if (argument === undefined) {
    return alone.has(name) ? undefined : `${code(word)} says nothing without its argument. Put the whole instruction in quotes: ${code(`'${name} …'`)}.`;
  }
  const lacksValue = /^(?:ENV|LABEL)\s+[^\s=]+$/i.test(value.trim());
  return lacksValue ? `${code(word)} wants a name and a value: ${code(`${name} NAME=value`)}.` : undefined;
}

function problemsOf(value: string, context: ValueContext): readonly ValueProblem[] {
  const message = objection(value);
  return message === undefined ? [] : dockerOnly(context, [wholeProblem(value, { code: 'invalid-change', refusedBy: 'engine', message })]);
}

export const dockerfileInstruction: ValueGrammar = {
  kind: 'dockerfile-instruction',
  form: `an instruction of a Dockerfile in quotes: ${instructions.map(({ text }) => `\`${text}\``).join(', ')}`,
  example: `'CMD ["nginx", "-g", "daemon off;"]'`,
  parse: (value, context) => {
    const problems = problemsOf(value, context);
    const name = /^\s*([A-Za-z]+)/.exec(value)?.[1] ?? '';
    const start = value.indexOf(name);
    const known = instructions.find(({ text }) => text === name.toUpperCase());
    if (known === undefined) {
      return { parts: name === '' ? [] : [part(start, start + name.length, 'instruction', `${code(name)} cannot be applied to a finished container; only settings can, such as \`CMD\` or \`ENV\`.`)], problems };
    }
    const rest = value.slice(start + name.length).trim();
    const argument = rest === '' ? [] : [part(value.length - value.trimEnd().length === 0 ? value.length - rest.length : value.indexOf(rest, start + name.length), value.trimEnd().length, 'argument', `The setting: ${code(rest)}.`)];
    return { parts: [part(start, start + name.length, 'instruction', known.meaning), ...argument], problems };
  },
  suggest: (value, cursor) => (/^\s*[A-Za-z]*$/.test(value.slice(0, cursor)) && /^[A-Za-z]*$/.test(value.slice(cursor)) ? suggestWords(instructions, 0, value.length, 'instruction') : []),
};
