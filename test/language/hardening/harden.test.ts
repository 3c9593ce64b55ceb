/** "Harden this command": what it writes, where it writes it, and what it leaves alone. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse, findingsOf } from '../../../server/src/language/features/snapshot.ts';
import { defaultHardeningValues } from '../../../server/src/language/hardening/values.ts';
import { defaultSettings } from '../../support/commands.ts';
import { hardened, rewritten, titlesIn } from '../../support/harden.ts';

/** The words that hardening added, joined; the loopback address shows with its port. */
function added(text: string): string {
  const before = text.split(/\s+/);
  const after = hardened(text).replaceAll('\\\n', ' ').split(/\s+/);
  return after.filter((word) => !before.includes(word) || before.splice(before.indexOf(word), 1).length === 0).join(' ');
}

describe('a bare command', () => {
  const bare = 'docker run -d -p 8080:8080 myorg/payments-api:v1\n';

  test('gets every measure, laid out as a person would', () => {
    assert.equal(
      hardened(bare),
      `docker run -d \\
  --restart unless-stopped \\
  --init \\
  --memory 512m \\
  --memory-swap 512m \\
  --cpus 1 \\
  --pids-limit 200 \\
  --log-opt max-size=10m \\
  --log-opt max-file=3 \\
  --read-only \\
  --tmpfs /tmp \\
  --tmpfs /run \\
  --cap-drop ALL \\
  --security-opt no-new-privileges \\
  --user 1000:1000 \\
  -p 127.0.0.1:8080:8080 \\
  myorg/payments-api:v1
`,
    );
  });

  test('keeps its ports public when asked to', () => {
    const result = rewritten(bare, 'Harden, keep ports public');
    assert.match(result, / -p 8080:8080 /);
    assert.equal(result.replace('-p 8080', '-p 127.0.0.1:8080'), hardened(bare));
  });

  test('gets the values of the settings', () => {
    const hardening = { ...defaultHardeningValues, memory: '2g', cpus: '0.5', pidsLimit: '50', user: 'app', restart: 'on-failure:5' };
    const result = hardened(bare, { settings: { ...defaultSettings, hardening } });
    assert.match(result, /--restart on-failure:5 .*--memory 2g .*--memory-swap 2g .*--cpus 0\.5 .*--pids-limit 50 .*--user app /s);
  });

  test('has no findings above a hint afterwards, and no hint about hardening', () => {
    const findings = findingsOf(analyse(hardened(bare), 'shell', defaultSettings));
    assert.deepEqual(findings.filter(({ severity, ruleId }) => severity !== 'hint' || ruleId === 'hardening-available').map(({ ruleId, message }) => `${ruleId} ${message}`), []);
  });
});

test('a hand-written command for production gets nothing above a hint, and no hint about hardening', () => {
  const text = `docker run -d \\
  --name ledger --restart unless-stopped \\
  --memory 1g --memory-swap 1g --cpus 2 --pids-limit 200 \\
  --read-only --tmpfs /tmp:size=100m \\
  --cap-drop ALL --cap-add NET_BIND_SERVICE --security-opt no-new-privileges \\
  -p 127.0.0.1:9443:9443 --env-file /etc/ledger/ledger.env --user 1001:1001 \\
  shop.example.com/ledger:sha256-8f14e45fceea167a
`;
  const findings = findingsOf(analyse(text, 'shell', { ...defaultSettings, rules: { 'hardening-available': 'hint' } }));
  assert.deepEqual(findings.filter(({ severity, ruleId }) => severity !== 'hint' || ruleId === 'hardening-available'), []);
});

const whole =
  '--restart unless-stopped --init --memory 512m --memory-swap 512m --cpus 1 --pids-limit 200 --log-opt max-size=10m --log-opt max-file=3 --read-only --tmpfs /tmp --tmpfs /run --cap-drop ALL --security-opt no-new-privileges --user 1000:1000';

