/** Whatever the command and wherever it stands: hardening is settled after one go, and what the user wrote stays. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { rewrites } from '../../../server/src/language/features/code-actions.ts';
import { analyse, findingsOf } from '../../../server/src/language/features/snapshot.ts';
import { defaultSettings } from '../../support/commands.ts';
import { checkHardening, type Document } from '../../support/hardening-check.ts';

const flags = fc.constantFrom(
  '-d', '-it', '--rm', '--name web', '--name="web"', '-p 8080:80', '-p "8080:80"', '-p 127.0.0.1:8081:81', '-p 82', '-P', '-e A=1', "-e 'B=two words'", '-e DB_PASSWORD=x', '-v data:/data', '-v /srv:/tmp',
  '--tmpfs /run', '--memory 1g', '-m=2g', '--cpus 2', '--pids-limit=50', '--restart no', '--restart always', '--read-only', '--read-only=false', '--cap-drop ALL', '--cap-add NET_RAW', '-u 1000', '--user root',
  '--security-opt no-new-privileges', '--init', '--network shop', '--network host', '--privileged', '--log-driver syslog', '--log-opt max-file=2', '-w /app', '--entrypoint sh', '--label a=b',
);
const images = fc.constantFrom('me/app:1', '"me/app:1"', 'nginx:1.27', 'postgres:17.2', 'lscr.io/linuxserver/sonarr:4', 'docker.io/library/redis');
const processes = fc.constantFrom('', ' sleep 60', " sh -c 'a; b'", ' --flag "x  y"');
const endings = fc.constantFrom('', ' # a note', ' > out.log 2>&1', ' | tee log', ' && echo done', ' &');

const commands = fc.tuple(fc.array(flags, { maxLength: 7 }), images, processes).map(([given, image, process]) => ({ parts: ['docker run', ...given, `${image}${process}`] }));

/** Ways to write the parts down; cmd has no single quotes, so it is left to its own tests. */
const layouts: readonly ((parts: readonly string[], ending: string) => Document)[] = [
  (parts, ending) => ({ text: `set -e\n${parts.join(' ')}${ending}\necho next\n`, kind: 'shell', settings: defaultSettings }),
  (parts, ending) => ({ text: `deploy() {\n\t${parts.join(' \\\n\t\t')}${ending}\n}\n`, kind: 'shell', settings: defaultSettings }),
  (parts, ending) => ({ text: `${parts.join(' \\\r\n    ')}${ending}\r\necho next\r\n`, kind: 'shell', settings: defaultSettings }),
  (parts, ending) => ({ text: `# T\n\n\`\`\`console\n$ ${parts.join(' \\\n>   ')}${ending}\noutput\n\`\`\`\n`, kind: 'markdown', settings: defaultSettings }),
  (parts, ending) => ({ text: `1. Do\n\n   > \`\`\`sh\n   > ${parts.join(' ')}${ending}\n   > \`\`\`\n`, kind: 'markdown', settings: defaultSettings }),
  (parts) => ({ text: `\`\`\`powershell\n${parts.join(' `\n  ')}\n\`\`\`\n`, kind: 'markdown', settings: defaultSettings }),
  (parts) => ({ text: `$(sudo ${parts.join(' ')})\n`, kind: 'shell', settings: defaultSettings }),
];

function actionsOn({ text, kind, settings }: Document) {
  const snapshot = analyse(text, kind, settings);
  const [command] = snapshot.regions.flatMap(({ region, commands: found }) => found.map(({ program }) => region.start + program.span.start));
  assert.ok(command !== undefined, `a command is read from:\n${text}`);
  return rewrites(snapshot, { start: command, end: command });
}

function errorsIn({ text, kind, settings }: Document): string[] {
  return findingsOf(analyse(text, kind, settings)).filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId);
}

describe('hardening any command', () => {
  for (const [index, layout] of layouts.entries()) {
    test(`in layout ${index + 1}`, () => {
      let applied = 0;
      fc.assert(
        fc.property(commands, endings, ({ parts }, ending) => {
          const document = layout(parts, ending);
          const before = errorsIn(document);
          for (const action of actionsOn(document).filter(({ title, risks }) => risks !== undefined && !/^(?:Pass|Read)/.test(title))) {
            applied++;
            const { after } = checkHardening(document, action, 0);
            assert.deepEqual(errorsIn(after).filter((id) => !before.includes(id)), [], `no error arises in:\n${after.text}`);
            assert.equal(after.text.includes('\r\n') && /[^\r]\n/.test(after.text), false, 'line endings stay alike');
            const again = actionsOn(after).map(({ title }) => title);
            assert.ok(!again.includes(action.title) || action.title.startsWith('Harden, keep'), `“${action.title}” is settled in:\n${after.text}`);
            if (action.title === 'Harden this command') {
              assert.deepEqual(again.filter((title) => title.startsWith('Harden')), []);
            }
          }
        }),
        { seed: 311, numRuns: 50 },
      );
      assert.ok(applied > 100, `${applied} changes were made`);
    });

    test(`laying it out anew keeps every word, in layout ${index + 1}`, () => {
      let applied = 0;
      fc.assert(
        fc.property(commands, endings, ({ parts }, ending) => {
          const document = layout(parts, ending);
          for (const action of actionsOn(document).filter(({ risks }) => risks === undefined)) {
            applied++;
            const words = (text: string) => text.replace(/[\\`]\r?\n(?:[ >]*> )?/g, ' ').replace(/\s+/g, ' ');
            const { after } = checkHardening(document, action, 0);
            assert.equal(words(after.text), words(document.text));
            if (action.title === 'Join into one line') {
              assert.doesNotMatch(after.text, / [\\`]\r?\n/);
            }
            assert.ok(!actionsOn(after).some(({ title }) => title === action.title), `“${action.title}” is settled in:\n${after.text}`);
          }
        }),
        { seed: 312, numRuns: 40 },
      );
      assert.ok(applied > 15, `${applied} changes were made`);
    });
  }
});
