/** The script that a newcomer tries the hovers and fixes on: what is wrong in it is wrong on purpose. */
export const exampleScript = `#!/bin/sh
# An example to try Gantry on: rest the mouse on a flag, a value or the word run,
# and press Ctrl+. (Cmd+.) where something is underlined.

docker run -d \\
  --name shop-db \\
  --restart on-failure:5 \\
  --memory 512 \\
  -p 5432:5432 \\
  -e POSTGRES_PASSWORD=tulip-4711 \\
  -v shop-data:/var/lib/postgresql/data,ro \\
  postgres:16.4

docker stop --time 30 shop-db
`;
