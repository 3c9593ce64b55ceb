/** Values built by the rules of each grammar are taken without a word against them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc, { type Arbitrary } from 'fast-check';
import { cliVersions } from '../../../server/src/language/docker/generated/cli.ts';
import { parseImageReference } from '../../../server/src/language/docker/image-reference.ts';
import { contextOf } from '../../support/values.ts';
import { grammarNamed } from './grammars.ts';

const newest = '29.8.0-dev';
const word = fc.stringMatching(/^[a-z][a-z0-9]{1,8}$/);
const path = fc.array(fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,6}$/), { minLength: 1, maxLength: 3 }).map((names) => `/${names.join('/')}`);
const port = fc.integer({ min: 1, max: 65000 });
const ipv4 = fc.ipV4();
const ipv6 = fc.ipV6();
const optional = (text: Arbitrary<string>) => fc.option(text, { nil: '' });
const joined = (...pieces: readonly (Arbitrary<string> | string)[]) => fc.tuple(...pieces.map((piece) => (typeof piece === 'string' ? fc.constant(piece) : piece))).map((texts) => texts.join(''));
const list = (words: readonly string[], separator: string) => fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((chosen) => chosen.join(separator));

const protocol = optional(fc.constantFrom('/tcp', '/udp', '/sctp', '/TCP'));
const publish = fc.oneof(
  joined(optional(fc.oneof(ipv4.map((address) => `${address}:`), ipv6.map((address) => `[${address}]:`))), port.map(String), ':', port.map(String), protocol),
  fc.tuple(port, port, fc.nat(20)).map(([host, inside, width]) => `${host}-${host + width}:${inside}-${inside + width}`),
  fc.tuple(port, port, fc.nat(20)).map(([host, inside, width]) => `${host}-${host + width}:${inside}`),
  joined(ipv4, '::', port.map(String)),
  joined('published=', port.map(String), ',target=', port.map(String)),
);

/** One option of each group at most, and none that fits only volumes or only folders. */
const volumeOptions = fc.tuple(fc.constantFrom('', 'ro', 'rw'), fc.constantFrom('', 'z', 'Z'), fc.constantFrom('', 'cached')).map((options) => options.filter((option) => option !== '').join(','));
const volume = fc.oneof(
  fc.tuple(fc.oneof(path, path.map((text) => `.${text}`), word), path, volumeOptions).map(([source, target, options]) => `${source}:${target}${options === '' ? '' : `:${options}`}`),
  joined(path, ':', path, ':', fc.constantFrom('rslave', 'shared', 'ro,rprivate')),
  joined(word, ':', path, ':', fc.constantFrom('nocopy', 'ro,nocopy')),
  path,
);

const shuffled = (fields: readonly Arbitrary<string>[]) => fc.tuple(...fields).chain((texts) => fc.shuffledSubarray(texts, { minLength: texts.length }).map((order) => order.join(',')));
const readonlyField = fc.constantFrom('readonly', 'ro', 'readonly=true', 'ro=false', 'readonly=1');
const mount = fc.oneof(
  shuffled([fc.constantFrom('type=bind', 'Type=BIND'), joined(fc.constantFrom('src=', 'source='), path), joined(fc.constantFrom('dst=', 'target=', 'destination='), path), readonlyField]),
  shuffled([fc.constant('type=bind'), joined('src=.', path), joined('dst=', path), fc.constantFrom('bind-propagation=rslave', 'consistency=cached')]),
  shuffled([fc.constant('type=volume'), joined('src=', word), joined('dst=', path), fc.constantFrom('volume-nocopy', 'volume-label=a=b', '"volume-opt=o=addr=10.0.0.1,rw"')]),
  shuffled([fc.constant('type=tmpfs'), joined('dst=', path), fc.constantFrom('tmpfs-size=64m', 'tmpfs-mode=1770', 'tmpfs-size=1073741824')]),
  joined('dst=', path),
);

const template = (fields: readonly string[]) =>
  fc.array(
    fc.oneof(
      fc.constantFrom(...fields).map((name) => `{{.${name}}}`),
      fc.constantFrom(...fields).map((name) => `{{ json .${name} }}`),
      fc.constantFrom(...fields).map((name) => `{{- if eq .${name} "x" -}}a{{else}}b{{end}}`),
      fc.constantFrom(...fields).map((name) => `{{with $v := .${name}}}{{$v}}{{.}}{{end}}`),
      fc.constantFrom('{{/* a }} comment */}}', '{{printf "%.3s}}" .ID}}', '{{`raw`}}', '{{js "a"}}', 'text', '\\t', ' '),
    ),
    { maxLength: 5 },
  ).map((pieces) => pieces.join(''));

