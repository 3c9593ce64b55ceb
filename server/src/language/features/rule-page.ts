/** The documentation page of a rule, made from the rule: what it finds, why, and how to settle it. */
import { newestCli } from '../docker/versions.ts';
import type { FileProbe, Finding, Rule, RuleExample, StandardReference } from '../rules/rule.ts';
import { codeBlock } from '../text/markdown.ts';
import { analyse, findingsOf } from './snapshot.ts';

const refusers: Readonly<Record<Rule['refusedBy'], string>> = {
  cli: 'The Docker CLI refuses such a command.',
  engine: 'The engine refuses such a command.',
  shell: 'The shell does not read the command as it was meant.',
  nobody: 'Nobody refuses it: the command runs.',
};

function refusal({ refusedBy, tag }: Rule): string {
  return refusedBy === 'nobody' && tag === 'deprecated' ? 'It still runs, but not on every version or not for ever.' : refusers[refusedBy];
}

/** Worlds in which a rule that looks at files speaks: nothing is there, or every path is a folder. */
const worlds: readonly FileProbe[] = [{ kindOf: () => 'missing' }, { kindOf: () => 'directory' }];

function unmarked(text: string): string {
  return text.replace(/[⟦⟧]/g, '');
}

/** What the rule says of its example. */
function findingIn(rule: Rule, example: RuleExample): Finding | undefined {
  const isMarkdown = example.surface === 'markdown';
  for (const files of worlds) {
    const settings = { version: example.version ?? newestCli, rules: { [rule.id]: 'warning' as const }, trustedRegistries: ['registry.example.com'], files };
    const found = findingsOf(analyse(unmarked(example.bad), isMarkdown ? 'markdown' : 'shell', settings)).find(({ ruleId }) => ruleId === rule.id);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

/** The text as a block of code, without blank lines at its end. */
function block(text: string, language: string): string {
  return codeBlock(text.replace(/\s+$/, ''), language);
}

function problem(rule: Rule, example: RuleExample): string {
  const language = example.surface === 'markdown' || example.bad.includes('```') ? 'markdown' : 'sh';
  const finding = findingIn(rule, example);
  const version = example.version === undefined || example.version === newestCli ? [] : [`With Docker CLI ${example.version}:`];
  const parts = [...version, ...(example.note === undefined ? [] : [example.note]), block(unmarked(example.bad), language)];
  if (finding !== undefined) {
    parts.push(`> ${finding.message.replace(/\n/g, ' ')}`);
  }
  if (example.fixed !== undefined) {
    const fix = finding?.fixes[0];
    const how = fix === undefined ? 'Write instead:' : `${fix.title} (${fix.safe ? 'safe fix' : 'suggestion'}):`;
    parts.push(how, block(example.fixed, language));
  }
  return parts.join('\n\n');
}

/** `CIS Docker 1.6.0, 5.5 (5.4 in earlier editions)` */
export function standardText({ benchmark, id, formerly }: StandardReference): string {
  return `${benchmark}, ${id}${formerly === undefined ? '' : ` (${formerly} in earlier editions)`}`;
}

/** What an editor can do about it: `safe`, `suggestion` or nothing. */
export function fixability(rule: Rule): 'safe' | 'suggestion' | undefined {
  const fixes = rule.examples.flatMap((example) => findingIn(rule, example)?.fixes ?? []);
  return fixes.length === 0 ? undefined : fixes.some(({ safe }) => safe) ? 'safe' : 'suggestion';
}

function options(rule: Rule): string[] {
  const entries = Object.entries(rule.options ?? {}).map(([name, option]) => `- \`${name}\`: ${option.description} By default ${option.default.length === 0 ? 'empty' : option.default.map((word) => `\`${word}\``).join(', ')}.`);
  return entries.length === 0 ? [] : ['## Options', entries.join('\n')];
}

/** The page in Markdown. */
export function rulePage(rule: Rule): string {
  const { id, title, severity, docs, examples, silent } = rule;
  const correct = examples.every(({ fixed }) => fixed === undefined) ? silent.filter((text) => !text.includes('\r')).slice(0, 1) : [];
  const references = [...(docs.references ?? []), ...(docs.standards ?? []).map(standardText)].map((reference) => `- ${reference}`);
  const sections = [
    `# ${id}`,
    `${title}. ${refusal(rule)}`,
    `Severity: **${severity.script}** in scripts, **${severity.markdown}** in Markdown.`,
    '## Why',
    docs.why,
    '## Problem',
    ...examples.map((example) => problem(rule, example)),
    ...(correct.length === 0 ? [] : ['## Correct', ...correct.map((text) => block(text, text.includes('```') ? 'markdown' : 'sh'))]),
    '## When to leave it',
    ...(docs.whenToIgnore === undefined ? [] : [docs.whenToIgnore]),
    'A comment above the command switches the rule off for it, and says why:',
    block(`# gantry disable-next-line=${id} -- the reason`, 'sh'),
    ...options(rule),
    ...(references.length === 0 ? [] : ['## References', references.join('\n')]),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** The list of all rules in Markdown; pages are linked as files beside it. */
export function ruleIndex(rules: readonly Rule[]): string {
  const rows = rules.map((rule) => {
    const standards = (rule.docs.standards ?? []).map(standardText).join('; ');
    return `| [${rule.id}](${rule.id}.md) | ${rule.title} | ${rule.severity.script} | ${rule.severity.markdown} | ${fixability(rule) ?? ''} | ${standards} |`;
  });
  return [
    '# Rules',
    '',
    'A safe fix changes nothing that worked; a suggestion changes what the command does and is yours to choose.',
    'Rules that are off speak when a setting, a preset or `--rule` raises them.',
    '',
    '| rule | finds | in scripts | in Markdown | fix | standards |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
