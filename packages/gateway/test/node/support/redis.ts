/** Starts a redis-server for a test, on a given port, in a folder that is deleted afterwards. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty variable means that this machine has none, which `npm test` reports. */
export const hasRedis: boolean = process.env['REDIS_SERVER'] !== '';

/** Finds a port that nothing listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a server and waits until it takes connections. Returns a function that stops it. */
export async function startRedis(
  port: number,
  ...more: readonly string[]
): Promise<(signal?: NodeJS.Signals) => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'beta-headers-gateway-redis-'));
  const options = [
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'no',
    ...more,
  ];
  const program = process.env['REDIS_SERVER'] ?? 'redis-server';
  const server = spawn(program, ['--port', String(port), ...options]);
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let output = '';
    server.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      if (output.includes('Ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('close', (code) => reject(new Error(`${program} ended with ${code}: ${output}`)));
  });
  return async (signal) => {
    server.kill(signal);
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
}