/** Flags that are given, and what hardening then leaves out of the whole. */
const decided: readonly (readonly [given: string, without: RegExp])[] = [
  ['--restart no', /--restart unless-stopped /],
  ['--restart always', /--restart unless-stopped /],
  ['--restart "$POLICY"', /--restart unless-stopped /],
  ['--rm', /--restart unless-stopped /],
  ['--init=false', /--init /],
  ['--pid host', /--init /],
  ['--memory 0', /--memory 512m --memory-swap 512m /],
  ['--memory 1g --memory-swap -1', /--memory 512m --memory-swap 512m /],
  ['--memory 1g --memory-swap 2g', /--memory 512m --memory-swap 512m /],
  ['--memory "$LIMIT"', /--memory 512m --memory-swap 512m /],
  ['--memory-reservation 1g', /--memory 512m --memory-swap 512m /],
  ['--shm-size 2g', /--memory 512m --memory-swap 512m /],
  ['--cpus 0', /--cpus 1 /],
  ['--cpu-quota 50000', /--cpus 1 /],
  ['--cpuset-cpus 0,1', /--cpus 1 /],
  ['--pids-limit -1', /--pids-limit 200 /],
  ['--log-driver journald', /--log-opt max-size=10m --log-opt max-file=3 /],
  ['--log-driver local', /--log-opt max-size=10m --log-opt max-file=3 /],
  ['--log-opt max-size=5m', /--log-opt max-size=10m --log-opt max-file=3 /],
  ['--log-opt gelf-address=udp://logs:12201', /--log-opt max-size=10m --log-opt max-file=3 /],
  ['--read-only', /--read-only --tmpfs \/tmp --tmpfs \/run /],
  ['--read-only=false', /--read-only --tmpfs \/tmp --tmpfs \/run /],
  ['--tmpfs /tmp:size=10m', /--tmpfs \/tmp /],
  ['-v scratch:/tmp', /--tmpfs \/tmp /],
  ['-v "$PWD/run:/run/"', /--tmpfs \/run /],
  ['--mount type=tmpfs,dst=/run', /--tmpfs \/run /],
  ['--cap-drop all', /--cap-drop ALL /],
  ['--cap-add ALL', /--cap-drop ALL /],
  ['--cap-add "$CAP"', /--cap-drop ALL /],
  ['--security-opt no-new-privileges=false', /--security-opt no-new-privileges /],
  ['--security-opt no-new-privileges:true', /--security-opt no-new-privileges /],
  ['--user root', / --user 1000:1000/],
  ['-u 0:0', / --user 1000:1000/],
  ['-u "$(id -u)"', / --user 1000:1000/],
  ['--privileged', / --cap-drop ALL --security-opt no-new-privileges --user 1000:1000/],
  ['-v /var/run/docker.sock:/var/run/docker.sock', / --user 1000:1000/],
];

describe('what the user decided', () => {
  for (const [given, without] of decided) {
    test(`${given} stays`, () => {
      const text = `docker run -d ${given} me/app:1\n`;
      const result = hardened(text).replaceAll(' \\\n ', '');
      assert.ok(result.includes(` ${given}`), result);
      const rest = result.replace(` ${given}`, '').replace(/^docker run -d /, '').replace(/ me\/app:1\n$/, '');
      const expected = `${whole} `.replace(without, ' ').trim();
      assert.equal(rest.replace(/ +/g, ' ').trim(), expected.replace(/ +/g, ' '));
    });
  }

  test('a given limit of memory becomes one of memory and swap', () => {
    assert.match(hardened('docker run -d -m 2g me/app:1\n'), /-m 2g .*--memory-swap 2g /s);
  });
});

