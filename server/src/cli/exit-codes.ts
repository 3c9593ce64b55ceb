/** What the command line tells the shell. */
export const exitCodes = { clean: 0, findings: 1, trouble: 2 } as const;
