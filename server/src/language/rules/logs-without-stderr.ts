/** Reports `docker logs web | grep …` and `docker logs web > file`: what the container wrote to standard error passes by. */
import { insert } from '../text/edit.ts';
import type { Rule } from './rule.ts';

/** Programs that look at what they get; to others, such as `sh`, errors are better not handed. */
const pipe = /^(?=[ \t]*(?:\\\n[ \t]*)?\|[ \t]*(?:e?grep|rg|awk|sed|jq|head|tail|wc|less|more|tee|sort|cut)\b)/;

const file = /^[ \t]*>>?[ \t]*(?!\/dev\/)(?:"[^"\n]*"|'[^'\n]*'|[^\s;|&<>()]+)(?![^\n;|]*(?:2>|>&))/;

/** Both streams are one in the whole script. */
const mergesAll = /^[ \t]*exec\b[^\n]*2>&1/m;

export const logsWithoutStderr: Rule = {
  id: 'logs-without-stderr',
  title: 'Standard output of the logs without standard error',
  refusedBy: 'nobody',
  severity: { script: 'info', markdown: 'off' },
  docs: {
    why: '`docker logs` keeps both streams of the container apart: what it wrote to standard error comes out at standard error, beside the pipe or the file. Many servers write their whole log there, so `docker logs web | grep ERROR` finds nothing, prints the unfiltered lines on the screen, and a script takes the empty answer for good news. `2>&1` puts both together; behind a file name it stands last.',
    whenToIgnore: 'The container has a terminal (`-t`), which knows one stream only, or errors are not asked for.',
    references: ['[docker container logs](https://docs.docker.com/reference/cli/docker/container/logs/)'],
  },
  examples: [
    { bad: 'docker ⟦logs⟧ web | grep ERROR\n', fixed: 'docker logs web 2>&1 | grep ERROR\n' },
    { bad: 'docker container ⟦logs⟧ --tail 100 "$NAME" | jq .level\n', fixed: 'docker container logs --tail 100 "$NAME" 2>&1 | jq .level\n' },
    { bad: 'docker ⟦logs⟧ web > "$DIR/web.log"\n', fixed: 'docker logs web > "$DIR/web.log" 2>&1\n' },
  ],
  silent: [
    'docker logs web 2>&1 | grep ERROR\n',
    'docker logs web |& grep ERROR\n',
    'docker logs web 2>/dev/null | grep ready\n',
    'docker logs web > web.log 2>&1\n',
    'docker logs web > web.log 2> web.err\n',
    'docker logs web &> web.log\n',
    'docker logs web > /dev/null\n',
    'exec > run.log 2>&1\ndocker logs web | grep ready\n',
    'docker logs web || exit 1\n',
    'docker logs --help | less\n',
  ],
  causes: [{ commands: ['logs'] }],
  check: (command, { region, report }) => {
    const { span, dialect, nested } = command.shell;
    const word = command.path.at(-1);
    const behind = dialect === 'posix' && !nested ? region.text.slice(span.end, span.end + 400) : '';
    const taken = (pipe.exec(behind) ?? file.exec(behind))?.[0];
    if (command.facts?.id !== 'logs' || word === undefined || taken === undefined || command.help || region.text.slice(span.start, span.end).includes('2>') || mergesAll.test(region.text)) {
      return;
    }
    report({
      span: word.span,
      message: taken === '' ? 'What the container wrote to standard error does not reach the pipe. Write `2>&1` in front of it.' : 'What the container wrote to standard error is not in the file. Write `2>&1` behind it.',
      fixes: [{ title: 'Write `2>&1`', safe: false, edits: [insert(span.end + taken.length, ' 2>&1')] }],
    });
  },
};