describe('images', () => {
  const cases: readonly (readonly [text: string, added: string])[] = [
    ['docker run --rm -p 80:80 me/app:1 \n', '--cap-drop ALL --cap-add NET_BIND_SERVICE'],
    ['docker run --rm -p 8080:8080 me/app:1 \n', '--cap-drop ALL'],
    ['docker run --rm --cap-add net_bind_service -p 80:80 me/app:1 \n', '--cap-drop ALL'],
    ['docker run --rm postgres:17.2 \n', '--cap-drop ALL --cap-add CHOWN --cap-add DAC_OVERRIDE --cap-add FOWNER --cap-add SETGID --cap-add SETUID'],
    ['docker run --rm docker.io/library/postgres:17.2 \n', '--cap-drop ALL --cap-add CHOWN --cap-add DAC_OVERRIDE --cap-add FOWNER --cap-add SETGID --cap-add SETUID'],
    ['docker run --rm -u 999 postgres:17.2 \n', '--cap-drop ALL'],
    ['docker run --rm nginx:1.27 \n', '--cap-drop ALL --cap-add CHOWN --cap-add NET_BIND_SERVICE --cap-add SETGID --cap-add SETUID'],
    ['docker run --rm grafana/grafana:11.4.0 \n', '--cap-drop ALL'],
  ];
  for (const [text, expected] of cases) {
    test(`${text.trim()} keeps the capabilities that it needs`, () => {
      assert.match(added(text), new RegExp(`${expected} --security-opt`));
    });
  }

  test('that step down themselves keep their user', () => {
    for (const image of ['postgres:17', 'ghcr.io/linuxserver/sonarr:4', 'nginx', 'bitnami/redis:7.4', 'quay.io/keycloak/keycloak:26.0']) {
      assert.doesNotMatch(added(`docker run -d ${image}\n`), /--user/, image);
    }
  });

  test('with an init of their own get none, and stay writable', () => {
    for (const image of ['lscr.io/linuxserver/sonarr:4.0', 'ghcr.io/hotio/radarr', 'linuxserver/plex']) {
      assert.doesNotMatch(added(`docker run -d ${image}\n`), /--init|--read-only/, image);
    }
  });

  test('nginx gets its cache in memory', () => {
    assert.match(added('docker run -d nginx:1.27\n'), /--tmpfs \/tmp --tmpfs \/run --tmpfs \/var\/cache\/nginx/);
  });
});

describe('published ports', () => {
  const cases: readonly (readonly [given: string, result: string])[] = [
    ['-p 8080:80', '-p 127.0.0.1:8080:80'],
    ['-p8080:80', '-p127.0.0.1:8080:80'],
    ['-dp 8080:80', '-dp 127.0.0.1:8080:80'],
    ['--publish=8080:80/udp', '--publish=127.0.0.1:8080:80/udp'],
    ['-p "8080:80"', '-p "127.0.0.1:8080:80"'],
    ["-p '8080-8090:80-90'", "-p '127.0.0.1:8080-8090:80-90'"],
    ['-p 80', '-p 127.0.0.1::80'],
    ['-p :80', '-p 127.0.0.1::80'],
    ['-p :8080:80', '-p 127.0.0.1:8080:80'],
    ['-p 0.0.0.0:8080:80', '-p 0.0.0.0:8080:80'],
    ['-p [::]:8080:80', '-p [::]:8080:80'],
    ['-p 10.0.0.1:8080:80', '-p 10.0.0.1:8080:80'],
    ['-p "$PORT:80"', '-p "$PORT:80"'],
    ['--network host -p 8080:80', '--network host -p 8080:80'],
    ['-p published=8080,target=80', '-p 127.0.0.1:8080:80'],
  ];
  for (const [given, result] of cases) {
    test(`${given} becomes ${result}`, () => {
      assert.ok(hardened(`docker run ${given} me/app:1\n`).replaceAll(' \\\n ', '').includes(` ${result} `), hardened(`docker run ${given} me/app:1\n`));
    });
  }
});

