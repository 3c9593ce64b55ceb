/** Reports patterns in `docker cp`, which takes one path on each side. */
import { parseCpOperand } from '../docker/cp-operand.ts';
import { isBareGlob } from '../shell/glob.ts';
import { code } from '../text/markdown.ts';
import type { Rule } from './rule.ts';

export const cpPattern: Rule = {
  id: 'cp-pattern',
  title: 'A pattern where docker cp takes one path',
  refusedBy: 'engine',
  severity: { script: 'warning', markdown: 'warning' },
  docs: {
    why: '`docker cp` reads no patterns, and no shell runs in the container that would: the engine looks for a file whose name holds the `*`, and does not find it. A pattern for files of this machine becomes one word for each, of which the command takes one. `web:/var/log/.` is all that is in a folder; for some of it, pipe an archive: `docker exec web sh -c \'cd /var/log && tar c *.log\' | tar x`.',
    references: ['[docker container cp](https://docs.docker.com/reference/cli/docker/container/cp/)'],
  },
  examples: [
    { bad: 'docker cp ⟦web:/var/log/*.log⟧ logs\n' },
    { bad: "docker cp ⟦'web:/var/log/*.log'⟧ logs\n" },
    { bad: 'docker cp ⟦*.conf⟧ web:/etc/shop/\n' },
  ],
  silent: ['docker cp web:/var/log/. logs\n', 'docker cp "$(ls *.conf | head -1)" web:/etc/\n', 'docker cp "$FILE" web:/etc/\n', 'docker cp "what?.txt" web:/srv\n', 'docker cp web:/srv/<name>* .\n'],
  causes: [{ commands: ['cp'] }],
  check: ({ facts, positionals, template, help }, { report }) => {
    const [source, destination] = positionals;
    if (facts?.id !== 'cp' || source === undefined || destination === undefined || template || help) {
      return;
    }
    const { side } = parseCpOperand(source.value);
    const isPattern = isBareGlob(source) || (source.kind === 'literal' && side === 'container' && source.value.includes('*'));
    if (!isPattern) {
      return;
    }
    const advice =
      side === 'container'
        ? `The engine looks for a file of just that name. Copy the folder, ${code(`${source.value.replace(/[^/]*[*?].*$/s, '')}.`)}.`
        : 'It takes one path: as soon as two files match, the CLI refuses. Copy the folder, or each file in a loop.';
    // One file is what most such patterns match.
    const severity = side === 'local' ? ({ script: 'info', markdown: 'info' } as const) : undefined;
    report({ span: source.span, message: `\`docker cp\` reads no patterns. ${advice}`, ...(severity && { severity }) });
  },
};
