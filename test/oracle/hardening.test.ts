/** A real engine starts hardened commands: the program stays up, and each measure is in force. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { capabilities } from '../../server/src/language/docker/generated/cli.ts';
import type { MeasureId } from '../../server/src/language/hardening/measure.ts';
import { analyse } from '../../server/src/language/features/snapshot.ts';
import { defaultSettings } from '../support/commands.ts';
import { docker, ensureTestImage, missingEngine, removeLabelled, testImage } from '../support/docker-engine.ts';
import { hardened } from '../support/harden.ts';
import { baseCommands, type BaseCommand } from './hardened-commands.ts';

const label = `gantry.test=hardening-${process.pid}`;
/** A container whose file system, with users in it, becomes the images. */
const template = `gantry-test-hardening-${process.pid}`;
const registry = 'gantry-test.invalid';
const reason = await missingEngine();
if (reason !== undefined) {
  console.log(`Hardening is not tried on an engine: ${reason}.`);
}

interface Inspected {
  readonly Name: string;
  readonly RestartCount: number;
  readonly State: { readonly Running: boolean; readonly Restarting: boolean; readonly Error: string };
  readonly Config: { readonly User: string };
  readonly HostConfig: {
    readonly ReadonlyRootfs: boolean;
    readonly CapDrop: readonly string[] | null;
    readonly SecurityOpt: readonly string[] | null;
    readonly PidsLimit: number | null;
    readonly Memory: number;
    readonly MemorySwap: number;
    readonly NanoCpus: number;
    readonly Init: boolean | null;
    readonly RestartPolicy: { readonly Name: string };
    readonly LogConfig: { readonly Type: string; readonly Config: Readonly<Record<string, string>> };
    readonly PortBindings: Readonly<Record<string, readonly { readonly HostIp: string }[]>> | null;
  };
}

async function inspect(id: string): Promise<Inspected> {
  const { ok, output } = await docker('inspect', id);
  assert.ok(ok, output);
  const [container] = JSON.parse(output) as Inspected[];
  assert.ok(container !== undefined);
  return container;
}

/** Fields of /proc/1/status, or of the program itself where process 1 is another container's or the host's. */
async function statusOf(id: string): Promise<ReadonlyMap<string, string>> {
  const { ok, output } = await docker('exec', id, 'cat', '/proc/self/status');
  assert.ok(ok, output);
  return new Map(output.split('\n').map((line) => [line.split(':')[0] ?? '', line.split(':')[1]?.trim() ?? ''] as const));
}

/** The names of the bits in a mask of capabilities. */
function capabilityNames(mask: string): string[] {
  const bits = BigInt(`0x${mask}`);
  return capabilities.all.filter((_, bit) => (bits >> BigInt(bit)) % 2n === 1n).map((name) => name.replace('CAP_', ''));
}

/** How the engine shows that a measure is in force. Measures about other things than the engine are not listed. */
const inForce: Partial<Record<MeasureId, (container: Inspected, status: ReadonlyMap<string, string>) => boolean>> = {
  restart: ({ HostConfig: { RestartPolicy } }) => RestartPolicy.Name !== 'no' && RestartPolicy.Name !== '',
  init: ({ HostConfig: { Init } }) => Init === true,
  memory: ({ HostConfig: { Memory, MemorySwap } }) => Memory > 0 && Memory === MemorySwap,
  cpus: ({ HostConfig: { NanoCpus } }) => NanoCpus > 0,
  'pids-limit': ({ HostConfig: { PidsLimit } }) => (PidsLimit ?? 0) > 0,
  'log-rotation': ({ HostConfig: { LogConfig } }) => LogConfig.Type === 'local' || LogConfig.Config['max-size'] !== undefined,
  'read-only': ({ HostConfig: { ReadonlyRootfs } }) => ReadonlyRootfs,
  capabilities: ({ HostConfig: { CapDrop } }) => CapDrop?.includes('ALL') === true,
  'no-new-privileges': (_, status) => status.get('NoNewPrivs') === '1',
  user: ({ Config }, status) => Config.User !== '' && status.get('Uid')?.startsWith('0') === false,
  loopback: ({ HostConfig: { PortBindings } }) => {
    const bindings = Object.values(PortBindings ?? {}).flat();
    return bindings.length > 0 && bindings.every(({ HostIp }) => HostIp === '127.0.0.1');
  },
};

