/** An engine under test: how the port reaches it, and a CLI that makes containers on it. */
import type { ConnectOptions } from '../../../client/src/engine/dockerode-engine.ts';
import type { Engine } from '../../../client/src/engine/engine.ts';
import type { DockerCli } from '../../support/docker-engine.ts';

export interface Subject {
  readonly product: 'docker' | 'podman';
  /** Whether it is a Podman older than 5, which lacks some of what Docker answers. */
  readonly isPodman4?: boolean;
  readonly cli: DockerCli;
  /** Each call makes a connection of its own. */
  connect(options?: ConnectOptions): Promise<Engine>;
  stop(): Promise<void>;
}

/** Why this engine cannot be had here. A missing one is a failure where GANTRY_REQUIRE_DOCKER=1 demands it. */
export class Missing extends Error {}
