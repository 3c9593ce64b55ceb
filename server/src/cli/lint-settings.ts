/** What applies to each file of `gantry lint`: its nearest configuration file, and over it the options of the command line. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { analysisSettings } from '../files/analysis-settings.ts';
import { ConfigurationFiles } from '../files/configuration-files.ts';
import { fileProbe } from '../files/file-probe.ts';
import { IgnoredByGit } from '../files/ignored-by-git.ts';
import { isInside } from '../files/read-text.ts';
import type { Threshold } from '../language/rules/severities.ts';
import type { LoadedConfiguration } from '../language/configuration/load.ts';
import { noConfiguration, type ResolvedConfiguration } from '../language/configuration/resolve.ts';
import type { AnalysisSettings } from '../language/features/snapshot.ts';
import type { FileProbe } from '../language/rules/rule.ts';
import { LineIndex } from '../language/text/line-index.ts';
import type { LintArguments } from './arguments.ts';

export interface FileSettings {
  readonly analysis: AnalysisSettings;
  /** From which severity on the file fails the run. */
  readonly failOn: Threshold;
}

export class LintSettings {
  readonly #args: LintArguments;
  readonly #cwd: string;
  readonly #complain: (message: string) => void;
  readonly #files = new ConfigurationFiles();
  readonly #roots = new Map<string, string>();
  readonly #told = new Set<string>();
  readonly #made = new Map<ResolvedConfiguration, FileSettings>();
  readonly #ignored = new IgnoredByGit();

  /** `complain` hears of every mistake in the configuration files that are used, once. */
  constructor(args: LintArguments, cwd: string, complain: (message: string) => void) {
    this.#args = args;
    this.#cwd = cwd;
    this.#complain = complain;
  }

  /** `file` is absolute, and undefined for text without a place. */
  of(file: string | undefined): FileSettings {
    const place = file ?? path.join(this.#cwd, 'stdin');
    const made = this.#settingsFor(place);
    return file === undefined ? made : { ...made, analysis: { ...made.analysis, files: this.#filesAround(file) } };
  }

  #settingsFor(file: string): FileSettings {
    const loaded = this.#configurationOf(file);
    const resolved = loaded?.configuration.for(file) ?? noConfiguration;
    const made = this.#made.get(resolved) ?? {
      analysis: analysisSettings(resolved, this.#args, { kindOf: () => 'unknown' }),
      failOn: this.#args.failOn ?? resolved.failOn ?? 'warning',
    };
    this.#made.set(resolved, made);
    return made;
  }

  /** What git ignores is often made where the script runs, and missing where it is checked. */
  #filesAround(file: string): FileProbe {
    const folder = path.dirname(file);
    const root = this.#rootOf(folder);
    const probe = fileProbe(file, [root]);
    return {
      kindOf: (asked) => {
        const kind = probe.kindOf(asked);
        const isIgnored = kind === 'missing' && [folder, root].some((base) => this.#ignored.has(path.resolve(base, asked), root));
        return isIgnored ? 'unknown' : kind;
      },
    };
  }

  #configurationOf(file: string): LoadedConfiguration | undefined {
    const { config } = this.#args;
    if (config === 'none') {
      return undefined;
    }
    const named = config === undefined ? undefined : path.resolve(this.#cwd, config.file);
    const loaded = named === undefined ? this.#files.of(file, this.#rootOf(path.dirname(file))) : this.#files.load(named, this.#rootOf(path.dirname(named)));
    if (loaded !== undefined) {
      this.#tell(loaded);
    }
    return loaded;
  }

  /** The repository that the folder belongs to, else the working directory, else the folder alone. */
  #rootOf(folder: string): string {
    const known = this.#roots.get(folder);
    if (known !== undefined) {
      return known;
    }
    let root = isInside(this.#cwd, folder) ? this.#cwd : folder;
    for (let above = folder; ; above = path.dirname(above)) {
      if (existsSync(path.join(above, '.git'))) {
        root = above;
        break;
      }
      if (above === path.dirname(above)) {
        break;
      }
    }
    this.#roots.set(folder, root);
    return root;
  }

  #tell({ files }: LoadedConfiguration): void {
    for (const { path: file, text, problems } of files) {
      if (this.#told.has(file)) {
        continue;
      }
      this.#told.add(file);
      const name = isInside(this.#cwd, file) ? path.relative(this.#cwd, file).split(path.sep).join('/') : file;
      const lines = new LineIndex(text);
      for (const { span, message } of problems) {
        const { line, column } = lines.positionAt(span.start);
        this.#complain(`${name}:${line + 1}:${column + 1}: ${message}`);
      }
    }
  }
}
