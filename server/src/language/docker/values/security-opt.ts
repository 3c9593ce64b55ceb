/** Security options: `no-new-privileges`, `seccomp=FILE`, `apparmor=PROFILE`, `label=disable` … */
import { code, codeOr } from '../../text/markdown.ts';
import { booleanMeant, parseBoolean } from './bool.ts';
import { nearest } from './scan/nearest.ts';
import { dockerOnly, part, safeFix, suggestWords, suggestedFix, wholeProblem } from './scan/parsed.ts';
import type { ParsedValue, ValueContext, ValueFix, ValueGrammar, ValueProblem } from './value-grammar.ts';
import { explainSecurityOption, securityOptionKeys, securityOptionWords } from './words/security-options.ts';

interface Split {
  readonly key: string;
  /** Undefined for the bare word. */
  readonly value: string | undefined;
  readonly separator: '=' | ':' | '';
}

/** The CLI looks for `=` first and for the old `:` only where there is none. */
function split(text: string): Split {
  const equals = text.indexOf('=');
  const at = equals >= 0 ? equals : text === 'no-new-privileges' ? -1 : text.indexOf(':');
  return at < 0 ? { key: text, value: undefined, separator: '' } : { key: text.slice(0, at), value: text.slice(at + 1), separator: equals >= 0 ? '=' : ':' };
}

function invalid(text: string, refusedBy: ValueProblem['refusedBy'], message: string, fixes: readonly ValueFix[] = []): ValueProblem {
  return wholeProblem(text, { code: 'invalid-security-opt', refusedBy, message }, fixes);
}

/** The key that was meant: right but for `_`, letter case or a typing slip. */
function meantKey(key: string): string | undefined {
  const respelled = key.trim().toLowerCase().replaceAll('_', '-');
  const synonym = respelled === 'no-new-privs' || respelled === 'nonewprivileges' ? 'no-new-privileges' : respelled;
  return securityOptionKeys.includes(synonym) ? synonym : nearest(synonym, securityOptionKeys);
}

function withoutValue(text: string, key: string, context: ValueContext): ValueProblem | undefined {
  const meant = meantKey(key);
  if (meant === 'no-new-privileges') {
    return invalid(text, 'cli', `${code(text)} is not a security option; it is spelled \`no-new-privileges\`.`, [safeFix(meant)]);
  }
  if (meant === 'writable-cgroups' && context.podman !== true) {
    return invalid(text, 'cli', 'This option needs a value: write `writable-cgroups=true`.', [safeFix('writable-cgroups=true')]);
  }
  if (text === 'unconfined') {
    return invalid(text, 'cli', 'It is not said what shall be unconfined. Write `seccomp=unconfined` or `apparmor=unconfined`.', [suggestedFix('seccomp=unconfined'), suggestedFix('apparmor=unconfined')]);
  }
  return invalid(text, 'cli', `${codeOr(text, 'An empty value')} sets nothing. Write \`KEY=VALUE\`, such as \`label=disable\`, or \`no-new-privileges\`.`);
}

function refusedByCli(text: string, { key, value }: Split, context: ValueContext): ValueProblem | undefined {
  if (key === 'no-new-privileges') {
    return undefined;
  }
  if (value === undefined) {
    return withoutValue(text, key, context);
  }
  const old = context.version === '20.10.24' && key !== 'seccomp';
  return value === '' && !old ? invalid(text, 'cli', `A value is missing for ${codeOr(key, 'the option')}.`) : undefined;
}

function refusedByEngine(text: string, { key, value }: Split): ValueProblem | undefined {
  if (!securityOptionKeys.includes(key)) {
    const meant = meantKey(key);
    const message = `${codeOr(key, 'An empty name')} is not a security option that the engine knows.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`}`;
    return invalid(text, 'engine', message, meant === undefined ? [] : [{ ...safeFix(meant), start: 0, end: key.length }]);
  }
  const isBoolean = key === 'no-new-privileges' || key === 'writable-cgroups';
  if (isBoolean && value !== undefined && parseBoolean(value) === undefined) {
    const meant = booleanMeant(value);
    const fixed = meant === undefined ? undefined : key === 'no-new-privileges' && meant === 'true' ? key : `${key}=${meant}`;
    return invalid(text, 'engine', `${codeOr(value, 'An empty value')} is not a boolean. Write \`true\` or \`false\`.`, fixed === undefined ? [] : [safeFix(fixed)]);
  }
  if (key === 'systempaths' && value !== 'unconfined') {
    return invalid(text, 'engine', 'The only value of `systempaths` is `unconfined`.', [suggestedFix('systempaths=unconfined')]);
  }
  return undefined;
}

/** Accepted, but old-fashioned or without effect. */
function remarks(text: string, { key, value, separator }: Split): ValueProblem[] {
  if (key === 'no-new-privileges') {
    const noEffect = value !== undefined && parseBoolean(value) === false;
    const message = 'This leaves the protection off, as it is without the option. Write `no-new-privileges` to turn it on.';
    return noEffect ? [wholeProblem(text, { code: 'limit-has-no-effect', refusedBy: 'nobody', message })] : [];
  }
  if (separator !== ':') {
    return [];
  }
  const fix = { title: 'Write `=` instead of `:`', start: key.length, end: key.length + 1, newText: '=', safe: true };
  return [wholeProblem(text, { code: 'legacy-alias', refusedBy: 'nobody', message: `The colon is an old separator. Write ${code(`${key}=${value ?? ''}`)}.` }, [fix])];
}

function parse(text: string, context: ValueContext): ParsedValue {
  const found = split(text);
  const { key, value } = found;
  const byCli = refusedByCli(text, found, context);
  if (byCli !== undefined) {
    return { parts: [], problems: dockerOnly(context, [byCli]) };
  }
  const byEngine = refusedByEngine(text, found);
  const explained = explainSecurityOption(key, value);
  const parts = explained === undefined ? [] : [part(0, key.length, 'option', explained.option), ...(value === undefined || value === '' ? [] : [part(key.length + 1, text.length, 'value', explained.value)])];
  return { parts, problems: byEngine === undefined ? remarks(text, found) : dockerOnly(context, [byEngine]) };
}

export const securityOpt: ValueGrammar = {
  kind: 'security-opt',
  form: '`no-new-privileges`, or `KEY=VALUE` with `seccomp`, `apparmor`, `label`, `systempaths`, `writable-cgroups`',
  example: 'no-new-privileges',
  parse,
  suggest: (value) => suggestWords(securityOptionWords, 0, value.length),
};
