/** The entry of `npm run generate`: the same as src/cli.ts, with what Node has compiled before kept in .cache, which halves its start. */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../../.cache/node', import.meta.url)));
await import('./src/cli.ts');
