/**
 * Runs the cells on one runtime and prints a line for each:
 * `program.mjs SERVER HTTP2_SERVER REJECTED [FILTER]`.
 */
import { runCell } from './cell.ts';
import { CLIENTS } from './clients.ts';
import { MARK, toKey } from './key.ts';

const [server = '', http2Server = '', rejected = '', filter = ''] = process.argv.slice(2);
for (const client of CLIENTS)
  for (const adapter of client.adapters) {
    const key = toKey(client, adapter);
    if (!key.includes(filter)) continue;
    const result = await runCell({ client, adapter, server, http2Server, rejected });
    console.log(`${MARK}${JSON.stringify({ key, result })}`);
  }
// Clients keep connections and timers.
process.exit(0);
