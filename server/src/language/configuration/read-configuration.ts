/** Reads one configuration file: what it says, and every mistake in it. */
import { cliVersionFor } from '../docker/versions.ts';
import type { ConfigurationProblem, Extension, FileConfiguration, GeneralSettings } from './configuration.ts';
import { readJson, spanOf, valueAt, type JsonNode } from './json-text.ts';
import { configurationKeys, type ConfigurationKey } from './keys.ts';
import { NodeReader } from './node-reader.ts';
import { presetNames } from './presets.ts';
import { readOverride, readRules } from './read-rules.ts';
import { thresholds } from '../rules/severities.ts';
import { code } from '../text/markdown.ts';

function readExtends(reader: NodeReader, node: JsonNode): Extension[] {
  const nodes = node.type === 'string' ? [node] : reader.list(node, '`extends`');
  return nodes.flatMap((one): Extension[] => {
    const text = reader.text(one, 'What is extended');
    const preset = presetNames.find((name) => name === text);
    if (text === undefined) {
      return [];
    }
    if (preset !== undefined) {
      return [{ preset, span: spanOf(one) }];
    }
    if (/^\.\.?\//.test(text)) {
      return [{ path: text, span: spanOf(one) }];
    }
    reader.unknown(one, text, presetNames, 'There is no preset', ` There are ${presetNames.join(', ')}; the path of a file begins with \`./\`.`);
    return [];
  });
}

function registryProblem(text: string): string | undefined {
  return /^[^\s:/]+(?::\d+)?(?:\/[^\s:]*)?$/.test(text) ? undefined : `${code(text)} is no registry. Write its name alone, as in \`ghcr.io\`, \`*.example.com\` or \`docker.io/library\`.`;
}

function fenceProblem(text: string): string | undefined {
  return /^[\w+#.-]+$/.test(text) ? undefined : `${code(text)} is no name of a language: write the first word behind the backquotes of the fence.`;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

type Reading = Writable<Omit<FileConfiguration, 'general'>> & { readonly general: Writable<GeneralSettings> };

const readers: Readonly<Record<ConfigurationKey, (reader: NodeReader, node: JsonNode, into: Reading) => void>> = {
  $schema: () => undefined,
  extends: (reader, node, into) => {
    into.extends = readExtends(reader, node);
  },
  rules: (reader, node, into) => {
    into.rules = readRules(reader, node);
  },
  overrides: (reader, node, into) => {
    into.overrides = reader.list(node, '`overrides`').flatMap((one) => readOverride(reader, one));
  },
  trustedRegistries: (reader, node, into) => {
    into.general.trustedRegistries = reader.texts(node, '`trustedRegistries`', 'A registry', registryProblem);
  },
  dockerVersion: (reader, node, into) => {
    const text = reader.text(node, '`dockerVersion`');
    const version = text === undefined ? undefined : cliVersionFor(text);
    if (version !== undefined) {
      into.general.dockerVersion = version;
    } else if (text !== undefined) {
      reader.report(node, `${code(text)} is no version of Docker. Write one such as \`24.0\` or \`28.2.2\`, or \`latest\`.`);
    }
  },
  fences: (reader, node, into) => {
    into.general.fences = reader.texts(node, '`fences`', 'A name', fenceProblem);
  },
  failOn: (reader, node, into) => {
    const threshold = reader.oneOf(node, '`failOn`', thresholds);
    if (threshold !== undefined) {
      into.general.failOn = threshold;
    }
  },
  reportUnusedIgnores: (reader, node, into) => {
    const flag = reader.flag(node, '`reportUnusedIgnores`');
    if (flag !== undefined) {
      into.general.reportUnusedIgnores = flag;
    }
  },
};

export interface ReadConfiguration {
  readonly configuration: FileConfiguration;
  /** In the order of the file. */
  readonly problems: readonly ConfigurationProblem[];
}

function isKey(name: string): name is ConfigurationKey {
  return Object.hasOwn(configurationKeys, name);
}

function readRoot(root: JsonNode | undefined, reader: NodeReader): FileConfiguration {
  const into: Reading = { extends: [], rules: new Map(), overrides: [], general: {} };
  for (const { name, key, value } of root === undefined ? [] : reader.properties(root, 'The configuration')) {
    if (isKey(name)) {
      readers[name](reader, value, into);
    } else {
      const known = Object.keys(configurationKeys);
      reader.unknown(key, name, known, 'There is no key', ` There are ${known.filter((one) => one !== '$schema').join(', ')}.`);
    }
  }
  return into;
}

/**
 * Reads the text of a file as far as it makes sense. Of a `package.json` the value of its key `gantry` is the
 * configuration: undefined where it has none.
 */
export function readConfiguration(text: string, isPackage = false): ReadConfiguration | undefined {
  const { root: whole, problems } = readJson(text);
  const root = isPackage ? valueAt(whole?.type === 'object' ? whole : undefined, ['gantry']) : whole;
  if (isPackage && root === undefined) {
    return undefined;
  }
  const reader = new NodeReader();
  const configuration = readRoot(root, reader);
  const found = [...problems.map((problem) => ({ ...problem, fixes: [] })), ...reader.problems];
  return { configuration, problems: found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end) };
}
