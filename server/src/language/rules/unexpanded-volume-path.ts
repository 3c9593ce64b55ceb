/** Reports host paths that reach Docker unexpanded or as the name of a volume. */
import type { DockerCommand, FlagUse } from '../command/docker-command.ts';
import type { TextEdit } from '../text/edit.ts';
import { replace } from '../text/edit.ts';
import type { Fix, RuleContext } from './rule.ts';
import { valueRule } from './value-rule.ts';

/** The quotes directly around the value, where the whole value stands inside one pair. */
function quotesAround({ value }: FlagUse, { region }: RuleContext): { readonly quote: string; readonly start: number; readonly end: number } | undefined {
  const { start, end } = value.span;
  const quote = region.text.charAt(start - 1);
  return (quote === "'" || quote === '"') && region.text.charAt(end) === quote ? { quote, start: start - 1, end } : undefined;
}

/** `'$PWD/x:/y'`: double quotes let the shell expand it. `"~/x:/y"`: only `$HOME` is expanded there. */
function expandingFix(use: FlagUse, command: DockerCommand, context: RuleContext): Fix | undefined {
  const { text, span } = use.value;
  const isHome = /^~(?:\/|:)/.test(text);
  if (command.shell.dialect !== 'posix' || command.shell.nested || !(isHome || /^\$(?:\w|\{\w+\})/.test(text)) || /["`\\]/.test(text)) {
    return undefined;
  }
  const quotes = quotesAround(use, context);
  const home: TextEdit[] = isHome ? [replace({ start: span.start, end: span.start + 1 }, quotes === undefined ? '"$HOME"' : '$HOME')] : [];
  if (quotes === undefined) {
    return isHome && context.region.text.charAt(span.start) === '~' ? { title: 'Write `"$HOME"` for `~`', safe: true, edits: home } : undefined;
  }
  if (quotes.quote === '"') {
    return isHome ? { title: 'Write `$HOME` for `~`', safe: true, edits: home } : undefined;
  }
  const edits = [replace({ start: quotes.start, end: quotes.start + 1 }, '"'), ...home, replace({ start: quotes.end, end: quotes.end + 1 }, '"')];
  return { title: isHome ? 'Write `$HOME` in double quotes' : 'Use double quotes', safe: true, edits };
}

export const unexpandedVolumePath = valueRule({
  id: 'unexpanded-volume-path',
  title: 'A host path is taken for the name of a volume',
  refusedBy: 'engine',
  severity: { script: 'error', markdown: 'warning' },
  docs: {
    why: 'The engine takes a source for a host path only when it begins with `/`, `./` or `../`. `$PWD` in single quotes, `~` in any quotes and plain `dir/file` reach it as names of volumes, and it complains about invalid characters.',
    references: ['[Bind mounts, syntax](https://docs.docker.com/engine/storage/bind-mounts/#syntax)', '[Tilde expansion, GNU Bash manual](https://www.gnu.org/software/bash/manual/html_node/Tilde-Expansion.html)'],
  },
  examples: [
    { bad: "docker run -v '⟦$PWD/site⟧:/site' nginx:1.27", fixed: 'docker run -v "$PWD/site:/site" nginx:1.27' },
    { bad: 'docker run -v "⟦~/site⟧:/site" nginx:1.27', fixed: 'docker run -v "$HOME/site:/site" nginx:1.27' },
    { bad: 'docker run --volume=⟦~/site⟧:/site nginx:1.27', fixed: 'docker run --volume="$HOME"/site:/site nginx:1.27' },
    { bad: 'docker run -v ⟦web/site⟧:/site nginx:1.27', fixed: 'docker run -v ./web/site:/site nginx:1.27' },
  ],
  silent: ['docker run -v "$PWD/site:/site" nginx:1.27', 'docker run -v ~/site:/site nginx:1.27', 'docker run -v ./site:/site nginx:1.27', 'docker run -v site:/site nginx:1.27', '```cmd\ndocker run -v ${pwd}:/site nginx:1.27\n```\n'],
  fixes: (use, _problem, command, context) => {
    const fix = expandingFix(use, command, context);
    return fix === undefined ? [] : [fix];
  },
});
