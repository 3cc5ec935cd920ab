/** `node tools/toolchain/redis.ts`: prints where a redis-server is, after installing Debian's where there is none. */
import { pathToFileURL } from 'node:url';
import { ensureProgram } from './debian.ts';

/** The path of a redis-server: REDIS_SERVER, one that is installed, or Debian's, installed now. */
export function ensureRedis(): Promise<string> {
  const places = ['/usr/bin/redis-server', 'redis-server', '/opt/homebrew/bin/redis-server'];
  return ensureProgram({
    title: 'Redis',
    package: 'redis-server',
    variable: 'REDIS_SERVER',
    places,
    install: 'redis-server',
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(await ensureRedis());
