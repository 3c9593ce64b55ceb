/** What docker accepts without a word, beyond the examples of each rule. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse, findingsOf } from '../../../server/src/language/features/snapshot.ts';
import { applyEdits } from '../../../server/src/language/text/edit.ts';
import { defaultSettings } from '../../support/commands.ts';
import { findingsOfRule } from '../../support/lint.ts';
import { mark, marked } from '../../support/markers.ts';

/** The findings of the rule, marked in the text. */
function checkMarked(ruleId: string, source: string, surface: 'script' | 'markdown' = 'script'): void {
  const { text } = marked(source);
  assert.equal(mark(text, findingsOfRule(ruleId, text, { surface }).map(({ span }) => span)), source);
}

/** The text after each fix of the first finding. */
function fixesOf(ruleId: string, text: string): string[] {
  const [finding] = findingsOfRule(ruleId, text);
  return (finding?.fixes ?? []).map(({ edits }) => applyEdits(text, edits));
}

const marks: readonly (readonly [string, string])[] = [
  ['host-network-ignores-ports', 'docker run -d ⟦-p 8080:80⟧ ⟦--publish=8443:443⟧ --network=host ⟦-P⟧ nginx:1.27\n'],
  ['host-network-ignores-ports', 'docker run -d -p 8080:80 --network container:vpn nginx:1.27\n'],
  ['privileged-ignores-cap-drop', 'docker run ⟦--cap-drop ALL⟧ --privileged ⟦--cap-add NET_ADMIN⟧ tools:1.4\n'],
  ['cap-add-overrides-drop', 'docker run --cap-drop ALL ⟦--cap-drop net_raw⟧ --cap-add CAP_NET_RAW tools:1.4\n'],
  ['cap-add-overrides-drop', 'docker run --privileged --cap-drop NET_RAW --cap-add NET_RAW tools:1.4\n'],
  ['memory-swap-defaults-to-double', 'docker run -d -m 1g ⟦-m 2g⟧ nginx:1.27\n'],
  ['limit-has-no-effect', 'docker run -d --cpus ⟦0⟧ --pids-limit=⟦-1⟧ nginx:1.27\n'],
  ['exec-quoted-command', "docker exec -u root web ⟦'apt-get update'⟧\n"],
  ['exec-quoted-command', "docker exec web 'apt-get update' -y\n"],
  ['interactive-tty-in-script', 'docker run --rm ⟦-t⟧i tools:1.4 migrate\n'],
  ['interactive-tty-in-script', 'docker exec -it db psql -U shop\n'],
  ['interactive-tty-in-script', "docker exec -i⟦t⟧ db psql -U shop -c 'select 1'\n"],
  ['interactive-tty-in-script', 'docker exec -i⟦t⟧ web bash /srv/setup.sh\n'],
  ['interactive-tty-in-script', '[ -t 1 ] && docker exec -it db pg_dump shop\n'],
  ['interactive-tty-in-script', 'test -t 0 || exit 1\ndocker exec -it db pg_dump shop\n'],
  ['detached-with-interactive', 'docker run -d ⟦-i⟧ -t --restart=always shop:2.4\n'],
  ['prune-without-force', 'docker container ⟦prune⟧\nif true; then docker container ⟦prune⟧; fi\n'],
  ['unquoted-path', 'docker run -v ⟦$(pwd)/a:/a⟧ -v ⟦`pwd`:/b⟧ -w "$PWD" -v "$HOME"/c:/c node:22\n'],
  ['unquoted-path', 'docker run -v ⟦$(pwd)/$NAME:/a⟧ -v⟦${PWD}:/b⟧ node:22\n'],
  ['wrong-variable-for-shell', 'docker run -v ⟦%CD%⟧\\data:/data -v ⟦$env:USERPROFILE⟧/c:/c node:22\n'],
  ['unreplaced-placeholder', 'docker run -d -e ⟦"TOKEN=<your token>"⟧ --name ⟦your-container⟧ ⟦YOUR_NAME/app:1⟧ --token YOUR_TOKEN\n'],
  ['docker-socket-mount', 'a=(⟦-v /var/run/docker.sock:/var/run/docker.sock⟧)\ndocker run "${a[@]}" tools:1.4\ndocker run "${a[@]}" tools:1.5\n'],
  ['docker-socket-mount', 'a=(⟦⟦-v /var/run/docker.sock:/var/run/docker.sock⟧⟧)\ndocker run "${a[@]}" tools:1.4\n# gantry disable-next-line=privileged-container\ndocker run "${a[@]}" tools:1.5 # each use may be switched off\n'],
  ['deprecated-stop-time', 'docker stop web ⟦--time⟧=5; docker container restart ⟦--time⟧ 5 web\n'],
  ['deprecated-link', 'docker run -d ⟦--link db⟧ ⟦--link cache:redis⟧ wiki:1.42\n'],
  ['deprecated-flag', 'docker create ⟦--disable-content-trust⟧ --log-driver ⟦logentries⟧ nginx:1.27\n'],
  ['legacy-alias', 'docker run ⟦--net⟧ shop ⟦--net-alias⟧=web nginx:1.27\n'],
];

