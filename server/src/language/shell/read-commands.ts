/** The commands in a region, whatever its dialect. */
import { findPlaceholders } from './placeholders.ts';
import type { Region } from './region.ts';
import { readScript } from './script-reader.ts';
import { parseScript, unclosedAt, type ParsedScript } from './script.ts';
import type { ShellCommand } from './shell-command.ts';
import { fillHoles, type ShellSource } from './shell-source.ts';
import { readWindowsCommands } from './windows-commands.ts';
import { asOtherShells } from './zsh-syntax.ts';

/**
 * The region's text without what would end up in words and hide the end of here-documents: the blanks that stand for list and
 * quote marks, and those that stand for carriage returns.
 */
function shellText({ text, raw, linePrefix: { length } }: Region): { readonly text: string; readonly offsets?: readonly number[] } {
  const hasReturns = raw?.includes('\r\n') === true && text.includes('<<');
  if (!hasReturns && (length === 0 || !text.includes('\n'))) {
    return { text };
  }
  let stripped = '';
  const offsets: number[] = [];
  for (let line = 0; line < text.length; ) {
    let at = line;
    while (line > 0 && at - line < length && text.charAt(at) === ' ') {
      at++;
    }
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline + 1;
    const last = hasReturns && text.charAt(newline - 1) === ' ' && raw.charAt(newline - 1) === '\r' ? newline - 1 : end;
    stripped += text.slice(at, last) + (last < end ? '\n' : '');
    for (; at < end; at++) {
      if (at !== last) {
        offsets.push(at);
      }
    }
    line = end;
  }
  offsets.push(text.length);
  return { text: stripped, offsets };
}

/** So many stray quotes in one block are survived. */
const mostStrays = 20;

/** The end of the line with the first quote that is never closed; negative without one. */
function strayEnd(text: string, script: ParsedScript): number {
  const [unclosed] = unclosedAt(script);
  return unclosed === undefined ? -1 : text.indexOf('\n', unclosed);
}

/**
 * The source as scripts, most often one. In prose a quote that is never closed is most likely an apostrophe in output, so
 * it ends with its line; otherwise it would hide every command below.
 */
export function posixParts({ text }: ShellSource, isProse: boolean): { readonly text: string; readonly script: ParsedScript }[] {
  const parts: { text: string; script: ParsedScript }[] = [];
  let rest = { text, script: parseScript(text) };
  for (let strays = 0; isProse && strays < mostStrays; strays++) {
    const lineEnd = strayEnd(rest.text, rest.script);
    if (lineEnd < 0) {
      break;
    }
    const before = rest.text.slice(0, lineEnd);
    parts.push({ text: before, script: parseScript(before) });
    const after = ' '.repeat(lineEnd) + rest.text.slice(lineEnd);
    rest = { text: after, script: parseScript(after) };
  }
  return [...parts, rest];
}

/** The region as its shell reads it: without what belongs to the document around it, and with its holes filled. */
export function sourceOf(region: Region, isProgram: (name: string) => boolean): ShellSource {
  const { text, offsets } = shellText(region);
  const holes = findPlaceholders(text, region.origin === 'script' ? 'script' : region.isUnit === true ? 'unit' : 'prose', isProgram);
  const filled = fillHoles(text, holes);
  return { text: region.keepsVariables === true ? asOtherShells(filled) : filled, original: text, holes, region: region.text, ...(offsets && { offsets }) };
}

/** The commands of the region whose program, wrappers aside, is asked for; in the order they are written. */
export function readCommands(region: Region, isProgram: (name: string) => boolean): ShellCommand[] {
  const source = sourceOf(region, isProgram);
  const found: ShellCommand[] = [];
  if (region.dialect !== 'posix') {
    for (const command of readWindowsCommands(source, region.dialect, isProgram)) {
      found.push(command);
    }
  } else {
    for (const { text, script } of posixParts(source, region.origin !== 'script')) {
      readScript({ ...source, text }, { isProgram, splitting: region.keepsVariables === true ? 'nothing' : 'blanks', found }, script);
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
