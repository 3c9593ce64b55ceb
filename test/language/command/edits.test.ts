/** Edits keep what a person wrote around them: quotes, continuations, indentation, prompts. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lastUse } from '../../../server/src/language/command/docker-command.ts';
import { insertFlag, removeFlag, renameFlag, replaceValue } from '../../../server/src/language/command/edits.ts';
import { applyEdits, type TextEdit } from '../../../server/src/language/text/edit.ts';
import { commandIn } from '../../support/commands.ts';

type Edit = (parsed: ReturnType<typeof commandIn>) => TextEdit[];

function flag(name: string, edit: (parsed: ReturnType<typeof commandIn>, use: NonNullable<ReturnType<typeof lastUse>>) => TextEdit[]): Edit {
  return (parsed) => {
    const use = lastUse(parsed.command, name);
    assert.ok(use, `no --${name}`);
    return edit(parsed, use);
  };
}

const without = (name: string) => flag(name, ({ command, region }, use) => removeFlag(command, use, region));
const withFlag = (text: string): Edit => ({ command, region }) => insertFlag(command, region, text);
const valued = (name: string, text: string) => flag(name, ({ command }, use) => replaceValue(command, use.value, text));
const renamed = (name: string, spelling: string) => flag(name, (_, use) => renameFlag(use, spelling));

const cases: readonly (readonly [string, Edit, string])[] = [
  ['docker run -d --rm nginx', without('rm'), 'docker run -d nginx'],
  ['docker run --name web nginx', without('name'), 'docker run nginx'],
  ['docker run --name="web" nginx', without('name'), 'docker run nginx'],
  ['docker run -itd nginx', without('tty'), 'docker run -id nginx'],
  ['docker run -itd nginx', without('interactive'), 'docker run -td nginx'],
  ['docker run -itd nginx', without('detach'), 'docker run -it nginx'],
  ['docker run \\\n  --rm \\\n  -d \\\n  nginx', without('detach'), 'docker run \\\n  --rm \\\n  nginx'],
  ['docker run -p 80:80 -p 81:81 nginx', without('publish'), 'docker run -p 80:80 nginx'],
  ['docker run -d nginx', withFlag('--init'), 'docker run --init -d nginx'],
  ['docker run -d \\\n    -p 80:80 \\\n    nginx', withFlag('--init'), 'docker run -d \\\n    -p 80:80 \\\n    --init \\\n    nginx'],
  ['docker run', withFlag('--init'), 'docker run --init'],
  ['docker run -m 512 nginx', valued('memory', '512m'), 'docker run -m 512m nginx'],
  ['docker run -m "512" nginx', valued('memory', '512m'), 'docker run -m "512m" nginx'],
  ["docker run -e 'A=1' nginx", valued('env', 'A="2"'), "docker run -e 'A=\"2\"' nginx"],
  ['docker run -e "A=1" nginx', valued('env', 'A="$2"'), 'docker run -e "A=\\"\\$2\\"" nginx'],
  ['docker run -e A=1 nginx', valued('env', 'A=1 2'), "docker run -e 'A=1 2' nginx"],
  ['docker run --env=A=1 nginx', valued('env', 'A=1 2'), "docker run '--env=A=1 2' nginx"],
  ['docker stop --time=30 web', renamed('time', '-t'), 'docker stop -t 30 web'],
  ['docker stop --time 30 web', renamed('time', '-t'), 'docker stop -t 30 web'],
  ['docker stop --time="30" web', renamed('time', '-t'), 'docker stop -t "30" web'],
  ['docker run --net=host nginx', renamed('network', '--network'), 'docker run --network=host nginx'],
];

void describe('edits', () => {
  for (const [text, edit, expected] of cases) {
    void it(`${JSON.stringify(text)} becomes ${JSON.stringify(expected)}`, () => {
      const parsed = commandIn(text);
      assert.equal(applyEdits(text, edit(parsed).map((one) => ({ ...one, span: { start: one.span.start + parsed.region.start, end: one.span.end + parsed.region.start } }))), expected);
    });
  }
});
