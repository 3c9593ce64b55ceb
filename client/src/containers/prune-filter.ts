/**
 * Which ended containers a prune lists: the filters of `docker container prune`, as the user writes them. They are judged
 * here and not by the engine, because it is the list that the user has seen which is removed.
 */
import { pruneFilter } from '../../../server/src/language/docker/values/prune-filter.ts';
import type { ContainerSummary } from '../engine/container.ts';
import { engineTime } from '../logs/log-times.ts';
import { refusalOf } from './grammar-check.ts';

export type PruneFilter = (container: ContainerSummary) => boolean;

function partsOf(text: string): string[] {
  return text.split(/\s+/).filter((part) => part !== '');
}

/** What is wrong with `label=env=test until=24h`; undefined where nothing is. */
export function pruneFilterProblem(text: string): string | undefined {
  const parts = partsOf(text);
  if (parts.length === 0) {
    return 'Write a filter, such as label=env=test or until=24h.';
  }
  if (parts.filter((part) => /^until=/i.test(part)).length > 1) {
    return 'Docker takes “until” once.';
  }
  return parts.map((part) => refusalOf(pruneFilter, part, 'filter', 'prune')).find((problem) => problem !== undefined);
}

function hasLabel({ labels }: ContainerSummary, wanted: string): boolean {
  const at = wanted.indexOf('=');
  const name = at < 0 ? wanted : wanted.slice(0, at);
  return Object.hasOwn(labels, name) && (at < 0 || labels[name] === wanted.slice(at + 1));
}

function readPart(part: string, now: number): PruneFilter {
  const at = part.indexOf('=');
  const value = part.slice(at + 1);
  switch (part.slice(0, at).toLowerCase()) {
    case 'label':
      return (container) => hasLabel(container, value);
    case 'label!':
      return (container) => !hasLabel(container, value);
    default: {
      const before = Number(engineTime(value, now)) * 1000;
      return ({ created }) => created < before;
    }
  }
}

/**
 * All of its parts have to hold: several `label!` spare what has any of the labels. The engine's own prune spares only what
 * has all of them, which removes what somebody wanted to keep. `text` has no problem; `now` is in milliseconds since 1970.
 */
export function readPruneFilter(text: string, now: number): PruneFilter {
  const filters = partsOf(text).map((part) => readPart(part, now));
  return (container) => filters.every((passes) => passes(container));
}
