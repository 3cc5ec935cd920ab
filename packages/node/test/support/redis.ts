/** Starts a redis-server for a test, on a free port, in a folder that is deleted afterwards. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Redis {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a server and waits until it takes connections. */
export async function startRedis(): Promise<Redis> {
  const program = process.env['REDIS_SERVER'] ?? 'redis-server';
  const folder = await mkdtemp(join(tmpdir(), 'beta-headers-redis-'));
  const port = await freePort();
  const server = spawn(program, [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'no',
    '--daemonize',
    'no',
  ]);
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    server.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await new Promise<void>((resolve, reject) => {
      let output = '';
      server.stdout.on('data', (data: Buffer) => {
        output += data.toString();
        if (/Ready to accept connections/.test(output)) resolve();
      });
      server.once('error', () =>
        reject(
          new Error(
            `These tests need a redis-server, and ${program} cannot be started. Install it, or set REDIS_SERVER to one; empty, it skips these tests.`,
          ),
        ),
      );
      server.once('close', (code) =>
        reject(new Error(`${program} ended with ${code} before it was ready:\n${output}`)),
      );
    });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return { url: `redis://127.0.0.1:${port}`, stop };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
