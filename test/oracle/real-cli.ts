/** Asks a real Docker CLI for its verdict on command lines, in front of an engine that accepts everything. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DockerCli } from '../support/docker-clis.ts';
import { startStandInEngine, type EngineSystem, type RecordedRequest, type StandInEngine } from './stand-in-engine.ts';

export interface RealVerdict {
  readonly accepted: boolean;
  readonly output: string;
  /** What the CLI printed on standard error. */
  readonly message: string;
  readonly requests: readonly RecordedRequest[];
}

/** One CLI with an engine and a folder of its own: asks about one command line after the other. */
export class RealCli {
  readonly #cli: DockerCli;
  readonly engine: StandInEngine;
  readonly #folder: string;

  private constructor(cli: DockerCli, engine: StandInEngine, folder: string) {
    this.#cli = cli;
    this.engine = engine;
    this.#folder = folder;
  }

  static async start(cli: DockerCli, files: Readonly<Record<string, string>>, system: EngineSystem = 'linux'): Promise<RealCli> {
    const folder = mkdtempSync(path.join(tmpdir(), 'gantry-cli-'));
    mkdirSync(path.join(folder, 'config'));
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(path.join(folder, name), content);
    }
    return new RealCli(cli, await startStandInEngine(cli.api, system), folder);
  }

  async ask(argv: readonly string[]): Promise<RealVerdict> {
    this.engine.requests.length = 0;
    const said = await this.#run(argv);
    return { ...said, requests: [...this.engine.requests] };
  }

  #run(argv: readonly string[]): Promise<Omit<RealVerdict, 'requests'>> {
    const env = { PATH: '/usr/bin:/bin', HOME: this.#folder, DOCKER_HOST: this.engine.host, DOCKER_CONFIG: path.join(this.#folder, 'config') };
    return new Promise((resolve) => {
      const child = execFile(this.#cli.file, argv, { cwd: this.#folder, env, timeout: 20_000, maxBuffer: 1 << 24 }, (error, output, message) => {
        resolve({ accepted: error === null, output, message });
      });
      // A CLI that refuses the line is gone before it reads: the broken pipe is no news.
      child.stdin?.on('error', () => undefined).end(Buffer.alloc(1024));
    });
  }

  async stop(): Promise<void> {
    await this.engine.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
