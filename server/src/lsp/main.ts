/** The `gantry-language-server` command. */
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { createConnection, IPCMessageReader, IPCMessageWriter, ProposedFeatures, StreamMessageWriter, type Connection } from 'vscode-languageserver/node';
import { readServerArguments, serverUsage } from './arguments.ts';
import { version } from '../version.ts';
import { startSession } from './session.ts';
import { answerUnreadable, StandardInputReader } from './standard-input.ts';

/** The bundle stands in dist/, beside docs/. */
const rulePages = path.join(typeof __dirname === 'string' ? __dirname : '.', '../docs/rules');

// Each keystroke leaves garbage behind that V8 would let pile up to several times the living heap before it collects,
// and it would set thirty megabytes aside for what lives only as long as one.
setFlagsFromString('--heap-growing-percent=30');
setFlagsFromString('--semi-space-growth-factor=1');
// So little is collected by one thread sooner than by several, which wait for each other where all cores are busy.
setFlagsFromString('--no-parallel-scavenge');

function connect(transport: 'stdio' | 'node-ipc'): Connection {
  if (transport === 'stdio') {
    const reader = new StandardInputReader(process.stdin);
    const writer = new StreamMessageWriter(process.stdout);
    answerUnreadable(reader, writer);
    return createConnection(ProposedFeatures.all, reader, writer);
  }
  return createConnection(ProposedFeatures.all, new IPCMessageReader(process), new IPCMessageWriter(process));
}

function refuse(reason: string): void {
  process.stderr.write(`gantry-language-server: ${reason}\nTry "gantry-language-server --help".\n`);
  process.exitCode = 2;
}

const args = readServerArguments(process.argv.slice(2));
switch (args.command) {
  case 'help':
    process.stdout.write(serverUsage);
    break;
  case 'version':
    process.stdout.write(`${version}\n`);
    break;
  case 'refuse':
    refuse(args.reason);
    break;
  case 'serve':
    if (args.transport === 'node-ipc' && process.send === undefined) {
      refuse('--node-ipc works only for a server that a Node.js process started. Use --stdio.');
    } else {
      const connection = connect(args.transport);
      startSession(connection, version, rulePages);
      connection.listen();
    }
}
