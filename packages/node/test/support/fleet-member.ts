/**
 * One process of a fleet: `node fleet-member.ts <redis> <api> <betas>` sends one message, and
 * prints the betas that the plan ended with.
 */
import Anthropic from '@anthropic-ai/sdk';
import { createStorage } from 'unstorage';
import redis from 'unstorage/drivers/redis';
import { betaMiddleware, betaRecovery, type PlanEvent, storageMemory } from '../../src/index.ts';

const [url = '', baseURL = '', betas = ''] = process.argv.slice(2);
const storage = createStorage({ driver: redis({ url }) });
let last: PlanEvent['plan'] | undefined;
const client = new Anthropic({
  apiKey: 'none',
  baseURL,
  maxRetries: 0,
  middleware: [
    betaMiddleware({
      recover: betaRecovery({ memory: storageMemory(storage), memoryTimeoutMs: 60_000 }),
      onPlan: ({ plan }) => {
        last = plan;
      },
    }),
  ],
});
await client.beta.messages.create({
  model: 'claude-opus-5-5',
  max_tokens: 8,
  messages: [{ role: 'user', content: 'Hello' }],
  betas: betas.split(','),
});
console.log(last?.betas.join(','));
await storage.dispose();
