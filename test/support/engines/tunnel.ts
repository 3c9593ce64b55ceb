/** A TCP port on loopback that leads to a port inside another network namespace, and can stop passing bytes on without closing anything. */
import { rmSync } from 'node:fs';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { start, until } from './process.ts';

export interface Tunnel {
  readonly port: number;
  /** From now on every packet is lost, in both directions; connections stay open, new ones too. */
  dropPackets(): void;
  /** Connections that were lost stay lost; new ones pass. */
  passPackets(): void;
  /** Resets every connection; new ones pass. */
  cut(): void;
  stop(): Promise<void>;
}

function listen(server: Server, address: string | number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    if (typeof address === 'number') {
      server.listen(address, '127.0.0.1', resolve);
    } else {
      server.listen(address, resolve);
    }
  });
}

/** Everything that connects is led to what `connect` opens. */
async function relay(connect: () => Socket): Promise<Tunnel> {
  let dropping = false;
  const sockets = new Set<Socket>();
  const nears = new Set<Socket>();
  const server = createServer((near) => {
    sockets.add(near);
    nears.add(near);
    near.once('close', () => sockets.delete(near) && nears.delete(near)).on('error', () => near.destroy());
    if (dropping) {
      near.resume();
      return;
    }
    const far = connect();
    sockets.add(far);
    far.once('close', () => sockets.delete(far)).on('error', () => near.destroy());
    const pass = (from: Socket, to: Socket) => {
      from.on('data', (chunk) => {
        if (!dropping && !lost.has(from)) {
          to.write(chunk);
        }
      });
      from.on('end', () => {
        if (!dropping && !lost.has(from)) {
          to.end();
        }
      });
    };
    pass(near, far);
    pass(far, near);
  });
  const lost = new WeakSet<Socket>();
  await listen(server, 0);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    dropPackets: () => {
      dropping = true;
      sockets.forEach((socket) => lost.add(socket));
    },
    passPackets: () => {
      dropping = false;
    },
    cut: () => nears.forEach((near) => near.resetAndDestroy()),
    stop: () => {
      sockets.forEach((socket) => socket.destroy());
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** To a unix socket. */
export function tunnelToSocket(socket: string): Promise<Tunnel> {
  return relay(() => createConnection(socket));
}

/** To whatever port on loopback it is at the time. */
export function tunnelToPort(port: () => number): Promise<Tunnel> {
  return relay(() => createConnection(port(), '127.0.0.1'));
}

/** To a port on the loopback of the network namespace that this process lives in. */
export async function tunnelIntoNamespace(pid: number, port: number): Promise<Tunnel> {
  const middle = path.join(tmpdir(), `gantry-tunnel-${randomUUID()}.sock`);
  const script = 'const net = require("node:net"); net.createServer((near) => { const far = net.connect(Number(process.argv[2]), "127.0.0.1"); near.pipe(far).pipe(near); near.on("error", () => far.destroy()); far.on("error", () => near.destroy()); }).listen(process.argv[1], () => console.log("ready"));';
  const inside = start('nsenter', ['--net', '--target', String(pid), process.execPath, '-e', script, middle, String(port)]);
  await until('the tunnel', () => inside.output().includes('ready'), inside);
  const tunnel = await tunnelToSocket(middle);
  return {
    ...tunnel,
    stop: async () => {
      await tunnel.stop();
      await inside.stop();
      rmSync(middle, { force: true });
    },
  };
}