const accepted: Readonly<Record<string, Arbitrary<string>>> = {
  publish,
  expose: fc.oneof(joined(port.map(String), protocol), fc.tuple(port, fc.nat(50)).map(([first, width]) => `${first}-${first + width}`)),
  volume,
  'volumes-from': joined(word, optional(fc.constantFrom(':ro', ':rw', ':ro,z'))),
  tmpfs: joined(path, optional(list(['size=64m', 'size=10%', 'mode=1777', 'uid=1000', 'exec', 'noatime', 'ro', 'defaults'], ',').map((options) => `:${options}`))),
  mount,
  device: fc.oneof(joined(path, optional(joined(':', path)), optional(fc.constantFrom(':r', ':rw', ':mrw', ':w'))), joined(word, '.com/', word, '=', fc.constantFrom('all', '0', 'a:b'))),
  'device-cgroup-rule': joined(fc.constantFrom('a', 'b', 'c'), ' ', fc.constantFrom('*', '1', '188'), ':', fc.constantFrom('*', '0', '64'), ' ', fc.constantFrom('r', 'rw', 'rmw')),
  'gpu-request': fc.oneof(fc.constantFrom('all', '2', '-1'), joined('device=', word), joined('"device=', word, ',', word, '"'), joined('count=', fc.nat(8).map(String), ',"capabilities=', word, ',', word, '",driver=', word)),
  network: fc.oneof(word, joined('container:', word), joined('name=', word, ',alias=', word, ',ip=', ipv4, ',ip6=', ipv6, ',mac-address=02:42:ac:11:00:02,driver-opt=', word, '=', word, ',gw-priority=', fc.integer({ min: -9, max: 9 }).map(String))),
  'network-alias': word,
  link: joined(word, optional(joined(':', word))),
  'link-local-ip': ipv4,
  'ipv4-address': ipv4,
  'ipv6-address': ipv6,
  'ip-address': fc.oneof(ipv4, ipv6),
  'mac-address': fc.array(fc.stringMatching(/^[0-9a-f]{2}$/), { minLength: 6, maxLength: 6 }).chain((bytes) => fc.constantFrom(bytes.join(':'), bytes.join('-'))),
  'dns-search': fc.domain(),
  'resolv-option': fc.constantFrom('ndots:1', 'rotate'),
  'extra-host': joined(word, fc.constantFrom(':', '='), fc.oneof(ipv4, ipv6, ipv6.map((address) => `[${address}]`), fc.constant('host-gateway'))),
  hostname: word,
  domainname: fc.domain(),
  'ps-filter': fc.oneof(joined('status=', fc.constantFrom('running', 'exited')), joined('health=', fc.constantFrom('healthy', 'none')), joined('name=', word), joined('label=', word, '=', word), joined('EXITED= ', fc.nat(255).map(String))),
  'prune-filter': fc.oneof(joined('until=', fc.integer({ min: 1, max: 99 }).map((hours) => `${hours}h`)), joined('label!=', word)),
  'format-ps': template(['ID', 'Names', 'Image', 'Status', 'Ports', 'Networks']),
  'format-stats': template(['ID', 'Name', 'MemUsage', 'CPUPerc']),
  'format-inspect': template(['ID', 'State', 'State.Status', 'Anything.At.All']),
  'object-type': fc.constantFrom('container', 'image', 'network', 'volume'),
  timestamp: fc.oneof(
    fc.date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).chain((date) => {
      const text = date.toISOString();
      return fc.constantFrom(text, text.slice(0, 10), text.slice(0, 13), text.slice(0, 16), text.slice(0, 19), `${text.slice(0, 19)}+01:00`, String(Math.floor(date.getTime() / 1000)));
    }),
    joined(fc.nat(99).map(String), fc.constantFrom('h', 'm', 's', 'ms', 'h30m')),
  ),
  'log-tail': fc.oneof(fc.nat().map(String), fc.constant('all')),
  'dockerfile-instruction': fc.oneof(joined(fc.constantFrom('CMD', 'user', 'EXPOSE'), ' ', word), joined(fc.constantFrom('env', 'LABEL'), ' ', word, '=', word)),
};

for (const [kind, values] of Object.entries(accepted)) {
  test(`${kind}: good values`, () => {
    const grammar = grammarNamed(kind);
    fc.assert(
      fc.property(values, (value) => {
        const { problems } = grammar.parse(value, contextOf({ version: newest }));
        assert.deepEqual(problems.map(({ message }) => message), [], JSON.stringify(value));
      }),
      { seed: 90210, numRuns: 200 },
    );
  });
  test(`${kind}: the example`, () => {
    const grammar = grammarNamed(kind);
    const bare = grammar.example.replace(/^'(.*)'$/, '$1');
    for (const version of cliVersions) {
      const { parts, problems } = grammar.parse(bare, contextOf({ version }));
      assert.deepEqual(problems, [], `${bare} on ${version}`);
      assert.ok(parts.length > 0, `${bare} is explained`);
    }
  });
}

test('image references', () => {
  const component = fc.stringMatching(/^[a-z0-9]{1,5}((\.|_|__|-{1,2})[a-z0-9]{1,3}){0,2}$/);
  const registry = fc.oneof(fc.domain(), fc.constantFrom('localhost', 'localhost:5000', '127.0.0.1:80', '[::1]:5000', 'HOST.example.com')).map((host) => `${host}/`);
  const digest = fc.stringMatching(/^[0-9a-f]{64}$/).map((hex) => `@sha256:${hex}`);
  const reference = joined(optional(registry), fc.array(component, { minLength: 1, maxLength: 3 }).map((names) => names.join('/')), optional(fc.stringMatching(/^:[A-Za-z0-9_][A-Za-z0-9_.-]{0,10}$/)), optional(digest));
  fc.assert(
    fc.property(reference, (text) => {
      const { parts, problems } = parseImageReference(text);
      assert.deepEqual(problems, [], text);
      assert.ok(parts.length > 0);
    }),
    { seed: 90210, numRuns: 500 },
  );
});
