/**
 * A Docker Engine that accepts everything: it answers what the Docker CLI needs to hear and records the requests, so that
 * the real CLI can be asked for its verdict on a command line without starting anything.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One request of the CLI that asks for a change or for a container. */
export interface RecordedRequest {
  readonly method: string;
  /** Without the version prefix: `/containers/create`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The parsed JSON body; undefined when there is none. */
  readonly body: unknown;
}

export interface StandInEngine {
  /** The value for `DOCKER_HOST`. */
  readonly host: string;
  /** Requests so far, in order of arrival. */
  readonly requests: RecordedRequest[];
  /** The one sample that it has of any container: JSON of the API. */
  sample: unknown;
  close(): Promise<void>;
}

const id = 'f'.repeat(64);

/** What inspecting any container tells: it runs, without a terminal. */
const inspected = {
  Id: id,
  Name: '/web',
  State: { Status: 'running', Running: true, Paused: false, Restarting: false, Pid: 1, ExitCode: 0 },
  Config: { Tty: false, OpenStdin: false, Image: 'nginx', Env: [], Labels: {} },
  HostConfig: { LogConfig: { Type: 'json-file', Config: {} }, AutoRemove: false, RestartPolicy: { Name: 'no' } },
  NetworkSettings: { Ports: { '80/tcp': [{ HostIp: '0.0.0.0', HostPort: '8080' }] }, Networks: {} },
};

/** A directory, to whoever copies from or to a container. */
const pathStat = Buffer.from(JSON.stringify({ name: 'x', size: 0, mode: 2 ** 31 + 0o755, mtime: '2024-01-01T00:00:00Z', linkTarget: '' })).toString('base64');

/** An archive without entries. */
const emptyTar = Buffer.alloc(1024);

type Answer = readonly [status: number, body?: unknown];

export type EngineSystem = 'linux' | 'windows';

const answers: readonly (readonly [method: string, path: RegExp, answer: Answer])[] = [
  ['POST', /^\/containers\/create$/, [201, { Id: id, Warnings: [] }]],
  ['POST', /^\/containers\/prune$/, [200, { ContainersDeleted: [], SpaceReclaimed: 0 }]],
  ['POST', /^\/containers\/[^/]+\/wait$/, [200, { StatusCode: 0 }]],
  ['POST', /^\/containers\/[^/]+\/update$/, [200, { Warnings: [] }]],
  ['POST', /^\/containers\/[^/]+\/exec$/, [201, { Id: id }]],
  ['GET', /^\/containers\/[^/]+\/json$/, [200, inspected]],
  ['GET', /^\/containers\/json$/, [200, []]],
  ['GET', /^\/containers\/[^/]+\/top$/, [200, { Titles: ['PID'], Processes: [['1']] }]],
  ['GET', /^\/containers\/[^/]+\/changes$/, [200, []]],
  ['GET', /^\/containers\/[^/]+\/logs$/, [200, '']],
  ['GET', /^\/containers\/[^/]+\/(export|archive)$/, [200, emptyTar]],
  ['HEAD', /^\/containers\/[^/]+\/archive$/, [200]],
  ['PUT', /^\/containers\/[^/]+\/archive$/, [200]],
  ['POST', /^\/exec\/[^/]+\/start$/, [200]],
  ['POST', /^\/commit$/, [201, { Id: `sha256:${id}` }]],
  ['GET', /^\/exec\/[^/]+\/json$/, [200, { ID: id, Running: false, ExitCode: 0 }]],
  ['GET', /^\/info$/, [200, { ID: 'stand-in', OSType: 'linux', Architecture: 'x86_64', NCPU: 4, MemTotal: 8e9, ServerVersion: 'stand-in' }]],
  ['GET', /^\/events$/, [200, '']],
];

function answerTo(method: string, path: string, apiVersion: string, system: EngineSystem): Answer {
  if (path === '/_ping') {
    return [200, 'OK'];
  }
  if (path === '/version') {
    return [200, { Version: 'stand-in', ApiVersion: apiVersion, MinAPIVersion: '1.24', Os: system, Arch: 'amd64', Experimental: true }];
  }
  const known = answers.find(([verb, pattern]) => verb === method && pattern.test(path));
  return known?.[2] ?? (method === 'GET' ? [200, { ID: id }] : [204]);
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
  }
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return text;
  }
}

const upgraded = 'HTTP/1.1 101 UPGRADED\r\nContent-Type: application/vnd.docker.raw-stream\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n';

/** Starts an engine on a unix socket of its own that claims to serve the given API version on the given system. */
export async function startStandInEngine(apiVersion: string, system: EngineSystem = 'linux'): Promise<StandInEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'gantry-engine-'));
  const socket = join(folder, 'docker.sock');
  const requests: RecordedRequest[] = [];
  const engine: StandInEngine = { host: `unix://${socket}`, requests, sample: {}, close };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://docker');
    const path = url.pathname.replace(/^\/v\d+\.\d+(?=\/)/, '');
    const method = request.method ?? 'GET';
    const body = await bodyOf(request);
    if (path !== '/_ping') {
      requests.push({ method, path, query: url.searchParams, body });
    }
    const [status, content]: Answer = path.endsWith('/stats') ? [200, `${JSON.stringify(engine.sample)}\n`] : answerTo(method, path, apiVersion, system);
    const isRaw = typeof content === 'string' || Buffer.isBuffer(content);
    response.writeHead(status, {
      'Api-Version': apiVersion,
      Ostype: system,
      'Docker-Experimental': 'true',
      Server: `Docker/stand-in (${system})`,
      'Content-Type': isRaw ? 'application/octet-stream' : 'application/json',
      ...(path.endsWith('/archive') ? { 'X-Docker-Container-Path-Stat': pathStat } : {}),
    });
    response.end(content === undefined || method === 'HEAD' ? undefined : isRaw ? content : JSON.stringify(content));
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))));
  });
  // Attaching takes the connection over; the process says nothing and ends.
  server.on('upgrade', (_request, socket) => {
    socket.end(upgraded);
  });
  // The server forgets connections that were taken over, and yet does not close before them.
  const connections = new Set<Socket>();
  server.on('connection', (connection) => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(socket, resolve);
  });
  return engine;

  function close(): Promise<void> {
    return new Promise((resolve) => {
      connections.forEach((connection) => connection.destroy());
      server.close(() => {
        rmSync(folder, { recursive: true, force: true });
        resolve();
      });
    });
  }
}
