/** Matches paths against the globs of a configuration file; the only file that knows the glob library. */
import picomatch from 'picomatch/posix.js';
import { code } from '../text/markdown.ts';

/** Nobody writes a longer one by hand. */
const longest = 1_000;

const options = { dot: true, noextglob: true, strictBrackets: true };

/** What is wrong with the glob, as a sentence; undefined when it can be used. */
export function globProblem(glob: string): string | undefined {
  const pattern = glob.replace(/^!/, '');
  if (pattern.trim() === '') {
    return 'An empty glob matches no file.';
  }
  if (glob.length > longest) {
    return `A glob has at most ${longest} characters.`;
  }
  if (pattern.includes('\\')) {
    return `${code(glob)} holds a backslash. Write \`/\` between folders, on Windows too.`;
  }
  if (/^(?:\/|[A-Za-z]:)/.test(pattern) || pattern.split('/').includes('..')) {
    return `${code(glob)} leads out of the folder of this file. Globs are relative to it.`;
  }
  try {
    picomatch(pattern, options);
    return undefined;
  } catch {
    return `${code(glob)} is no glob: a bracket or brace is not closed.`;
  }
}

/** A folder stands for all in it, a glob without a slash for names in every folder; a leading `./` says nothing else. */
function normal(glob: string): string {
  const pattern = glob.replace(/^\.\//, '');
  return pattern.endsWith('/') ? `${pattern}**` : glob.includes('/') ? pattern : `**/${pattern}`;
}

/** Whether a path below the folder of the globs matches: one of them, and none that begins with `!`. */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const matchers = (list: readonly string[]) => list.map((glob) => picomatch(normal(glob), options));
  const wanted = matchers(globs.filter((glob) => !glob.startsWith('!')));
  const unwanted = matchers(globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1)));
  return (path) => (wanted.length === 0 || wanted.some((matches) => matches(path))) && !unwanted.some((matches) => matches(path));
}
