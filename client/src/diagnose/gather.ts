/** Asks the engine for everything that tells why a container is unhappy: all at once, each question bounded in time, and none of them changes anything. */
import type { Clock } from '../engine/clock.ts';
import type { ContainerDetails, ContainerSummary } from '../engine/container.ts';
import type { Engine } from '../engine/engine.ts';
import { EngineError } from '../engine/errors.ts';
import type { EngineEvent } from '../engine/event.ts';
import type { OutputStream } from '../engine/streams.ts';
import type { Usage } from '../engine/usage.ts';
import { LogLines, type LogLine } from '../logs/log-lines.ts';
import type { Evidence, EvidenceLine } from './evidence.ts';

/** Lines of the log. */
const tail = 300;
/** Milliseconds that are looked back for events. */
const lookBack = 6 * 3_600_000;
/** Events that are kept, the last ones: what is started again and again makes tens of thousands. */
const mostEvents = 1000;
/** Milliseconds that a question may take; a sample of the processor takes an engine up to five seconds. */
const patience = 8_000;
const actions = ['create', 'start', 'die', 'kill', 'oom', 'stop', 'restart', 'pause', 'unpause', 'health_status'];

/** Throws an EngineError where the container itself cannot be described. */
export async function gatherEvidence(engine: Engine, id: string, { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal }): Promise<Evidence> {
  const now = clock.now();
  const container = await engine.inspectContainer(id, { signal });
  const missing: string[] = [];
  const ask = async <T>(what: string, fallback: T, question: (until: AbortSignal) => Promise<T>): Promise<T> => {
    const limit = new AbortController();
    const abort = () => limit.abort();
    const cancel = clock.schedule(patience, abort);
    signal.addEventListener('abort', abort);
    try {
      return await question(limit.signal);
    } catch (error) {
      missing.push(`${what}: ${limit.signal.aborted ? 'the engine did not answer in time.' : error instanceof EngineError ? error.message : 'something unexpected went wrong.'}`);
      return fallback;
    } finally {
      cancel();
      signal.removeEventListener('abort', abort);
    }
  };
  const [description, image, log, events, usage, others] = await Promise.all([
    engine.describe({ signal }),
    ask('The image', undefined, (until) => engine.inspectImage(imageOf(container), { signal: until })),
    ask('The log', [], (until) => lastLines(engine, container, until)),
    ask('What happened before', [], (until) => eventsOf(engine, id, now, until)),
    container.state === 'running' ? ask('What it uses', undefined, (until) => usageOf(engine, id, until)) : undefined,
    ask('The other containers', [] as readonly ContainerSummary[], (until) => engine.listContainers({}, { signal: until })),
  ]);
  return { now, container, engine: description, ...(image !== undefined && { image }), log, events, ...(usage !== undefined && { usage }), others: others.filter((other) => other.id !== container.id), missing };
}

function imageOf({ document, image }: ContainerDetails): string {
  return typeof document['Image'] === 'string' ? document['Image'] : image;
}

async function lastLines(engine: Engine, { id, tty }: ContainerDetails, signal: AbortSignal): Promise<EvidenceLine[]> {
  const found: EvidenceLine[] = [];
  const lines = { stdout: new LogLines(), stderr: new LogLines() };
  const take = (read: readonly LogLine[], stream: OutputStream) => found.push(...read.map(({ time, text }) => ({ time: Date.parse(time), stream, text })));
  for await (const chunks of engine.logs(id, { tty, follow: false, tail, timestamps: true }, signal)) {
    chunks.forEach(({ stream, data, begins }) => take(lines[stream].push(data, begins), stream));
  }
  take(lines.stdout.end(), 'stdout');
  take(lines.stderr.end(), 'stderr');
  return found.sort((one, other) => one.time - other.time);
}

async function eventsOf(engine: Engine, container: string, now: number, signal: AbortSignal): Promise<EngineEvent[]> {
  const events: EngineEvent[] = [];
  // By the engine's clock, which may be ahead of ours: what it has not seen yet, it does not wait for.
  for await (const event of engine.events({ types: ['container'], actions, container, since: now - lookBack, until: now }, signal)) {
    events.push(event);
    if (events.length > mostEvents) {
      events.shift();
    }
  }
  return events;
}

/** The first sample that has a figure for the processor. */
async function usageOf(engine: Engine, id: string, signal: AbortSignal): Promise<Usage | undefined> {
  for await (const usage of engine.stats(id, signal)) {
    if (usage.cpu !== undefined) {
      return usage;
    }
  }
  return undefined;
}
