/** What completion offers at a cursor, what the value becomes, and which parameter signature help marks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ValueKind } from '../../../server/src/language/docker/cli-facts.ts';
import { grammarOf } from '../../../server/src/language/docker/values/index.ts';
import { marked } from '../../support/markers.ts';
import { accept, contextOf, suggested } from '../../support/values.ts';
import { grammarNamed } from './grammars.ts';

/** Values that taking one of the suggestions gives, some of which are named, and some that must not be among them. */
const rows: readonly (readonly [kind: ValueKind, value: string, offers: readonly string[], never?: readonly string[]])[] = [
  ['publish', '‸', ['127.0.0.1:8080:80', '8080:80']],
  ['publish', '5432‸', ['127.0.0.1:5432:5432']],
  ['publish', '8080:80‸', ['127.0.0.1:8080:80']],
  ['publish', '53:53/‸', ['53:53/udp', '53:53/tcp']],
  ['publish', 'target=80,‸', ['target=80,published=', 'target=80,protocol=']],
  ['mount', '‸', ['type=bind,src=/host/path,dst=/path,readonly']],
  ['mount', 'type=‸', ['type=bind', 'type=tmpfs']],
  ['mount', 'type=‸,dst=/x', ['type=volume,dst=/x']],
  ['mount', 'type=bind,‸', ['type=bind,source=/host/path', 'type=bind,bind-propagation='], ['type=bind,volume-nocopy', 'type=bind,type=']],
  ['mount', 'type=tmpfs,dst=/x,‸', ['type=tmpfs,dst=/x,tmpfs-size=64m'], ['type=tmpfs,dst=/x,source=data']],
  ['mount', 'type=bind,src=/a,dst=/b,bind-propagation=‸', ['type=bind,src=/a,dst=/b,bind-propagation=rslave']],
  ['mount', 'type=bind,src=/a,dst=/b,read‸', ['type=bind,src=/a,dst=/b,readonly']],
  ['mount', 'type=bind,sr‸=/a', ['type=bind,src=/a']],
  ['volume', '‸', ['data:/var/lib/app', './config:/etc/app:ro']],
  ['volume', '/a:/b:‸', ['/a:/b:ro', '/a:/b:rslave'], ['/a:/b:nocopy']],
  ['volume', 'data:/b:‸', ['data:/b:nocopy'], ['data:/b:rslave']],
  ['volume', '/a:/b:ro,‸', ['/a:/b:ro,z'], ['/a:/b:ro,rw', '/a:/b:ro,ro']],
  ['volumes-from', 'web:‸', ['web:ro'], ['web:nocopy']],
  ['tmpfs', '/run:‸', ['/run:size=64m', '/run:exec']],
  ['tmpfs', '/run:size=1m,‸', ['/run:size=1m,mode=1777'], ['/run:size=1m,size=64m']],
  ['network', '‸', ['bridge', 'host', 'none', 'container:web']],
  ['network', 'name=x,‸', ['name=x,alias=db', 'name=x,ip=172.30.0.10'], ['name=x,name=backend']],
  ['ps-filter', '‸', ['status=', 'health=', 'label=com.docker.compose.project=app']],
  ['ps-filter', 'status=‸', ['status=running', 'status=dead']],
  ['ps-filter', 'health=un‸', ['health=unhealthy']],
  ['prune-filter', '‸', ['until=24h', 'label=stage=test']],
  ['format-ps', '‸', ['table', 'json', '{{.Names}}']],
  ['format-ps', 'table {{.‸', ['table {{.Names', 'table {{.Ports']],
  ['format-ps', '{{‸}}', ['{{.ID}}', '{{json}}']],
  ['format-ps', '{{.Names}} ‸', ['{{.Names}} {{.Status}}']],
  ['format-stats', '{{.M‸}}', ['{{.MemUsage}}']],
  ['format-inspect', '{{.State.‸}}', ['{{.State.Status}}', '{{.State.Health}}']],
  ['format-inspect', '{{json .Net‸', ['{{json .NetworkSettings']],
  ['format-inspect', '{{.HostConfig.Resources.‸', ['{{.HostConfig.Resources.Memory']],
  ['format-inspect', '{{.NetworkSettings.Networks.shop.‸', ['{{.NetworkSettings.Networks.shop.IPAddress'], ['{{.NetworkSettings.Networks.shop.Ports']],
  ['format-inspect', '{{.NetworkSettings.Networks.‸', [], ['{{.NetworkSettings.Networks.IPAddress']],
  ['format-inspect', '{{range .Mounts}}{{.‸', ['{{range .Mounts}}{{.Source'], ['{{range .Mounts}}{{.State']],
  ['format-inspect', '{{range $name, $net := .NetworkSettings.Networks}}{{$net.‸', ['{{range $name, $net := .NetworkSettings.Networks}}{{$net.IPAddress'], ['{{range $name, $net := .NetworkSettings.Networks}}{{$net.State']],
  ['format-inspect', '{{range $name, $net := .NetworkSettings.Networks}}{{$name.‸', [], ['{{range $name, $net := .NetworkSettings.Networks}}{{$name.IPAddress']],
  ['format-inspect', '{{range $m := .Mounts}}{{$m.‸', ['{{range $m := .Mounts}}{{$m.Source']],
  ['format-inspect', '{{$s := .State}}{{$s.‸', ['{{$s := .State}}{{$s.ExitCode']],
  ['format-inspect', '{{(index .Mounts 0).‸}}', ['{{(index .Mounts 0).Source}}'], ['{{(index .Mounts 0).State}}']],
  ['format-inspect', '{{(index (index .NetworkSettings.Ports "80/tcp") 0).‸', ['{{(index (index .NetworkSettings.Ports "80/tcp") 0).HostPort']],
  ['format-inspect', '{{(len .Mounts).‸', [], ['{{(len .Mounts).State']],
  ['format-inspect', '{{range .Mounts}}{{$.‸', ['{{range .Mounts}}{{$.Name'], ['{{range .Mounts}}{{$.Source']],
  ['device', '/dev/snd:‸', ['/dev/snd:rw', '/dev/snd:/dev/snd']],
  ['gpu-request', '‸', ['all', '"device=0,1"']],
  ['gpu-request', 'capabilities=‸', ['capabilities=compute']],
  ['extra-host', '‸', ['host.docker.internal:host-gateway']],
  ['extra-host', 'db:‸', ['db:host-gateway']],
  ['object-type', 'c‸', ['container']],
  ['timestamp', '‸', ['10m', '24h']],
  ['log-tail', '‸', ['100', 'all']],
  ['resolv-option', '‸', ['ndots:0', 'rotate']],
  ['dockerfile-instruction', '‸', ['CMD ["node", "server.js"]']],
];

