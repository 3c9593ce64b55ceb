/** Ends a template that is still being written, so that its result can be shown meanwhile. */
import { readTemplate } from '../../../../server/src/language/docker/values/scan/go-template.ts';

/** More than a template has blocks and parentheses that are open. */
const mostAttempts = 12;

/** With the quotes, parentheses, braces and ends that are missing at its end; whatever else is wrong stays. */
export function closeTemplate(template: string): string {
  let closed = template;
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const { failure } = readTemplate(closed);
    switch (failure?.kind) {
      case 'open-action':
        closed += closed.endsWith('}') && !closed.endsWith('}}') ? '}' : '}}';
        break;
      case 'open-string':
        closed += failure.text;
        break;
      case 'missing-end':
        closed += '{{end}}';
        break;
      case 'unexpected': {
        const brace = failure.text === '(' ? closed.lastIndexOf('}}') : -1;
        if (brace < template.length) {
          return closed;
        }
        closed = `${closed.slice(0, brace)})${closed.slice(brace)}`;
        break;
      }
      default:
        return closed;
    }
  }
  return closed;
}
