/** Where the socket of an engine lies on a host, and what it gives to whoever can use it. */
import { code } from '../text/markdown.ts';

const engineSocket = /^(?:\/var)?\/run(\/user\/\d+)?\/(?:docker\.sock(?:\.raw)?|podman\/podman\.sock)$/;

/** Whom the socket at the path makes of its user: `root on the host` or, without root, the user who runs the engine; undefined for other paths. */
export function powerOfSocket(path: string): string | undefined {
  const found = engineSocket.exec(path);
  return found === null ? undefined : found[1] === undefined ? 'root on the host' : 'as powerful as the user who runs the engine';
}

export function socketMeaning(path: string, power: string): string {
  return `The engine's own socket, ${code(path)} of its machine: whoever can use it is ${power}, as it starts any container. Read-only or not makes no difference to that.`;
}
