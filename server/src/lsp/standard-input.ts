/** Standard input as messages; its end means `exit`, said after all that came before it, even when both arrive at once. */
import { finished, PassThrough, type Readable } from 'node:stream';
import { ErrorCodes, StreamMessageReader, type DataCallback, type Disposable, type Message, type MessageReader, type MessageWriter, type ResponseMessage } from 'vscode-languageserver/node';

interface Notification extends Message {
  readonly method: 'exit';
}

const exit: Notification = { jsonrpc: '2.0', method: 'exit' };

export class StandardInputReader extends StreamMessageReader {
  readonly #input: Readable;

  constructor(input: Readable) {
    // The connection must not see the input close: it would refuse to answer what it has yet to read.
    super(input.pipe(new PassThrough(), { end: false }));
    this.#input = input;
  }

  override listen(callback: DataCallback): Disposable {
    let heard = 0;
    const listening = super.listen((message) => {
      heard++;
      callback(message);
    });
    // Messages that came in one chunk are handed over one a turn of the event loop; a turn without one is the last.
    const exitAfter = (before: number): void => {
      setImmediate(() => setImmediate(() => (heard === before ? callback(exit) : exitAfter(heard))));
    };
    finished(this.#input, () => exitAfter(-1));
    return listening;
  }
}

/** Tells the sender of what is no message, whose number nobody knows: the protocol library would drop it in silence. */
export function answerUnreadable(reader: MessageReader, writer: MessageWriter): void {
  reader.onError((error) => {
    // Faults of the stream itself have a code.
    if (!('code' in error)) {
      const answer: ResponseMessage = { jsonrpc: '2.0', id: null, error: { code: ErrorCodes.ParseError, message: `A message could not be read. ${error.message}` } };
      // Where nobody reads any more there is nobody to tell.
      writer.write(answer).catch(() => undefined);
    }
  });
}
