/** Which engine is chosen, and why. The real CLI judges the order of precedence. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { describeEndpoint } from '../../client/src/engine/endpoint.ts';
import { parseEndpoint } from '../../client/src/engine/endpoint-url.ts';
import { isConnectionError } from '../../client/src/engine/errors.ts';
import { listEngines } from '../../client/src/engine/list-engines.ts';
import { localMachine, type SocketProbe } from '../../client/src/engine/machine.ts';
import { resolveEndpoint, type Considered } from '../../client/src/engine/resolve-endpoint.ts';
import { dockerClis, reportMissingCli } from '../support/docker-clis.ts';
import { certificate, configFile, contextFiles, fakeMachine, home, metadataFile, type FakeMachine } from './fake-machine.ts';

const stored = {
  ...contextFiles('remote', { Host: 'ssh://ann@remote' }),
  ...contextFiles('secure', { Host: 'tcp://secure:2376' }, { ca: 'CA' }),
  [configFile]: '{"currentContext":"remote"}',
};

function chosenAddress({ endpoint }: { readonly endpoint?: Parameters<typeof describeEndpoint>[0] }): string | undefined {
  return endpoint === undefined ? undefined : describeEndpoint(endpoint);
}

function verdictOf(considered: readonly Considered[], place: string): string | undefined {
  return considered.find((each) => each.place === place)?.verdict;
}

void describe('the choice of the engine', () => {
  const everything = { DOCKER_HOST: 'tcp://variable:1', DOCKER_CONTEXT: 'secure' };
  const order: readonly (readonly [source: string, settings: { host: string; context: string }, environment: Record<string, string>, address: string, name: string])[] = [
    ['gantry.engine.host', { host: 'tcp://setting:1', context: 'secure' }, everything, 'tcp://setting:1', 'tcp://setting:1'],
    ['gantry.engine.context', { host: '', context: 'remote' }, everything, 'ssh://ann@remote', 'remote'],
    ['DOCKER_HOST', { host: '', context: '' }, everything, 'tcp://variable:1', 'default'],
    ['DOCKER_CONTEXT', { host: '', context: '' }, { DOCKER_HOST: '', DOCKER_CONTEXT: 'secure' }, 'tcp://secure:2376', 'secure'],
    ['currentContext', { host: '', context: '' }, {}, 'ssh://ann@remote', 'remote'],
  ];
  for (const [source, settings, environment, address, name] of order) {
    void it(`is made by ${source} over everything behind it`, async () => {
      const resolution = await resolveEndpoint(fakeMachine({ files: stored, environment }), settings);
      assert.deepEqual([resolution.source, chosenAddress(resolution), resolution.name], [source, address, name]);
      assert.equal(verdictOf(resolution.considered, source), 'chosen');
      assert.deepEqual(resolution.considered.filter(({ verdict }) => verdict === 'chosen').length, 1);
    });
  }

  void it('falls on the first socket that is there', async () => {
    const machine: FakeMachine = { environment: { XDG_RUNTIME_DIR: '/run/user/1' }, sockets: { [`${home}/.colima/default/docker.sock`]: 'present', '/run/user/1/podman/podman.sock': 'present' } };
    const resolution = await resolveEndpoint(fakeMachine(machine));
    assert.equal(chosenAddress(resolution), `unix://${home}/.colima/default/docker.sock`);
    assert.equal(verdictOf(resolution.considered, 'Docker socket'), 'not-there');
    assert.equal(verdictOf(resolution.considered, 'Podman socket'), 'overruled');
  });

  const sockets: readonly (readonly [probe: SocketProbe, address: string])[] = [
    ['denied', 'unix:///var/run/docker.sock'],
    ['missing', 'unix:///run/user/1/docker.sock'],
    ['not-a-socket', 'unix:///run/user/1/docker.sock'],
  ];
  for (const [probe, address] of sockets) {
    void it(`takes ${address} where the CLI's own socket is "${probe}"`, async () => {
      const resolution = await resolveEndpoint(fakeMachine({ environment: { XDG_RUNTIME_DIR: '/run/user/1' }, sockets: { '/var/run/docker.sock': probe, '/run/user/1/docker.sock': 'present' } }));
      assert.equal(chosenAddress(resolution), address);
    });
  }

  void it('names the default socket of the platform where there is none at all', async () => {
    assert.equal(chosenAddress(await resolveEndpoint(fakeMachine({}))), 'unix:///var/run/docker.sock');
    assert.equal(chosenAddress(await resolveEndpoint(fakeMachine({ platform: 'win32' }))), 'npipe:////./pipe/docker_engine');
    const desktop = fakeMachine({ platform: 'win32', sockets: { '//./pipe/dockerDesktopLinuxEngine': 'present' } });
    assert.equal(chosenAddress(await resolveEndpoint(desktop)), 'npipe:////./pipe/dockerDesktopLinuxEngine');
  });

  void it('does not fall through to another engine where the chosen one makes no sense', async () => {
    const cases: readonly (readonly [FakeMachine, string, RegExp])[] = [
      [{ files: stored, environment: { DOCKER_CONTEXT: 'gone' } }, 'misconfigured', /no context "gone"/],
      [{ files: stored, environment: { DOCKER_HOST: 'ftp://u:hunter2@h' } }, 'misconfigured', /is none of unix/],
      [{ files: { ...stored, [metadataFile('remote')]: '{' } }, 'misconfigured', /"remote" cannot be used: it is not valid JSON/],
      [{ environment: { DOCKER_HOST: 'tcp://h:2376', DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/certs' } }, 'tls', /\/certs\/ca\.pem does not exist/],
    ];
    for (const [machine, reason, message] of cases) {
      const { endpoint, problem } = await resolveEndpoint(fakeMachine({ sockets: { '/var/run/docker.sock': 'present' }, ...machine }));
      assert.equal(endpoint, undefined);
      assert.ok(isConnectionError(problem));
      assert.equal(problem.reason, reason);
      assert.match(problem.message, message);
      assert.doesNotMatch(problem.message, /hunter2/);
    }
  });

  void it('goes on without a config.json that cannot be read, and says so', async () => {
    const resolution = await resolveEndpoint(fakeMachine({ files: { [configFile]: '{bad' }, sockets: { '/var/run/docker.sock': 'present' } }));
    assert.equal(chosenAddress(resolution), 'unix:///var/run/docker.sock');
    assert.equal(verdictOf(resolution.considered, 'currentContext'), 'unusable');
  });

  void it('takes certificates for DOCKER_HOST from DOCKER_CERT_PATH', async () => {
    const files = { '/certs/ca.pem': 'CA', '/certs/cert.pem': 'CERT', '/certs/key.pem': 'KEY' };
    const environment = { DOCKER_HOST: 'tcp://h:2376', DOCKER_CERT_PATH: '/certs' };
    const resolve = async (more: Record<string, string>) => (await resolveEndpoint(fakeMachine({ files, environment: { ...environment, ...more } }))).endpoint;
    const material = { ca: 'CA', cert: 'CERT', key: 'KEY' };
    assert.deepEqual(await resolve({}), { kind: 'tcp', host: 'h', port: 2376 });
    assert.deepEqual(await resolve({ DOCKER_TLS_VERIFY: '0' }), { kind: 'tcp', host: 'h', port: 2376, tls: { ...material, verify: true } });
    assert.deepEqual(await resolve({ DOCKER_TLS: '1' }), { kind: 'tcp', host: 'h', port: 2376, tls: { ...material, verify: false } });
  });
});

void describe('an engine that a setting names by its address', () => {
  const nameOf = async (host: string) => (await resolveEndpoint(fakeMachine({}), { host, context: '' })).name;
  for (const [written, name] of [
    ['build', 'tcp://build:2375'],
    ['build:1', 'tcp://build:1'],
    ['http://build:1/', 'tcp://build:1'],
    ['unix://', 'unix:///var/run/docker.sock'],
    ['tcp://ann:hunter2@build:1', 'tcp://build:1'],
    ['ssh://ann@build/run/x.sock', 'ssh://ann@build/run/x.sock'],
    ['ftp://ann:hunter2@build', 'ftp://ann:***@build'],
  ] as const) {
    void it(`is called ${name} where ${written} is written: no context is called so, and the CLI takes it behind --host`, async () => {
      assert.equal(await nameOf(written), name);
    });
  }

  void it('is reached by the ssh program that the settings name, as are those of contexts', async () => {
    const machine = fakeMachine({ files: stored });
    const programs = async (ssh: string) => {
      const { roots } = await listEngines(machine, { host: 'ssh://build', context: '', ssh }, 'all');
      return roots.map(({ resolution: { endpoint } }) => (endpoint?.kind === 'ssh' ? endpoint.program : endpoint?.kind));
    };
    assert.deepEqual(await programs('plink'), ['plink', 'unix', 'plink', 'tcp']);
    assert.deepEqual(await programs('ssh'), ['ssh', 'unix', 'ssh', 'tcp']);
    const [root] = (await listEngines(machine, { host: '', context: 'remote', ssh: 'plink' }, 'current')).roots;
    assert.deepEqual((await root?.resolve())?.endpoint, { kind: 'ssh', destination: 'remote', user: 'ann', program: 'plink' });
  });
});

void describe('the context "default"', () => {
  void it('is the engine of DOCKER_HOST where that is set, as for docker --context default', async () => {
    const machine = fakeMachine({ files: stored, environment: { DOCKER_HOST: 'tcp://variable:1' }, sockets: { '/var/run/docker.sock': 'present' } });
    const byContext = await resolveEndpoint(machine, { host: '', context: 'default' });
    const [root] = (await listEngines(machine, { host: '', context: '' }, ['default'])).roots;
    assert.deepEqual([chosenAddress(byContext), root && chosenAddress(root.resolution)], ['tcp://variable:1', 'tcp://variable:1']);
    assert.deepEqual(byContext.considered.filter(({ verdict }) => verdict === 'chosen'), [{ place: 'gantry.engine.context', value: 'default', verdict: 'chosen', remark: 'DOCKER_HOST says where it is' }]);
  });
});

void describe('a key that a password protects', () => {
  for (const key of ['-----BEGIN ENCRYPTED PRIVATE KEY-----\nMII', '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nMII']) {
    void it(`is told with what takes the password away: ${key.slice(5, 25)}`, async () => {
      const files = { '/certs/ca.pem': 'CA', '/certs/cert.pem': 'CERT', '/certs/key.pem': key };
      const { endpoint, problem } = await resolveEndpoint(fakeMachine({ files, environment: { DOCKER_HOST: 'tcp://h:2376', DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/certs' } }));
      assert.deepEqual([endpoint, problem?.reason], [undefined, 'tls']);
      assert.match(problem?.message ?? '', /\/certs\/key\.pem is protected by a password.*openssl pkey/);
    });
  }
});

void describe('the roots of the tree', () => {
  const machine = fakeMachine({ files: { ...stored, [metadataFile('broken')]: '{' }, sockets: { '/var/run/docker.sock': 'present' } });
  const unset = { host: '', context: '' };
  const rootsOf = async (engines: 'current' | 'all' | readonly string[]) => (await listEngines(machine, unset, engines)).roots.map(({ name, resolution }) => [name, chosenAddress(resolution)]);

  void it('are the current engine, all contexts, or those that are named', async () => {
    assert.deepEqual(await rootsOf('current'), [['remote', 'ssh://ann@remote']]);
    assert.deepEqual(await rootsOf('all'), [['remote', 'ssh://ann@remote'], ['default', 'unix:///var/run/docker.sock'], ['secure', 'tcp://secure:2376']]);
    assert.deepEqual(await rootsOf(['secure', 'gone', 'secure']), [['secure', 'tcp://secure:2376'], ['gone', undefined]]);
  });

  void it('leave a broken context out of "all" and report it', async () => {
    const { problems } = await listEngines(machine, unset, 'all');
    assert.deepEqual(problems.map(({ file }) => file), [metadataFile('broken')]);
  });
});

const clis = await dockerClis();
const missing = reportMissingCli(clis);

void describe('beside the real CLI', { skip: missing ?? false }, () => {
  const run = promisify(execFile);
  let folder = '';

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'gantry-contexts-'));
    mkdirSync(path.join(folder, 'store/contexts'), { recursive: true });
    for (const [file, text] of Object.entries({ ...contextFiles('remote', { Host: 'ssh://ann@remote' }), ...contextFiles('secure', { Host: 'tcp://secure:2376', SkipTLSVerify: true }) })) {
      const target = path.join(folder, 'store', path.relative(`${home}/.docker`, file));
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
    cpSync(path.join(folder, 'store'), path.join(folder, 'current'), { recursive: true });
    writeFileSync(path.join(folder, 'current/config.json'), '{"currentContext":"remote"}');
    cpSync(path.join(folder, 'store'), path.join(folder, 'dangling'), { recursive: true });
    writeFileSync(path.join(folder, 'dangling/config.json'), '{"currentContext":"gone"}');
    mkdirSync(path.join(folder, 'certs'));
    writeFileSync(path.join(folder, 'certs/ca.pem'), certificate);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const stores = ['absent', 'store', 'current', 'dangling'];
  const variables: readonly Readonly<Record<string, string>>[] = [
    {},
    { DOCKER_HOST: 'tcp://variable:1' },
    { DOCKER_HOST: '' },
    { DOCKER_HOST: 'variable' },
    { DOCKER_HOST: 'UNIX:///x' },
    { DOCKER_CONTEXT: 'secure' },
    { DOCKER_CONTEXT: 'default' },
    { DOCKER_CONTEXT: 'gone' },
    { DOCKER_CONTEXT: '../remote' },
    { DOCKER_CONTEXT: '' },
    { DOCKER_HOST: 'unix:///run/x.sock', DOCKER_CONTEXT: 'secure' },
    { DOCKER_HOST: 'unix:///run/x.sock', DOCKER_CONTEXT: 'default' },
    { DOCKER_HOST: '', DOCKER_CONTEXT: 'secure' },
    { DOCKER_HOST: 'tcp://variable', DOCKER_TLS_VERIFY: '1' },
    { DOCKER_HOST: 'tcp://variable', DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: 'certs' },
    { DOCKER_HOST: 'tcp://variable', DOCKER_TLS: '1', DOCKER_CERT_PATH: 'certs' },
    { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: 'certs' },
    { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: 'certs', DOCKER_CONTEXT: 'secure' },
  ];

  for (const { file, release } of clis) {
    for (const store of stores) {
      for (const table of variables) {
        if (release.startsWith('20.') && Object.values(table).includes('')) {
          // Releases before 23 took an empty variable for one that is set.
          continue;
        }
        void it(`chooses as docker ${release} with ${store} contexts and ${JSON.stringify(table)}`, async () => {
          const { DOCKER_CERT_PATH: certificates, ...others } = table;
          const environment = { ...others, ...(certificates !== undefined && { DOCKER_CERT_PATH: path.join(folder, certificates) }), HOME: folder, DOCKER_CONFIG: path.join(folder, store) };
          // Sockets are left out of the comparison: the CLI knows only one.
          const ours = await resolveEndpoint({ ...localMachine(environment), probe: () => Promise.resolve('missing') });
          const judge = run(file, ['context', 'inspect', '--format', '{{.Name}} {{json .Endpoints.docker}}'], { env: environment, cwd: folder, timeout: 20_000 });
          const theirs = await judge.then(({ stdout }) => stdout.trim(), () => undefined);
          if (theirs === undefined) {
            assert.equal(ours.endpoint, undefined);
            return;
          }
          const [name, ...json] = theirs.split(' ');
          const { Host, SkipTLSVerify } = JSON.parse(json.join(' ')) as { Host: string; SkipTLSVerify: boolean };
          assert.deepEqual([ours.name, chosenAddress(ours)], [name, describeEndpoint(parseEndpoint(Host))]);
          assert.equal(ours.endpoint?.kind === 'tcp' && ours.endpoint.tls?.verify === false, SkipTLSVerify);
        });
      }
    }
  }
});
