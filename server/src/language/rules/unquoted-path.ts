/** The working or home directory without quotes in a mount: a blank in its path breaks the command. */
import { usesOf, type FlagUse } from '../command/docker-command.ts';
import { insert } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import { unquotedMatches } from './quoted-stretches.ts';
import type { Rule } from './rule.ts';

const variable = /\$PWD\b|\$\{PWD\}|\$HOME\b|\$\{HOME\}/;
const output = /\$\(\s*pwd\s*\)|`\s*pwd\s*`/;
const directory = new RegExp(`${variable.source}|${output.source}`);

/** Whether the value as written holds nothing that double quotes would change, beside the directory. */
function canBeQuoted(source: string): boolean {
  const rest = source.replace(new RegExp(directory, 'g'), '');
  return !/["'\\`~*?[\]{}!]|\$\(/.test(rest);
}

function isUnquoted({ value }: FlagUse, source: string, splits: RegExp): boolean {
  const { word, span } = value;
  if (word.unquotable === true) {
    return false;
  }
  const at = word.kind === 'expansion' || word.kind === 'splat' ? (splits.exec(source)?.index ?? -1) : -1;
  return at >= 0 && canBeQuoted(source) && unquotedMatches(word, /[$`]/).includes(span.start + at);
}

export const unquotedPath: Rule = {
  id: 'unquoted-path',
  title: 'Directory without quotes in a mount',
  refusedBy: 'nobody',
  severity: { script: 'hint', markdown: 'off' },
  docs: {
    why: 'The shell splits `$PWD` at blanks. In a folder such as `/home/ann/My Projects` the second half of the path becomes the image, and docker answers `invalid reference format`. Double quotes keep the path in one piece. zsh splits no variables: there only `$(pwd)` is reported.',
    whenToIgnore: 'The path never holds a blank.',
    references: ['[ShellCheck SC2086](https://www.shellcheck.net/wiki/SC2086)', '[ShellCheck SC2046](https://www.shellcheck.net/wiki/SC2046)'],
  },
  examples: [
    { bad: 'docker run --rm -v ⟦$PWD:/src⟧ node:22 npm test\n', fixed: 'docker run --rm -v "$PWD:/src" node:22 npm test\n' },
    { bad: 'docker run --rm --mount=⟦type=bind,source=$(pwd)/conf,target=/conf⟧ nginx:1.27\n', fixed: 'docker run --rm --mount="type=bind,source=$(pwd)/conf,target=/conf" nginx:1.27\n' },
  ],
  silent: ['docker run --rm -v "$PWD:/src" node:22\n', 'docker run --rm -v "$PWD":/src node:22\n', "docker run --rm -v '$PWD:/src' node:22\n", 'docker run --rm -v $DATA:/data node:22\n', 'docker run --rm -e DIR=$PWD node:22\n', 'docker run --rm node:22 ls -v $PWD:/src\n', 'OPTS="-v $PWD:/src"\ndocker run --rm $OPTS node:22\n'],
  causes: [{ flags: ['volume', 'mount', 'workdir'] }],
  check: (command, { region, report }) => {
    const { dialect, nested } = command.shell;
    if (dialect !== 'posix' || nested) {
      return;
    }
    for (const use of ['volume', 'mount', 'workdir'].flatMap((name) => usesOf(command, name))) {
      const { span } = use.value;
      const source = region.text.slice(span.start, span.end);
      // What a command prints is split in zsh as well.
      if (isUnquoted(use, source, region.keepsVariables === true ? output : directory)) {
        report({
          span,
          message: `A blank in the path splits ${code(source)} into two words. Put double quotes around it.`,
          fixes: [{ title: 'Put double quotes around it', edits: [insert(span.start, '"'), insert(span.end, '"')], safe: true }],
        });
      }
    }
  },
};
