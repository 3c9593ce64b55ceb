/** Where engines listen when nobody has said where: the CLI's own default first, then the products that leave no context behind. */
import path from 'node:path';
import { defaultPipe, defaultSocket } from './endpoint-url.ts';
import type { Endpoint } from './endpoint.ts';
import type { Machine } from './machine.ts';

export interface SocketCandidate {
  readonly product: string;
  readonly endpoint: Extract<Endpoint, { readonly path: string; readonly kind: 'unix' | 'npipe' }>;
}

/** In the order in which they are tried. */
export function defaultSockets(machine: Machine): readonly SocketCandidate[] {
  if (machine.platform === 'win32') {
    return [
      { product: 'Docker', endpoint: { kind: 'npipe', path: defaultPipe } },
      { product: 'Docker Desktop', endpoint: { kind: 'npipe', path: '//./pipe/dockerDesktopLinuxEngine' } },
      { product: 'Podman machine', endpoint: { kind: 'npipe', path: '//./pipe/podman-machine-default' } },
    ];
  }
  const runtime = machine.environment['XDG_RUNTIME_DIR'] ?? '';
  const candidates: (readonly [product: string, socket: string])[] = [
    ['Docker', defaultSocket],
    ...inFolder(runtime, ['Rootless Docker', 'docker.sock']),
    ...inFolder(machine.home, ['Docker Desktop', '.docker/run/docker.sock'], ['Docker Desktop', '.docker/desktop/docker.sock'], ['Colima', '.colima/default/docker.sock'], ['Rancher Desktop', '.rd/docker.sock'], ['OrbStack', '.orbstack/run/docker.sock']),
    ...inFolder(runtime, ['Podman', 'podman/podman.sock']),
    ['Podman', '/run/podman/podman.sock'],
    ...inFolder(machine.home, ['Podman machine', '.local/share/containers/podman/machine/podman.sock'], ['Podman machine', '.local/share/containers/podman/machine/qemu/podman.sock']),
  ];
  return candidates.map(([product, socket]) => ({ product, endpoint: { kind: 'unix', path: socket } }));
}

function inFolder(folder: string, ...sockets: (readonly [product: string, relative: string])[]): (readonly [string, string])[] {
  return path.posix.isAbsolute(folder) ? sockets.map(([product, relative]) => [product, path.posix.join(folder, relative)] as const) : [];
}
