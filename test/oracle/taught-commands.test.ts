/** The real CLI takes every command that a hover teaches, as bash hands it over. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { commands, globalFlags } from '../../server/src/language/docker/cli-facts.ts';
import { commandProse, globalFlagProse } from '../../server/src/language/docker/commands.ts';
import { proseOn } from '../../server/src/language/docker/flags/flag-prose.ts';
import { proseOf } from '../../server/src/language/docker/flags/index.ts';
import { dockerClis, reportMissingCli } from '../support/docker-clis.ts';
import { verdictOn } from '../support/verdict.ts';
import { RealCli } from './real-cli.ts';

const clis = await dockerClis();
const reason = reportMissingCli(clis);

/** Files that the commands read, side by side. */
const files = { 'production.env': 'A=1\n', 'migrate.env': 'A=1\n', 'api.labels': 'a=b\n', 'dump.sql': '', 'access.log': '' };

interface Taught {
  readonly example: string;
  readonly onWindows: boolean;
}

function taught(): Taught[] {
  const found = commands.flatMap((command) => [
    { example: commandProse(command.id)?.example ?? '', onWindows: false },
    ...command.flags.map((flag) => {
      const prose = proseOf(flag);
      const example = prose === undefined ? '' : proseOn(prose, command).example;
      return { example, onWindows: / mcr\.microsoft\.com\/windows\//.test(example) };
    }),
  ]);
  const globals = globalFlags.flags.map(({ name }) => ({ example: globalFlagProse(name)?.example ?? '', onWindows: false }));
  return [...new Map([...found, ...globals].map((one) => [one.example, one])).values()];
}

/** The words that the first `docker` of the line gets from bash. */
function wordsOf(line: string, folder: string): string[] {
  const seen = path.join(folder, 'seen');
  writeFileSync(seen, '');
  const script = `docker() { if test ! -s ${seen}; then printf '%s\\0' "$@" >${seen}; fi; }\n${line.replaceAll('./deploy/', './')}\n`;
  execFileSync('bash', ['-c', `${script}\ntrue`], { cwd: folder, stdio: 'ignore' });
  return readFileSync(seen, 'utf8').split('\0').slice(0, -1);
}

/** It was read: what is missing is a terminal, an answer of the stand-in engine, a host or a certificate. */
const readAllTheSame =
  /the input device is not a TTY|cannot attach stdin to a TTY-enabled|failed to connect to the docker API|error during connect|Cannot connect to the Docker daemon|context "staging"|\.pem\b|map has no entry for key|invalid output path:/i;
const unanswered = /^(?:stats|attach|port)$/;

void suite('commands that hovers teach', { skip: reason ?? false }, () => {
  for (const cli of clis) {
    void suite(`by docker ${cli.release}`, () => {
      let folder: string;
      let real: { readonly linux: RealCli; readonly windows: RealCli };

      before(async () => {
        folder = mkdtempSync(path.join(tmpdir(), 'gantry-taught-'));
        for (const [name, content] of Object.entries(files)) {
          writeFileSync(path.join(folder, name), content);
        }
        real = { linux: await RealCli.start(cli, files), windows: await RealCli.start(cli, files, 'windows') };
      });

      after(async () => {
        await Promise.all([real.linux.stop(), real.windows.stop()]);
        rmSync(folder, { recursive: true, force: true });
      });

      void test('are taken', async () => {
        const refused: string[] = [];
        let asked = 0;
        for (const { example, onWindows } of taught()) {
          const argv = wordsOf(example, folder);
          assert.ok(argv.length > 0, example);
          const { accepted: isKnown, command } = verdictOn(argv, cli.version);
          if (!isKnown) {
            continue;
          }
          asked++;
          const answer = await (onWindows ? real.windows : real.linux).ask(argv);
          if (!answer.accepted && !readAllTheSame.test(answer.message) && !unanswered.test(command.facts?.id ?? '')) {
            refused.push(`${example}\n  ${answer.message.trim()}`);
          }
        }
        assert.deepEqual(refused, []);
        assert.ok(asked > 150, `${asked} commands`);
      });
    });
  }
});
