/** An empty field between commas: a comma was typed twice or left at an end, or a variable gave nothing. */
import type { ValueProblem } from '../value-grammar.ts';
import type { Slice } from './slice.ts';

/** The comma that makes the field an empty one; undefined for a field that holds something, if only quotes. */
export function strayComma(value: string, field: Slice): Pick<ValueProblem, 'start' | 'end' | 'message' | 'fixes'> | undefined {
  const at = value.charAt(field.start - 1) === ',' ? field.start - 1 : field.start;
  if (field.start !== field.end || value.charAt(at) !== ',') {
    return undefined;
  }
  const comma = { start: at, end: at + 1 };
  return { ...comma, message: 'Nothing stands on one side of this comma, which is refused. Remove it, or write what is missing.', fixes: [{ ...comma, title: 'Remove the comma', newText: '', safe: true }] };
}
