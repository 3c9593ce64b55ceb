/** Old spellings that still work: hidden names of flags, a colon in security options. */
import { renameFlag } from '../command/edits.ts';
import { flagNames } from '../docker/cli-facts.ts';
import { code } from '../text/markdown.ts';
import { valueRule } from './value-rule.ts';

const formerNames = flagNames(({ aliasOf }) => aliasOf !== undefined);

export const legacyAlias = valueRule({
  id: 'legacy-alias',
  title: 'Old spelling of a flag or option',
  refusedBy: 'nobody',
  severity: { script: 'hint', markdown: 'off' },
  docs: {
    why: '`--net`, `--net-alias` and `--dns-opt` are former names: they work, but `--help` and completion have forgotten them, and readers look for them in vain. The same goes for a colon in `--security-opt seccomp:…`.',
    references: ['[Deprecated features](https://docs.docker.com/engine/deprecated/)'],
  },
  examples: [
    { bad: 'docker run -d ⟦--net⟧=shop nginx:1.27\n', fixed: 'docker run -d --network=shop nginx:1.27\n' },
    { bad: 'docker run -d ⟦--dns-opt⟧ ndots:2 nginx:1.27\n', fixed: 'docker run -d --dns-option ndots:2 nginx:1.27\n' },
    { bad: 'docker run -d --security-opt ⟦apparmor:web⟧ nginx:1.27\n', fixed: 'docker run -d --security-opt apparmor=web nginx:1.27\n' },
  ],
  silent: ['docker run -d --network shop nginx:1.27\n', 'docker run -d --security-opt no-new-privileges:true nginx:1.27\n', 'docker run -d --security-opt label=level:s0:c100 nginx:1.27\n', 'docker run -d nginx:1.27 --net=shop\n'],
  also: {
    causes: [{ flags: formerNames }],
    check: (command, { report }) => {
      for (const use of command.flags) {
        const { aliasOf } = use.facts;
        if (aliasOf !== undefined) {
          const name = `--${aliasOf}`;
          report({
            span: use.nameSpan,
            message: `${code(use.spelling)} is the former name of ${code(name)}, and hidden from the help. Write ${code(name)}.`,
            fixes: [{ title: `Write ${code(name)}`, edits: renameFlag(use, name), safe: true }],
          });
        }
      }
    },
  },
});
