/** A process with two gateways: one of the same form, and one that converts for Bedrock. */
import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { connectRedisMemory } from '../../../src/node/redis-memory.ts';
import { type GatewayServer, serveGateway } from '../../../src/node/serve.ts';
import type { Upstream } from '../../../src/types.ts';
import {
  MAX_BODY_BYTES,
  MAX_HEADER_BYTES,
  type Measurement,
  type ProcessCommand,
  type ProcessMessage,
  type ProcessSettings,
  TIMES,
} from './protocol.ts';

const settings = JSON.parse(process.argv[2] ?? '') as ProcessSettings;
const report = (message: ProcessMessage): void => void process.send?.(message);
for (const event of ['uncaughtException', 'unhandledRejection'])
  process.on(event, (error: Error) =>
    report({ type: 'problem', text: `${event}: ${error.stack}` }),
  );

const sockets = { accepted: 0, connected: 0 };
const countSocket = (kind: keyof typeof sockets) => (message: unknown) => {
  const { socket } = message as { socket: Socket };
  sockets[kind]++;
  socket.once('close', () => sockets[kind]--);
};
subscribe('net.server.socket', countSocket('accepted'));
subscribe('net.client.socket', countSocket('connected'));

const auth = { mode: 'replace', header: 'x-api-key', value: 'operator-key' } as const;
const bedrock: Upstream = {
  name: 'bedrock',
  platform: 'bedrock',
  url: settings.upstream,
  auth,
  models: { 'claude-opus-5': 'anthropic.claude-opus-5' },
};
const api: Upstream = {
  name: 'api',
  platform: 'claude-api',
  url: settings.upstream,
  auth,
  // Else a message to this model goes to the upstream that lists it, and is converted.
  models: { 'claude-opus-5': 'claude-opus-5' },
};
const redis = await connectRedisMemory(settings.redis);

function serve(upstreams: readonly Upstream[]): Promise<GatewayServer> {
  return serveGateway({
    gateway: { upstreams, maxBodyBytes: MAX_BODY_BYTES, pingMs: TIMES.pingMs },
    port: 0,
    limits: {
      headerBytes: MAX_HEADER_BYTES,
      headersTimeoutMs: TIMES.requestMs,
      requestTimeoutMs: TIMES.requestMs,
      writeTimeoutMs: TIMES.writeMs,
    },
    pools: { headersTimeoutMs: TIMES.headersMs, bodyTimeoutMs: TIMES.bodyMs },
    recovery: { memory: redis.memory },
    log: (_level, message) => {
      if (message.startsWith('recovery: ')) report({ type: 'recovery', event: message.slice(10) });
    },
  });
}
const same = await serve([api, bedrock]);
const converted = await serve([bedrock]);

async function measure(): Promise<Measurement> {
  for (let i = 0; i < 4; i++) {
    globalThis.gc?.();
    await setTimeout(20);
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  const resources: Record<string, number> = {};
  for (const name of process.getActiveResourcesInfo()) resources[name] = (resources[name] ?? 0) + 1;
  const { user, system } = process.cpuUsage();
  return {
    heap: heapUsed,
    buffers: external,
    rss,
    ...sockets,
    resources,
    cpuMicros: user + system,
  };
}

process.on('message', (command: ProcessCommand) => {
  if (command === 'measure')
    void measure().then((measurement) => report({ type: 'measured', measurement }));
  else void close();
});

async function close(): Promise<void> {
  const cut = await Promise.all([same, converted].map((one) => one.close({ shutdownMs: 5_000 })));
  redis.close();
  process.send?.({ type: 'closed', cut: cut.reduce((a, b) => a + b) }, () => process.disconnect());
}

report({ type: 'ready', same: same.url, converted: converted.url });
