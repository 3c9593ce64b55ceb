/**
 * An engine in memory that carries out and refuses what Docker Engine carries out and refuses in each state, in its words.
 * The suite that uses it runs against the real engine, too, so that it cannot drift.
 */
import { Readable } from 'node:stream';
import type { ContainerDetails, ContainerState, ContainerSummary, Limits } from '../../../client/src/engine/container.ts';
import type { ContainerQuery, Engine, Outcome } from '../../../client/src/engine/engine.ts';
import { EngineError } from '../../../client/src/engine/errors.ts';
import { refusalOf } from '../../../client/src/engine/refusal.ts';
import { container, idOf } from '../fake-live-engine.ts';

export interface Seed {
  readonly name?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

interface Present extends Seed {
  readonly id: string;
  name: string;
  state: ContainerState;
  exitCode: number;
  limits: Required<Limits>;
}

const unlimited: Required<Limits> = { memory: 0, memorySwap: 0, cpus: 0, pids: -1, restart: { name: 'no', maximumRetries: 0 } };

function refuse(status: number, text: string): never {
  const { reason, sentence } = refusalOf(status, text);
  throw new EngineError(reason, sentence, text, status);
}

export class MatrixEngine {
  readonly #containers = new Map<string, Present>();
  #made = 0;

  add(state: ContainerState, { name, labels = {} }: Seed = {}): ContainerSummary {
    const id = idOf(++this.#made);
    this.#containers.set(id, { id, name: name ?? `box-${this.#made}`, labels, state, exitCode: 0, limits: unlimited });
    return this.#summary(this.#find(id));
  }

  vanish(id: string): void {
    this.#containers.delete(id);
  }

  /** The port; what the actions of this suite do not ask for is not there. */
  get port(): Engine {
    const engine: Partial<Engine> = {
      listContainers: async ({ ids }: ContainerQuery = {}) => Promise.resolve([...this.#containers.values()].filter(({ id }) => ids?.includes(id) !== false).map((each) => this.#summary(each))),
      inspectContainer: this.#call((each): ContainerDetails => ({ ...this.#summary(each), oomKilled: false, error: '', restartCount: 0, stopSignal: 'SIGTERM', tty: false, openStdin: false, environment: [], user: '', document: {}, exitCode: each.exitCode, limits: each.limits })),
      start: this.#call((each): Outcome => {
        if (each.state === 'paused') {
          refuse(409, 'cannot start a paused container, try unpause instead');
        }
        return this.#become(each, 'running', ['running', 'restarting']);
      }),
      stop: this.#call((each): Outcome => this.#become(each, 'exited', ['created', 'exited'])),
      restart: this.#call((each) => void this.#become(each, 'running', [])),
      kill: this.#call((each) => {
        if (each.state === 'created' || each.state === 'exited') {
          refuse(409, `Cannot kill container: ${each.id}: Container ${each.id} is not running`);
        }
        this.#become(each, 'exited', []);
      }),
      pause: this.#call((each) => {
        if (each.state !== 'running') {
          refuse(409, { paused: `Container ${each.id} is already paused`, restarting: `Container ${each.id} is restarting, wait until the container is running` }[each.state as string] ?? `Container ${each.id} is not running`);
        }
        this.#become(each, 'paused', []);
      }),
      unpause: this.#call((each) => {
        if (each.state !== 'paused') {
          refuse(500, `Container ${each.id} is not paused`);
        }
        this.#become(each, 'running', []);
      }),
      rename: (id, name) => this.#call((each) => {
        const other = [...this.#containers.values()].find((present) => present.name === name);
        if (other !== undefined) {
          refuse(409, `Conflict. The container name "/${name}" is already in use by container "${other.id}". You have to remove (or rename) that container to be able to reuse that name.`);
        }
        each.name = name;
      })(id),
      update: (id, limits) => this.#call((each) => {
        each.limits = { ...each.limits, ...limits };
        return [];
      })(id),
      remove: (id, { force }) => this.#call((each) => {
        if (!force && each.state !== 'created' && each.state !== 'exited') {
          refuse(409, `You cannot remove a ${each.state} container ${each.id}. Stop the container before attempting removal or force remove`);
        }
        this.vanish(each.id);
      })(id),
      wait: this.#call(({ exitCode }) => exitCode),
      commit: this.#call(() => `sha256:${'c'.repeat(64)}`),
      exportFileSystem: this.#call(() => Readable.from([Buffer.alloc(1024)])),
    };
    return engine as Engine;
  }

  #find(id: string): Present {
    return this.#containers.get(id) ?? refuse(404, `No such container: ${id}`);
  }

  #call<T>(answer: (each: Present) => T): (id: string) => Promise<T> {
    return async (id) => Promise.resolve(answer(this.#find(id)));
  }

  #become(each: Present, state: ContainerState, already: readonly ContainerState[]): Outcome {
    if (already.includes(each.state)) {
      return 'unchanged';
    }
    each.state = state;
    return 'done';
  }

  #summary({ id, name, state, labels = {} }: Present): ContainerSummary {
    return container(0, { id, name, state, labels, writableSize: 0 });
  }
}
