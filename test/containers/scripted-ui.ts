/** A user whose answers are known beforehand, and who remembers everything that was asked and told. */
import assert from 'node:assert/strict';
import type { ComposeQuestion, ConfirmQuestion, NamedText, PickQuestion, Report, TextQuestion, Ui } from '../../client/src/containers/ui.ts';
import type { Memory } from '../../client/src/containers/action.ts';
import type { Engine } from '../../client/src/engine/engine.ts';
import type { TerminalProgram, TerminalSession } from '../../client/src/containers/terminal-session.ts';

/** `undefined` dismisses a question. Texts choose the item of that label; lists those of a pick of many, or what is typed and chosen in turn. */
export type Answer = string | readonly string[] | boolean | undefined;

export const noMemory: Memory = { get: () => undefined, set: () => undefined };

export class ScriptedUi implements Ui {
  readonly asked: { readonly title: string; readonly texts: readonly string[] }[] = [];
  readonly reports: Report[] = [];
  readonly progressed: string[] = [];
  readonly shown: { readonly name: string; readonly text: string }[] = [];
  readonly opened: string[] = [];
  /** Ids whose use was asked for. */
  readonly measured: (readonly string[] | 'all')[] = [];
  readonly terminals: TerminalSession[] = [];
  readonly programs: TerminalProgram[] = [];
  /** Where files were said to be written: container and path. */
  readonly written: (readonly [container: string, path: string])[] = [];
  copied: string | undefined;
  /** Aborts when the user presses Cancel. */
  readonly cancel = new AbortController();
  readonly #answers: Answer[];

  constructor(...answers: readonly Answer[]) {
    this.#answers = [...answers];
  }

  /** Every text that the user has seen. */
  get seen(): string {
    return JSON.stringify([this.asked, this.reports, this.progressed]);
  }

  /** Fails where the user was asked less than the script foresaw. */
  done(): void {
    assert.deepEqual(this.#answers, []);
  }

  pick<T>({ title, placeholder, items }: PickQuestion<T>): Promise<T | undefined> {
    const answer = this.#answer(title, [placeholder, ...items.flatMap(({ label, description = '', detail = '' }) => [label, description, detail])]);
    return Promise.resolve(typeof answer === 'string' ? this.#chosen(items, answer) : undefined);
  }

  pickMany<T>({ title, placeholder, items }: PickQuestion<T>): Promise<readonly T[] | undefined> {
    const answer = this.#answer(title, [placeholder, ...items.flatMap(({ label, description = '', detail = '' }) => [label, description, detail])]);
    return Promise.resolve(Array.isArray(answer) ? answer.map((label) => this.#chosen(items, label as string)) : undefined);
  }

  compose<T>({ title, placeholder, rows }: ComposeQuestion<T>): Promise<T | undefined> {
    const answer = this.#answer(title, [placeholder, ...rows('').flatMap(({ label, description = '', detail = '' }) => [label, description, detail])]);
    let text = '';
    for (const each of Array.isArray(answer) ? (answer as readonly string[]) : []) {
      const choice = rows(text).find(({ label }) => label === each)?.choice;
      if (choice !== undefined && 'value' in choice) {
        return Promise.resolve(choice.value);
      }
      text = choice?.text ?? each;
      this.progressed.push(...rows(text).map(({ label, description = '', detail = '' }) => [label, description, detail].join(' | ')));
    }
    return Promise.resolve(undefined);
  }

  ask({ title, prompt, value = '', validate }: TextQuestion): Promise<string | undefined> {
    const answer = this.#answer(title, [prompt, value]);
    if (typeof answer !== 'string') {
      return Promise.resolve(undefined);
    }
    const problem = validate?.(answer);
    assert.equal(problem, undefined);
    return Promise.resolve(answer);
  }

  confirm({ message, detail, confirm }: ConfirmQuestion): Promise<boolean> {
    return Promise.resolve(this.#answer(message, [detail, confirm]) === true);
  }

  saveAs({ title, fileName }: { readonly title: string; readonly fileName: string }): Promise<string | undefined> {
    const answer = this.#answer(title, [fileName]);
    return Promise.resolve(typeof answer === 'string' ? answer : undefined);
  }

  openLocal({ title, button }: { readonly title: string; readonly button: string }): Promise<readonly string[] | undefined> {
    const answer = this.#answer(title, [button]);
    return Promise.resolve(Array.isArray(answer) ? (answer as readonly string[]) : undefined);
  }

  browseFiles(_: Engine, container: string): Promise<void> {
    this.opened.push(container);
    return Promise.resolve();
  }

  progress<T>({ title }: { readonly title: string }, work: (report: (message: string) => void, signal: AbortSignal) => Promise<T>): Promise<T> {
    this.progressed.push(title);
    return work((message) => this.progressed.push(message), this.cancel.signal);
  }

  report(report: Report): void {
    this.reports.push(report);
  }

  copy(text: string): Promise<void> {
    this.copied = text;
    return Promise.resolve();
  }

  showText(name: string, text: string): Promise<void> {
    this.shown.push({ name, text });
    return Promise.resolve();
  }

  showReport(name: string, text: string): Promise<void> {
    return this.showText(name, text);
  }

  async showLive(name: string, write: () => Promise<string>): Promise<void> {
    this.shown.push({ name, text: await write() });
  }

  showDifference(title: string, left: NamedText, right: NamedText): Promise<void> {
    this.shown.push(left, right);
    this.progressed.push(title);
    return Promise.resolve();
  }

  openTerminal(session: TerminalSession): void {
    this.terminals.push(session);
  }

  runInTerminal(program: TerminalProgram): void {
    this.programs.push(program);
  }

  noteFiles(_: Engine, container: string, path: string): void {
    this.written.push([container, path]);
  }

  showStats(containers: readonly string[] | 'all'): void {
    this.measured.push(containers);
  }

  toggleUsage(container: string): void {
    this.measured.push([container]);
  }

  openInBrowser(url: string): Promise<void> {
    this.opened.push(url);
    return Promise.resolve();
  }

  #answer(title: string, texts: readonly string[]): Answer {
    this.asked.push({ title, texts });
    assert.ok(this.#answers.length > 0, `Nobody foresaw the question "${title}".`);
    return this.#answers.shift();
  }

  #chosen<T>(items: PickQuestion<T>['items'], label: string): T {
    const item = items.find((each) => each.label === label);
    assert.ok(item !== undefined, `${label} is not among ${items.map((each) => each.label).join(', ')}`);
    return item.value;
  }
}
