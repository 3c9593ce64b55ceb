/** Functions of Go templates that are worth offering in `--format`. */
import type { Word } from './scan/parsed.ts';

export const templateFunctions: readonly Word[] = [
  { text: 'json', meaning: 'Prints the value as JSON: `{{json .}}` for everything, ready for `jq`.' },
  { text: 'range', meaning: 'Repeats what follows for each element, up to `{{end}}`; the dot is then the element.' },
  { text: 'if', meaning: 'Prints what follows, up to `{{end}}`, only when the value is there and not empty.' },
  { text: 'with', meaning: 'As `if`, and the dot becomes the value.' },
  { text: 'else', meaning: 'The other branch of `if`, `with` or `range`.' },
  { text: 'end', meaning: 'Closes `if`, `with` or `range`.' },
  { text: 'index', meaning: 'An element of a list or map: `{{index .Config.Labels "name"}}`, for keys with dots or dashes.' },
  { text: 'join', meaning: 'Joins a list: `{{join .Args " "}}`.' },
  { text: 'split', meaning: 'Splits a text: `{{split .Image ":"}}`.' },
  { text: 'truncate', meaning: 'Cuts a text: `{{truncate .ID 12}}`.' },
  { text: 'pad', meaning: 'Adds blanks: `{{pad .Names 1 1}}`.' },
  { text: 'upper', meaning: 'Upper case.' },
  { text: 'lower', meaning: 'Lower case.' },
  { text: 'title', meaning: 'Upper case for the first letter of each word.' },
  { text: 'println', meaning: 'Prints with a line break at the end.' },
  { text: 'printf', meaning: 'Prints by a format: `{{printf "%.12s" .ID}}`.' },
  { text: 'len', meaning: 'The number of elements.' },
  { text: 'eq', meaning: 'Whether two values are equal: `{{if eq .State.Status "running"}}`.' },
  { text: 'ne', meaning: 'Whether two values differ.' },
  { text: 'and', meaning: 'The first empty value, or the last one.' },
  { text: 'or', meaning: 'The first value that is not empty, or the last one.' },
  { text: 'not', meaning: 'The opposite.' },
];
