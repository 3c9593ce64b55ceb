/** Reads the command line of `gantry-language-server`. */

export type ServerArguments =
  | { readonly command: 'help' | 'version' }
  | { readonly command: 'serve'; readonly transport: 'stdio' | 'node-ipc' }
  | { readonly command: 'refuse'; readonly reason: string };

export const serverUsage = `Usage: gantry-language-server --stdio

Explains, completes and checks docker commands in shell scripts and Markdown files, for
any editor that speaks the Language Server Protocol.

Options:
  --stdio      Talk over standard input and output
  --node-ipc   Talk over the channel of the Node.js process that started the server
  --help       Show this help
  --version    Show the version
`;

export function readServerArguments(args: readonly string[]): ServerArguments {
  // Editors written for other servers add --clientProcessId; the connection watches that process.
  const own = args.filter((arg, index) => !arg.startsWith('--clientProcessId') && args[index - 1] !== '--clientProcessId');
  if (own.includes('--help') || own.includes('-h')) {
    return { command: 'help' };
  }
  if (own.includes('--version')) {
    return { command: 'version' };
  }
  const unknown = own.find((arg) => arg !== '--stdio' && arg !== '--node-ipc');
  if (unknown !== undefined) {
    return { command: 'refuse', reason: `There is no option "${unknown}".` };
  }
  const [transport, second] = own;
  if (second !== undefined && second !== transport) {
    return { command: 'refuse', reason: 'Choose one of --stdio and --node-ipc.' };
  }
  return transport === undefined ? { command: 'refuse', reason: 'Say how to talk: --stdio' } : { command: 'serve', transport: transport === '--stdio' ? 'stdio' : 'node-ipc' };
}
