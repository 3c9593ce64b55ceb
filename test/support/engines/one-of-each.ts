/** The engines that tests of streams run on, each where it can be had. */
import { existsSync } from 'node:fs';
import { usualLimits } from '../../../client/src/engine/api-client.ts';
import { connectEngine } from '../../../client/src/engine/dockerode-engine.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import { docker, ensureTestImage, missingEngine, type DockerCli } from '../docker-engine.ts';
import { podmanService } from './podman-service.ts';

/** Milliseconds: several test files share the engine and the processors. */
export const patientLimits = { ...usualLimits, time: 60_000 };

export interface TestEngine {
  readonly engine: Engine;
  readonly socket: string;
  readonly cli: DockerCli;
  stop(): Promise<void>;
}

/** By name; a missing one is a failure where GANTRY_REQUIRE_DOCKER=1 demands it, else the reason. */
export const testEngines: readonly (readonly [name: string, find: () => Promise<TestEngine | string>])[] = [
  [
    'Docker',
    async () => {
      const reason = await missingEngine();
      if (reason !== undefined) {
        return reason;
      }
      await ensureTestImage();
      const socket = '/var/run/docker.sock';
      const engine = await connectEngine({ kind: 'unix', path: socket }, { limits: patientLimits });
      return { engine, socket, cli: docker, stop: () => {
          engine.close();
          return Promise.resolve();
        },
      };
    },
  ],
  [
    'Podman',
    async () => {
      if (!existsSync('/usr/bin/podman')) {
        if (process.env['GANTRY_REQUIRE_DOCKER'] === '1') {
          throw new Error('podman is not installed');
        }
        return 'podman is not installed';
      }
      const service = await podmanService();
      await ensureTestImage(service.cli);
      const engine = await connectEngine({ kind: 'unix', path: service.socket }, { limits: patientLimits });
      return {
        engine,
        socket: service.socket,
        cli: service.cli,
        stop: () => {
          engine.close();
          return service.stop();
        },
      };
    },
  ],
];