for (const [kind, source, offers, never = []] of rows) {
  test(`${kind} ${source}`, () => {
    const { text, cursor } = marked(source);
    const results = suggested(kind, text, cursor).map((suggestion) => accept(text, suggestion));
    for (const offer of offers) {
      assert.ok(results.includes(offer), `${offer} is not among ${results.join(' | ')}`);
    }
    for (const wrong of never) {
      assert.ok(!results.includes(wrong), `${wrong} is offered`);
    }
  });
}

test('the mapping that stays on this host comes first', () => {
  assert.match(suggested('publish', '', 0)[0]?.text ?? '', /^127\.0\.0\.1:/);
});

test('a key that this CLI does not know is not offered', () => {
  const keys = (version: '20.10.24' | '29.8.0-dev') => suggested('mount', 'type=bind,', 10, { version }).map(({ label, text }) => label ?? text);
  assert.ok(keys('29.8.0-dev').includes('bind-recursive='));
  assert.ok(!keys('20.10.24').includes('bind-recursive='));
});

test('every suggestion says why one would take it', () => {
  for (const [kind, source] of rows) {
    const { text, cursor } = marked(source);
    for (const { documentation, label, text: offered } of grammarNamed(kind).suggest?.(text, cursor, contextOf()) ?? []) {
      assert.ok((documentation ?? '').length > 5, `${kind}: ${label ?? offered}`);
    }
  }
});

for (const [kind, source, parameter] of [
  ['publish', '‸', 'container-port'],
  ['publish', '127.0.0.1:80‸:80', '[host-port:]'],
  ['publish', '127.‸0.0.1:80:80', '[address:]'],
  ['publish', '80:80/t‸', '[/protocol]'],
  ['publish', '80:8‸', 'container-port'],
  ['volume', '/a‸', '[source:]'],
  ['volume', '/a:/‸', 'target'],
  ['volume', '/a:/b:‸', '[:options]'],
  ['tmpfs', '/r‸', 'target'],
  ['tmpfs', '/r:‸', '[:options]'],
  ['mount', '‸', 'type=…'],
  ['mount', 'type=bind,src=/‸', 'source=…'],
  ['mount', 'type=bind,src=/a,‸', 'target=…'],
  ['mount', 'type=bind,bind-propagation=‸', 'key=value'],
  ['network', 'name=x,ip=‸', '[,ip=…]'],
  ['device', '/dev/a:/dev/b:‸', '[:permissions]'],
  ['extra-host', 'db:‸', 'address'],
] as const) {
  test(`signature of ${kind} ${source}`, () => {
    const { text, cursor } = marked(source);
    const signature = grammarOf(kind).signature?.(text, cursor, contextOf());
    const label = signature?.parameters[signature.active]?.label ?? '';
    assert.ok(parameter === label || parameter === `[,${label}]`, `${label} is marked`);
  });
}
