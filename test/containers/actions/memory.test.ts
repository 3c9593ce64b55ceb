/** The shared suite of the actions on the engine in memory. */
import { randomUUID } from 'node:crypto';
import { MatrixEngine } from './matrix-engine.ts';
import { actionsSuite } from './suite.ts';

actionsSuite('an engine in memory', () => {
  const matrix = new MatrixEngine();
  const engine = matrix.port;
  return Promise.resolve({
    make: (state, seed) => Promise.resolve({ engine, container: matrix.add(state, seed) }),
    vanish: ({ container }) => {
      matrix.vanish(container.id);
      return Promise.resolve();
    },
    freshName: () => `n${randomUUID().slice(0, 8)}`,
    imageName: 'committed:1',
    close: () => Promise.resolve(),
  });
});
