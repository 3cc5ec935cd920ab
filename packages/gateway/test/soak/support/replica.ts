/** One replica of a fleet: a gateway with its own connection to the memory of all. */
import { setTimeout } from 'node:timers/promises';
import { connectRedisMemory } from '../../../src/node/redis-memory.ts';
import { serveGateway } from '../../../src/node/serve.ts';
import type { Upstream } from '../../../src/types.ts';

/** The settings of a replica. They can be sent to another process. */
export interface ReplicaSettings {
  readonly redis: string;
  readonly upstreams: readonly Upstream[];
}

/** A replica that listens. */
export interface Replica {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts a replica, and waits until it reaches the memory. */
export async function serveReplica({ redis, upstreams }: ReplicaSettings): Promise<Replica> {
  const connection = await connectRedisMemory(redis);
  const isConnected = async (): Promise<boolean> => {
    try {
      await connection.memory.get('any');
      return true;
    } catch {
      return false;
    }
  };
  for (let i = 0; i < 400 && !(await isConnected()); i++) await setTimeout(50);
  const server = await serveGateway({
    gateway: { upstreams },
    port: 0,
    // A slow machine must not look like a memory that is down.
    recovery: { memory: connection.memory, memoryTimeoutMs: 20_000 },
  });
  return {
    url: server.url,
    async close() {
      await server.close({ shutdownMs: 1_000 });
      connection.close();
    },
  };
}
