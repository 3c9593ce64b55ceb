/** Measures the language library itself: analysis after a keystroke, hover and completion, in the large script. */
import { complete } from '../../server/src/language/features/completion.ts';
import { hover } from '../../server/src/language/features/hover.ts';
import { analyse, findingsOf, type AnalysisSettings } from '../../server/src/language/features/snapshot.ts';
import { newestCli } from '../../server/src/language/docker/versions.ts';
import { largeScript, serviceCount } from './large-script.ts';
import { seeded, summarise, type Sample } from './statistics.ts';

const settings: AnalysisSettings = { version: newestCli, rules: {}, files: { kindOf: () => 'unknown' } };
const samples = 40;

function time(run: () => unknown): number {
  const before = performance.now();
  run();
  return performance.now() - before;
}

/** Each sample starts from a text that was never analysed before, so that nothing is answered from a cache. */
export function measureBrain(): Record<string, Sample> {
  const random = seeded(1);
  const original = largeScript();
  const fresh: number[] = [];
  const keystroke: number[] = [];
  const hovers: number[] = [];
  const completions: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    fresh.push(time(() => findingsOf(analyse(`${original}# ${sample}\n`, 'shell', settings))));
  }
  // In a loop of their own: an editor's keystrokes do not wait for the garbage of forty whole texts either.
  let text = original;
  let snapshot = analyse(text, 'shell', settings);
  for (let sample = 0; sample < samples; sample++) {
    const service = Math.floor(random() * serviceCount);
    const at = text.indexOf(`--name svc-${service} `) + '--name svc'.length;
    text = `${text.slice(0, at)}x${text.slice(at)}`;
    keystroke.push(
      time(() => {
        snapshot = analyse(text, 'shell', settings, snapshot);
        return findingsOf(snapshot);
      }),
    );
    const memory = text.indexOf('--memory', at);
    hovers.push(time(() => hover(snapshot, memory + 3)));
    completions.push(time(() => complete(snapshot, memory + 4)));
  }
  return {
    'analysis and findings, whole text': summarise(fresh),
    'analysis and findings after a keystroke': summarise(keystroke),
    'hover (library)': summarise(hovers),
    'completion (library)': summarise(completions),
  };
}
