/** Ways in which the same mistake is written elsewhere: other names, other line breaks, other surroundings. */
export interface Mutation {
  readonly name: string;
  /** A Markdown document, or undefined where the mutation does not apply to the command. */
  document(command: string): string | undefined;
}

function fence(command: string, language = 'sh'): string {
  return ['```' + language, command, '```', ''].join('\n');
}

const continuation = /[ \t]*\\\n[ \t]*/g;

export const mutations: readonly Mutation[] = [
  { name: 'as it is', document: (command) => fence(command) },
  {
    name: 'renamed',
    document: (command) => fence(command.replace(/(--name[ =])\S+/, '$1another-name').replace(/some-/g, 'other-').replace(/busybox|fedora|ubuntu:14\.04/g, 'alpine:3.20')),
  },
  {
    name: 'one flag per line',
    document: (command) => (/['"`]/.test(command) ? undefined : fence(command.replace(continuation, ' ').replace(/ (?=--?[a-z])/g, ' \\\n    '))),
  },
  { name: 'on one line', document: (command) => (/\\[ \t]+\n/.test(command) ? undefined : fence(command.replace(continuation, ' '))) },
  {
    name: 'in a list',
    document: (command) => ['1. First', '', ...fence(command).split('\n').map((line) => (line === '' ? '' : `   ${line}`))].join('\n'),
  },
  { name: 'in a quote', document: (command) => fence(command).split('\n').map((line) => `> ${line}`).join('\n') },
  {
    name: 'in a function',
    document: (command) => fence(`deploy() {\n${command.split('\n').map((line) => `  ${line}`).join('\n')}\n}`),
  },
  { name: 'behind a prompt', document: (command) => fence(`$ ${command}\noutput of the command`, 'console') },
];
