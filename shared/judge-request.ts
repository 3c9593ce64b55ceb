/** A request of our own: what the rules say of a command line that stands in no document, such as that of a running container. */
export const judgeRequest = 'gantry/judge';

export interface Judgement {
  /** A table in Markdown: which hardening measures are there. */
  readonly posture: string;
  readonly findings: readonly { readonly ruleId: string; readonly message: string; readonly severity: string }[];
}
