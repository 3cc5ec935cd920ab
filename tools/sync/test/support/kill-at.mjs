/**
 * A preload: kills the process at the KILL_AT-th change of a file below KILL_ROOT. A write is cut
 * in half first. Without KILL_AT it writes the number of changes to KILL_COUNT.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const root = process.env.KILL_ROOT;
const at = Number(process.env.KILL_AT ?? 0);
const countFile = process.env.KILL_COUNT;
const writeFileSync = fs.writeFileSync;
let count = 0;

for (const name of ['mkdirSync', 'writeFileSync', 'renameSync', 'rmSync', 'copyFileSync']) {
  const original = fs[name];
  fs[name] = (path, ...rest) => {
    if (String(path).startsWith(root) && ++count === at) {
      if (name === 'writeFileSync') original(path, String(rest[0]).slice(0, rest[0].length / 2));
      process.kill(process.pid, 'SIGKILL');
    }
    return original(path, ...rest);
  };
}
syncBuiltinESMExports();
process.on('exit', () => {
  if (countFile) writeFileSync(countFile, String(count));
});
