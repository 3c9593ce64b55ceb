/** Every flag is taught, once, and what is taught fits the command on which it is shown. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commands, globalFlags, type CommandFacts, type FlagFacts } from '../../../server/src/language/docker/cli-facts.ts';
import { globalFlagProse } from '../../../server/src/language/docker/commands.ts';
import { proseOn, type FlagProse } from '../../../server/src/language/docker/flags/flag-prose.ts';
import { flagThemes, proseOf } from '../../../server/src/language/docker/flags/index.ts';
import { findingsOf, analyse } from '../../../server/src/language/features/snapshot.ts';
import type { Finding } from '../../../server/src/language/rules/rule.ts';
import { commandIn, defaultSettings } from '../../support/commands.ts';

interface Shown {
  readonly command: CommandFacts;
  readonly flag: FlagFacts;
  readonly prose: FlagProse;
}

function shown(command: CommandFacts, flag: FlagFacts, prose: FlagProse | undefined): Shown {
  assert.ok(prose, `no prose for --${flag.name} of ${command.id}`);
  return { command, flag, prose: proseOn(prose, command) };
}

const onCommands = commands.flatMap((command) => command.flags.map((flag) => shown(command, flag, proseOf(flag))));
const onGlobals = globalFlags.flags.map((flag) => shown(globalFlags, flag, globalFlagProse(flag.name)));
const everything = [...onCommands, ...onGlobals];

/** Flags whose example shows what to write instead of them. */
const showsReplacement = new Set(['link', 'checkpoint-dir', 'kernel-memory', 'time', 'disable-content-trust', 'pause', 'tls', 'net', 'net-alias', 'dns-opt']);

const mostUsed = [
  ...['name', 'detach', 'volume', 'rm', 'tty', 'publish', 'interactive', 'env', 'network', 'runtime', 'restart', 'shm-size', 'workdir'],
  ...['entrypoint', 'user', 'gpus', 'mount', 'hostname', 'platform', 'privileged', 'link', 'cap-add', 'label', 'memory', 'cpus', 'read-only'],
  ...['cap-drop', 'security-opt', 'pids-limit', 'tmpfs', 'env-file', 'init', 'log-driver', 'log-opt', 'add-host', 'device', 'ulimit'],
  ...['stop-timeout', 'health-cmd', 'pull', 'time', 'timeout', 'signal', 'since', 'tail', 'follow', 'filter', 'format', 'force', 'volumes', 'all'],
];

const named = ({ command, flag }: Shown) => `${command.id} --${flag.name}`;

