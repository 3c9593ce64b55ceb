/** Reports flags in a variable that reaches docker as one argument: with quotes around it, or in zsh. */
import { replace } from '../text/edit.ts';
import { code } from '../text/markdown.ts';
import type { Rule } from './rule.ts';

export const quotedFlags: Rule = {
  id: 'quoted-flags',
  title: 'Flags in a variable that arrives as one argument',
  refusedBy: 'nobody',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: 'In `OPTS="--rm --init"` and `docker run "$OPTS" nginx` the quotes hand `--rm --init` over as one argument. Docker looks for a flag of that name and answers `unknown flag`; with `-e A=1 -e B=2` it takes the second flag for a part of the first value and says nothing. zsh hands over one argument without quotes, too. Elsewhere, without the quotes the shell splits the text at blanks. Where a value holds blanks itself, only an array keeps the words apart: `OPTS=(--rm -e "TITLE=My wiki")` and `"${OPTS[@]}"`.',
    references: ['[Bash FAQ 50](https://mywiki.wooledge.org/BashFAQ/050)'],
  },
  examples: [
    { bad: 'OPTS="--rm --init"\ndocker run ⟦"$OPTS"⟧ nginx:1.27\n', fixed: 'OPTS="--rm --init"\ndocker run $OPTS nginx:1.27\n' },
    { bad: 'OPTS="-e TZ=UTC"\nOPTS="$OPTS -e LANG=C"\ndocker exec ⟦"${OPTS}"⟧ web env\n', fixed: 'OPTS="-e TZ=UTC"\nOPTS="$OPTS -e LANG=C"\ndocker exec ${OPTS} web env\n' },
  ],
  silent: [
    'OPTS="--rm --init"\ndocker run $OPTS nginx:1.27\n',
    'OPTS="--rm"\ndocker run "$OPTS" nginx:1.27\n',
    'NOTE="-- do not touch"\ndocker run --label "$NOTE" nginx:1.27\n',
    'ARGS="-l -a"\ndocker exec web ls "$ARGS"\n',
    'OPTS=(--rm --init)\ndocker run "${OPTS[@]}" nginx:1.27\n',
  ],
  causes: [{ text: /\$(?:\w+|\{\w+\})/ }],
  check: ({ positionals, facts }, { region, report }) => {
    const [first] = positionals;
    if (facts === undefined || first?.joinsFlags !== true) {
      return;
    }
    const bare = first.source.replaceAll('"', '');
    if (region.keepsVariables === true) {
      const split = bare.replace(/^\$\{?(\w+)\}?$/, '${=$1}');
      report({
        span: first.span,
        message: `zsh hands all flags in ${code(bare)} to docker as one argument. Write ${code(split)}, or make it an array.`,
        fixes: [{ title: `Write ${code(split)}`, edits: [replace(first.span, split)], safe: true }],
      });
      return;
    }
    report({
      span: first.span,
      message: `The quotes hand all flags in ${code(bare)} to docker as one argument. Leave them out, or make it an array.`,
      fixes: [{ title: 'Remove the quotes', edits: [replace(first.span, bare)], safe: true }],
    });
  },
};
