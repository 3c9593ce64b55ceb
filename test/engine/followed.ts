/** A live engine under test, and what it told. */
import { connectEngine, type ConnectOptions } from '../../client/src/engine/dockerode-engine.ts';
import { systemClock, type Clock } from '../../client/src/engine/clock.ts';
import type { ContainerSummary } from '../../client/src/engine/container.ts';
import type { Endpoint } from '../../client/src/engine/endpoint.ts';
import { followEngine } from '../../client/src/engine/follow-engine.ts';
import type { LiveEngine, LiveStatus } from '../../client/src/engine/live-engine.ts';
import { watchSocket } from '../../client/src/engine/watch-files.ts';

export interface Followed {
  readonly live: LiveEngine;
  /** The kinds of status that it went through, the present one last. */
  readonly statuses: LiveStatus['kind'][];
  /** Resolves when the condition holds, now or after some change; rejects with what is the case instead. */
  until(what: string, isTrue: () => boolean, limit?: number): Promise<void>;
  rows(): readonly ContainerSummary[];
  dispose(): void;
}

export function follow(endpoint: Endpoint, options: ConnectOptions = {}, clock: Clock = systemClock): Followed {
  const live = followEngine({ name: 'test', locate: () => Promise.resolve(endpoint), connect: (to) => connectEngine(to, options), clock, watchSocket });
  const statuses: LiveStatus['kind'][] = [];
  live.onDidChange(({ status }) => {
    if (status && statuses.at(-1) !== live.status.kind) {
      statuses.push(live.status.kind);
    }
  });
  live.setWatched(true);
  const until: Followed['until'] = (what, isTrue, limit = 20_000) =>
    new Promise((resolve, reject) => {
      if (isTrue()) {
        resolve();
        return;
      }
      const late = setTimeout(() => {
        end();
        const { status } = live;
        reject(new Error(`${what} did not happen: ${status.kind}${status.kind === 'failed' ? `, ${status.error.reason}: ${status.error.message} ${status.error.details}` : ''}, ${live.containers.size} containers`));
      }, limit);
      const end = live.onDidChange(() => {
        if (isTrue()) {
          clearTimeout(late);
          end();
          resolve();
        }
      });
    });
  return { live, statuses, until, rows: () => [...live.containers.values()], dispose: () => live.dispose() };
}

export function isConnected({ live }: Followed): () => boolean {
  return () => live.status.kind === 'connected';
}

/** Whether it failed for this reason. */
export function hasFailed({ live }: Followed, reason?: string): () => boolean {
  return () => live.status.kind === 'failed' && (reason === undefined || live.status.error.reason === reason);
}