describe('marks', () => {
  for (const [ruleId, source] of marks) {
    test(`${ruleId}: ${source}`, () => {
      if (ruleId === 'legacy-alias' || ruleId === 'unquoted-path') {
        const { text } = marked(source);
        assert.equal(mark(text, findingsOfRule(ruleId, text, { severity: 'hint' }).map(({ span }) => span)), source);
      } else {
        checkMarked(ruleId, source);
      }
    });
  }
});

const fixes: readonly (readonly [string, string, readonly string[]])[] = [
  ['host-network-ignores-ports', 'docker run -dp 8080:80 --network host nginx:1.27\n', ['docker run -d --network host nginx:1.27\n']],
  ['host-network-ignores-ports', 'docker run -p 80:80 -p 81:81 --network host -d nginx:1.27\n', ['docker run --network host -d nginx:1.27\n']],
  ['privileged-ignores-cap-drop', 'docker run --privileged --cap-drop ALL a:1\n', ['docker run --cap-drop ALL a:1\n', 'docker run --privileged a:1\n']],
  ['cap-add-overrides-drop', 'docker run --cap-add A --cap-drop A a:1\n', ['docker run --cap-drop A a:1\n', 'docker run --cap-add A a:1\n']],
  ['detached-with-interactive', 'docker run -t -i -d -p 80:80 a:1\n', ['docker run -d -p 80:80 a:1\n']],
  ['detached-with-interactive', 'docker run -itdp 80:80 a:1\n', ['docker run -dp 80:80 a:1\n']],
  ['interactive-tty-in-script', 'docker exec -ti db pg_dump\n', ['docker exec -i db pg_dump\n']],
  ['interactive-tty-in-script', 'docker exec -t -i db pg_dump\n', ['docker exec -i db pg_dump\n']],
  ['exec-quoted-command', 'docker exec web "nginx -s reload"\n', ['docker exec web nginx -s reload\n', 'docker exec web sh -c "nginx -s reload"\n']],
  ['exec-quoted-command', "docker exec web 'cat a > b'\n", ["docker exec web sh -c 'cat a > b'\n"]],
  ['exec-quoted-command', "bash -c \"docker exec web 'nginx -s reload'\"\n", []],
  ['bind-source-missing', 'podman run -v ./missing:/a a:1\n', []],
  ['bind-source-missing', 'docker run -v "./missing dir":/a:ro a:1\n', ["docker run --mount 'type=bind,source=./missing dir,target=/a,readonly' a:1\n"]],
  ['deprecated-flag', 'docker commit -p web web:1\n', ['docker commit web web:1\n']],
  ['deprecated-stop-time', 'docker stop \\\n  --time 5 \\\n  web\n', ['docker stop \\\n  -t 5 \\\n  web\n']],
  ['wrong-variable-for-shell', "docker run -v '%cd%:/a' a:1\n", []],
];

describe('fixes', () => {
  for (const [ruleId, text, expected] of fixes) {
    test(`${ruleId}: ${text}`, () => assert.deepEqual(fixesOf(ruleId, text), expected));
  }
});

test('the elements of an array may be meant to be split, so they are not quoted unasked', () => {
  const [finding] = findingsOfRule('unquoted-array', 'opts=("-e A=1" "-v /a:/b")\ndocker run ${opts[@]} nginx:1.27\n');
  assert.deepEqual(finding?.fixes.map(({ safe }) => safe), [false]);
});

describe('where a rule does not speak', () => {
  const quietInMarkdown = ['interactive-tty-in-script', 'prune-without-force', 'unreplaced-placeholder', 'crlf-continuation', 'unquoted-path', 'unquoted-array', 'named-volume-looks-like-path', 'bind-source-missing', 'legacy-alias'];
  const text = '```sh\ndocker container prune\ndocker run -v conf:/conf -v ./missing:/b -v $PWD:/c --net shop -it ${args[@]} --name <name> nginx:1.27 nginx -t\n```\n';
  for (const ruleId of quietInMarkdown) {
    test(`${ruleId} in Markdown`, () => assert.deepEqual(findingsOfRule(ruleId, text, { surface: 'markdown' }), []));
  }

  test('rules about files without knowledge of files', () => {
    const ids = findingsOf(analyse('docker run -v conf:/conf -v ./missing:/b nginx:1.27\n', 'shell', defaultSettings)).map(({ ruleId }) => ruleId);
    assert.deepEqual(ids, []);
  });

  test('a link on a network of its own is only a hint', () => {
    assert.equal(findingsOfRule('deprecated-link', 'docker run --network shop --link db wiki:1.42\n')[0]?.severity, 'hint');
    assert.equal(findingsOfRule('deprecated-link', 'docker run --network bridge --link db wiki:1.42\n')[0]?.severity, 'warning');
  });

  test('old versions know no newer name', () => {
    assert.deepEqual(findingsOfRule('deprecated-stop-time', 'docker stop --time 5 web\n', { version: '20.10.24' }), []);
    assert.deepEqual(findingsOfRule('deprecated-flag', 'docker run --kernel-memory 64m nginx:1.27\n', { version: '28.2.2' }), []);
  });
});