function textOf({ flags, image, process: program = 'sleep 600' }: BaseCommand): string {
  return `docker run -d --label ${label} ${flags} ${image === undefined ? testImage : `${registry}/${image}:1.0`} ${program}\n`;
}

/** The words of the command as the shell passes them, without the program. */
function argvOf(text: string): string[] {
  const [command] = analyse(text, 'shell', defaultSettings).regions.flatMap(({ commands }) => commands);
  return command?.shell.words.slice(1).map(({ value }) => value) ?? [];
}

void describe('a real engine runs what hardening writes', { skip: reason ?? false, concurrency: 2 }, () => {
  const images = [...new Set(baseCommands.flatMap(({ image }) => (image === undefined ? [] : [`${registry}/${image}:1.0`])))];
  const started = new Map<string, string>();

  before(async () => {
    await ensureTestImage();
    const users = String.raw`mkdir -p /etc && printf "root:x:0:0::/:/bin/sh\ndb:x:999:999::/:/bin/sh\n" > /etc/passwd && printf "root:x:0:\ndb:x:999:\n" > /etc/group`;
    const { ok, output } = await docker('run', '--name', template, '--label', label, testImage, 'sh', '-c', users);
    assert.ok(ok, output);
    for (const image of images) {
      assert.ok((await docker('commit', template, image)).ok);
    }
  });
  after(async () => {
    try {
      for (const [name, id] of started) {
        const { State, RestartCount } = await inspect(id);
        assert.ok(State.Running && !State.Restarting && RestartCount === 0, `stayed up: ${name}`);
      }
    } finally {
      await removeLabelled(label);
      await docker('rmi', ...images);
    }
  });

  for (const base of baseCommands) {
    void it(`docker run -d ${base.flags} ${base.image ?? 'busybox'}`, async () => {
      const text = hardened(textOf(base));
      const { ok, output } = await docker(...argvOf(text));
      assert.ok(ok, `${output}\n${text}`);
      const id = /\b[0-9a-f]{64}\b/.exec(output)?.[0] ?? '';
      const [container, status] = [await inspect(id), await statusOf(id)];
      assert.ok(container.State.Running, container.State.Error);
      const states = Object.entries(inForce).map(([measure, holds]) => `${measure}: ${holds(container, status) ? 'in force' : 'not'}`);
      const expected = Object.keys(inForce).map((measure) => `${measure}: ${base.without?.some((one) => one === measure) === true ? 'not' : 'in force'}`);
      assert.deepEqual(states, expected, text);
      const isRoot = status.get('Uid')?.startsWith('0') === true;
      const given = [...base.flags.matchAll(/--cap-add (\w+)/g)].map(([, name]) => name ?? '');
      const bounding = [...(base.holds ?? []), ...given];
      const needsLow = /(?:^|[ :])(?:80|443)(?:\s|$)/.test(base.flags) && !bounding.includes('NET_BIND_SERVICE') ? ['NET_BIND_SERVICE'] : [];
      assert.deepEqual(capabilityNames(status.get('CapBnd') ?? '').sort(), [...bounding, ...needsLow].sort());
      assert.deepEqual(capabilityNames(status.get('CapEff') ?? '').sort(), isRoot ? [...bounding, ...needsLow].sort() : []);
      for (const work of base.works ?? []) {
        const result = await docker('exec', id, 'sh', '-c', work);
        assert.ok(result.ok, `${work}: ${result.output}`);
      }
      started.set(text, id);
    });
  }
});
