/** Finds the rules that have cause to look at a command, so that a command is not shown to a hundred rules in vain. */
import type { DockerCommand } from '../command/docker-command.ts';
import type { CliVersion } from '../docker/cli-facts.ts';
import type { Region } from '../shell/region.ts';
import { brokenContinuation } from './broken-continuation.ts';
import { valueProblemCodes } from './flag-values.ts';
import type { Cause, Rule } from './rule.ts';

/** A rule by its place in the catalogue, and what the region's text must match for it. */
interface Candidate {
  readonly index: number;
  readonly text: RegExp | undefined;
}

/** The candidates for one command word. */
interface Plan {
  readonly always: readonly Candidate[];
  readonly byFlag: ReadonlyMap<string, readonly Candidate[]>;
  readonly byProblem: ReadonlyMap<string, readonly Candidate[]>;
}

const anything: readonly Cause[] = [{}];

/** The command word that rules may ask for; none for commands that Gantry does not know. */
function idOf(command: DockerCommand): string {
  return command.facts?.id ?? '';
}

function addTo(map: Map<string, Candidate[]>, keys: readonly string[], candidate: Candidate): void {
  for (const key of keys) {
    map.set(key, [...(map.get(key) ?? []), candidate]);
  }
}

function planFor(id: string, rules: readonly Rule[]): Plan {
  const always: Candidate[] = [];
  const byFlag = new Map<string, Candidate[]>();
  const byProblem = new Map<string, Candidate[]>();
  for (const [index, rule] of rules.entries()) {
    for (const { commands, flags, problems, text } of rule.check === undefined ? [] : (rule.causes ?? anything)) {
      if (commands !== undefined && !commands.includes(id)) {
        continue;
      }
      const candidate = { index, text };
      if (flags === undefined && problems === undefined) {
        always.push(candidate);
      }
      addTo(byFlag, flags ?? [], candidate);
      addTo(byProblem, problems ?? [], candidate);
    }
  }
  return { always, byFlag, byProblem };
}

/** The rules for the commands of one region. */
export class RelevantRules {
  static readonly #plans = new WeakMap<readonly Rule[], Map<string, Plan>>();
  readonly #rules: readonly Rule[];
  readonly #region: Region;
  readonly #version: CliVersion;
  readonly #matches = new Map<RegExp, boolean>();
  /** For each place in the catalogue whether its rule has cause to look at the command in question. */
  readonly #isTaken: boolean[];

  constructor(rules: readonly Rule[], region: Region, version: CliVersion) {
    this.#rules = rules;
    this.#region = region;
    this.#version = version;
    this.#isTaken = rules.map(() => false);
  }

  /** Places in the catalogue, in its order, each once. */
  for(command: DockerCommand): number[] {
    const plan = this.#plan(idOf(command));
    this.#take(plan.always);
    if (plan.byFlag.size > 0) {
      for (const { facts } of command.globals) {
        this.#take(plan.byFlag.get(facts.name));
      }
      for (const { facts } of command.flags) {
        this.#take(plan.byFlag.get(facts.name));
        this.#take(facts.aliasOf === undefined ? undefined : plan.byFlag.get(facts.aliasOf));
      }
    }
    for (const { code } of command.problems) {
      this.#take(plan.byProblem.get(code));
    }
    for (const code of valueProblemCodes(command, this.#version)) {
      this.#take(plan.byProblem.get(code));
    }
    const broken = brokenContinuation(command, this.#region);
    this.#take(broken === undefined ? undefined : plan.byProblem.get(broken.kind));
    return this.#taken();
  }

  #plan(id: string): Plan {
    let plans = RelevantRules.#plans.get(this.#rules);
    if (plans === undefined) {
      plans = new Map();
      RelevantRules.#plans.set(this.#rules, plans);
    }
    let plan = plans.get(id);
    if (plan === undefined) {
      plan = planFor(id, this.#rules);
      plans.set(id, plan);
    }
    return plan;
  }

  #take(candidates: readonly Candidate[] | undefined): void {
    for (const { index, text } of candidates ?? []) {
      if (text === undefined || this.#hasText(text)) {
        this.#isTaken[index] = true;
      }
    }
  }

  /** What was taken; nothing is any more. */
  #taken(): number[] {
    const places: number[] = [];
    for (let place = 0; place < this.#isTaken.length; place++) {
      if (this.#isTaken[place] === true) {
        places.push(place);
        this.#isTaken[place] = false;
      }
    }
    return places;
  }

  #hasText(pattern: RegExp): boolean {
    let matches = this.#matches.get(pattern);
    if (matches === undefined) {
      matches = pattern.test(this.#region.text) || (this.#region.raw !== undefined && pattern.test(this.#region.raw));
      this.#matches.set(pattern, matches);
    }
    return matches;
  }
}