describe('flag prose', () => {
  it('covers the flags of all commands, each written once', () => {
    const written = flagThemes.flatMap((theme) => Object.keys(theme));
    const targets = new Set(onCommands.map(({ flag }) => flag.aliasOf ?? flag.name));
    assert.equal(new Set(onCommands.map(({ flag }) => flag.name)).size, 137);
    assert.deepEqual([...written].sort(), [...targets].sort());
    assert.equal(onGlobals.length, 12);
  });

  it('gives hidden spellings the prose of their target', () => {
    const byName = (name: string) => onCommands.find(({ flag }) => flag.name === name)?.prose;
    assert.equal(byName('net'), byName('network'));
    assert.equal(byName('dns-opt'), byName('dns-option'));
    assert.equal(proseOf({ name: 'flag-of-the-future' }), undefined);
  });

  it('says in words what holds where a flag is not given and the CLI names no value', () => {
    const wordless = onCommands.filter(({ command, flag, prose }) => flag.effectiveDefault !== undefined && prose.byDefault === undefined && command.id !== 'update' && flag.takesValue);
    assert.deepEqual(wordless.map(named), []);
    for (const { prose } of everything) {
      assert.match(prose.byDefault ?? 'by default', /\bdefault\b/);
    }
  });

  it('has special cases only for commands with the flag', () => {
    for (const theme of flagThemes) {
      for (const [name, { on = {} }] of Object.entries(theme)) {
        for (const id of Object.keys(on)) {
          assert.ok(onCommands.some(({ command, flag }) => command.id === id && flag.name === name), `--${name} on ${id}`);
        }
      }
    }
  });

  it('names related flags that the same command has, and never the flag itself', () => {
    const wrong = everything.flatMap((entry) =>
      (entry.prose.related ?? []).filter((name) => !entry.command.byName.has(name) || name === entry.flag.name).map((name) => `${named(entry)}: ${name}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('is prose: short sentences, a real pitfall, no marketing', () => {
    for (const entry of everything) {
      const { what, why, mind } = entry.prose;
      assert.ok(mind !== undefined && mind.length >= 60, `${named(entry)} has no pitfall`);
      for (const text of [what, why, mind]) {
        assert.match(text, /^[A-Z`\d"'-].*[.?)`"]$/, named(entry));
        assert.doesNotMatch(text, /!(?:\s|$)|simply|powerful|seamless|robust|[‘’“”–—]/i, named(entry));
        assert.ok(text.length >= 30 && text.length <= 560, `${named(entry)}: ${String(text.length)} characters: ${text}`);
        assert.equal((text.match(/`/g) ?? []).length % 2, 0, `${named(entry)}: unbalanced code span`);
      }
      assert.equal(new Set([what, why, mind]).size, 3, named(entry));
    }
  });

  it('tells more than one thing about the flags that are used most', () => {
    for (const entry of everything.filter(({ flag }) => mostUsed.includes(flag.name))) {
      const sentences = (entry.prose.mind ?? '').split(/[.?](?:\s|$)/).filter((sentence) => sentence.length > 10);
      assert.ok(sentences.length >= 2, `${named(entry)}: ${String(entry.prose.mind)}`);
    }
  });

  it('tells the flags apart that share a name', () => {
    const proseFor = (id: string, name: string) => onCommands.find(({ command, flag }) => command.id === id && flag.name === name)?.prose;
    const meanings: [string, ...string[]][] = [
      ['attach', 'run', 'start'],
      ['detach', 'run', 'exec'],
      ['quiet', 'run', 'ps', 'cp'],
      ['all', 'ps', 'stats'],
      ['filter', 'ps', 'prune'],
      ['format', 'ps', 'inspect', 'stats'],
      ['size', 'ps', 'inspect'],
      ['force', 'rm', 'prune'],
      ['link', 'run', 'rm'],
      ['interactive', 'run', 'start'],
      ['signal', 'stop', 'kill'],
      ['memory', 'run', 'update'],
      ['restart', 'run', 'update'],
      ['user', 'run', 'exec'],
      ['privileged', 'run', 'exec'],
    ];
    for (const [name, ...ids] of meanings) {
      assert.equal(new Set(ids.map((id) => proseFor(id, name)?.what)).size, ids.length, name);
    }
  });
});

describe('examples of flags', () => {
  it('are commands of the right kind that use the flag', () => {
    for (const entry of everything) {
      const { flag, command, prose } = entry;
      const { command: bound } = commandIn(prose.example);
      assert.deepEqual(bound.problems, [], prose.example);
      assert.ok(bound.facts !== undefined || command === globalFlags, `${named(entry)}: ${prose.example}`);
      const ids = command.id === 'create' ? ['create', 'run'] : [command.id];
      assert.ok(command === globalFlags || ids.includes(bound.facts?.id ?? ''), `${named(entry)}: ${prose.example}`);
      if (!showsReplacement.has(flag.name) || command.id === 'rm') {
        const uses = command === globalFlags ? bound.globals : bound.flags;
        const helpOrVersion = flag.name === 'help' && bound.help;
        assert.ok(helpOrVersion || uses.some(({ facts }) => facts.name === flag.name), `${named(entry)}: ${prose.example}`);
      }
    }
  });

  it('hold nothing that we would warn about ourselves, beside the flag that they show', () => {
    for (const { flag, prose } of everything) {
      const { example } = prose;
      const showsFlag = ({ span }: Finding) => new RegExp(`^--${flag.name}\\b`).test(example.slice(span.start));
      const loud = findingsOf(analyse(example, 'shell', defaultSettings)).filter((finding) => (finding.severity === 'error' || finding.severity === 'warning') && !showsFlag(finding));
      assert.deepEqual(loud.map(({ ruleId, message }) => `${ruleId}: ${message}`), [], example);
    }
  });

  it('pin their images', () => {
    for (const { prose } of onCommands) {
      const { image } = commandIn(prose.example).command;
      assert.ok(image === undefined || /:[\w.-]+$/.test(image.value), prose.example);
      assert.ok(image === undefined || !image.value.endsWith(':latest'), prose.example);
    }
  });
});
