/** The entry of `npm run generate`. Runs src/cli.ts with a compile cache, which saves time. */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../../.cache/node', import.meta.url)));
await import('./src/cli.ts');
