/**
 * A preload: kills the process at the KILL_AT-th change of a file below KILL_ROOT; a write is cut
 * in half first. With KILL_ERROR (ENOSPC, EROFS) that change and every later one fails instead,
 * as on a full disk or a read-only tree.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { KILL_ROOT: root, KILL_ERROR: code } = process.env;
const at = Number(process.env.KILL_AT ?? 0);
const REASONS = { ENOSPC: 'no space left on device', EROFS: 'read-only file system' };
let count = 0;

for (const name of ['mkdirSync', 'writeFileSync', 'renameSync', 'rmSync', 'copyFileSync']) {
  const original = fs[name];
  fs[name] = (path, ...rest) => {
    // Deleting needs no space.
    const isCounted = String(path).startsWith(root) && !(code === 'ENOSPC' && name === 'rmSync');
    if (isCounted && ++count >= at) {
      if (code === undefined && count > at) return original(path, ...rest);
      const half = String(rest[0]).slice(0, String(rest[0]).length / 2);
      if (name === 'writeFileSync' && code !== 'EROFS') original(path, half);
      if (code === undefined) process.kill(process.pid, 'SIGKILL');
      else throw Object.assign(new Error(`${code}: ${REASONS[code]}, ${name} '${path}'`), { code });
    }
    return original(path, ...rest);
  };
}
syncBuiltinESMExports();