describe('nothing is offered', () => {
  const texts = [
    'docker run\n',
    'docker ps -a\n',
    'docker run -d $OPTIONS me/app:1\n',
    'docker run -d "$@" me/app:1\n',
    'docker run -d <options> me/app:1\n',
    'docker run --nmae web me/app:1\n',
    'docker run --help me/app:1\n',
    'docker run -d mcr.microsoft.com/windows/servercore:ltsc2022\n',
    'echo me/app:1 | xargs docker run -d\n',
    'args=(-d --name web)\ndocker run "${args[@]}" me/app:1\n',
    'OPTS="-d --name web"\ndocker run $OPTS me/app:1\n',
    'docker run -d \\ \n  -p 80:80 me/app:1\n',
  ];
  for (const text of texts) {
    test(`for ${JSON.stringify(text)}`, () => {
      assert.deepEqual(titlesIn(text).filter((title) => title.startsWith('Harden')), []);
    });
  }

  test('for prose in Markdown', () => {
    assert.deepEqual(titlesIn('Call `docker run -d -p 80:80 nginx:1.27`.\n', { kind: 'markdown' }), []);
  });
});

test('each measure is offered by itself, with its risk', () => {
  const titles = titlesIn('docker run -d -e DB_PASSWORD=hunter2 -p 8080:8080 me/app:1\n');
  for (const part of ['Add `--read-only --tmpfs /tmp --tmpfs /run` (mind: ', 'Add `--restart on-failure:5` (', 'Add `--init` (', 'Bind the port to `127.0.0.1` (', 'Pass `-e DB_PASSWORD` through', 'Read secrets from `--env-file .env`']) {
    assert.equal(titles.filter((title) => title.startsWith(part)).length, 1, part);
  }
  assert.equal(new Set(titles).size, titles.length);
});

test('a single measure leaves a short command on its line', () => {
  assert.equal(rewritten('docker run -d --name web -p 80:80 me/app:1 # web\n', 'Add `--cpus 1`'), 'docker run -d --name web --cpus 1 -p 80:80 me/app:1 # web\n');
});

test('secrets move out of the command in place', () => {
  const text = 'docker run -d -e A=1 -e DB_PASSWORD="a b" --env API_TOKEN=t me/app:1\n';
  assert.equal(rewritten(text, 'Pass'), 'docker run -d -e A=1 -e DB_PASSWORD --env API_TOKEN me/app:1\n');
  assert.equal(rewritten(text, 'Read secrets'), 'docker run -d -e A=1 --env-file .env me/app:1\n');
  assert.deepEqual(titlesIn(`sudo ${text}`).filter((title) => title.startsWith('Pass')), []);
});

describe('the hint names what is missing, never what is there', () => {
  const cases: readonly (readonly [given: string, missing: string | undefined, never: string])[] = [
    ['', '`--memory`', '--memory-swap'],
    ['--memory 1g', '`--memory-swap`', '`--memory`'],
    ['-m 1g', '`--memory-swap`', '`--memory`'],
    ['--memory 1g --memory-swap 1g', undefined, '--memory'],
    ['-e DB_PASSWORD=Vq7pLw93zK', '`--env-file`', '`-e'],
    ['--env-file web.env -e DB_PASSWORD=Vq7pLw93zK', '`-e DB_PASSWORD`', '`--env-file`'],
    ['--network shop', undefined, '`--network`'],
    ['--network bridge', undefined, '`--network`'],
    ['--cap-drop NET_RAW', '`--cap-drop ALL`', '`--cap-drop NET_RAW`'],
  ];
  for (const [given, missing, never] of cases) {
    test(given === '' ? 'no flag' : given, () => {
      const hints = findingsOf(analyse(`docker run -d -p 80:80 ${given} me/app:1\n`, 'shell', defaultSettings)).filter(({ ruleId }) => ruleId === 'hardening-available');
      assert.equal(hints.length, 1);
      assert.ok(missing === undefined || hints[0]?.message.includes(missing) === true, hints[0]?.message);
      assert.ok(hints[0]?.message.includes(never) === false, hints[0]?.message);
    });
  }
});
