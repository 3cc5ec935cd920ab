/** Runs the conformance suite for gateways against Portkey's open-source gateway, as on npm. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo, connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CHECKS, type CheckResult, runConformance } from '@beta-headers/gateway/conformance';
import { expect, it } from 'vitest';

const HOST = '127.0.0.1';
const START_ATTEMPTS = 600;

it('gives a verdict on every check for Portkey’s gateway', async () => {
  const [port, upstreamPort] = await Promise.all([findFreePort(), findFreePort()]);
  const portkey = await startPortkey(port);
  try {
    const report = await runConformance({
      gateway: `http://${HOST}:${port}`,
      form: 'messages',
      platform: 'claude-api',
      upstreamPort,
      headers: [
        'x-portkey-provider: anthropic',
        `x-portkey-custom-host: http://${HOST}:${upstreamPort}/v1`,
      ],
    });
    console.log(
      `Portkey ${readPackage().version}: ${report.passed} passed, ${report.failed} failed ` +
        `(${report.failedMust} of level must), ${report.notApplicable} not applicable`,
    );
    console.log(report.results.filter(isFailure).map(describeFailure).join('\n'));
    expect(report.reached).toBe(true);
    expect(report.results.map(({ id }) => id)).toEqual(CHECKS.map(({ id }) => id));
    expect(report.passed + report.failed + report.notApplicable).toBe(CHECKS.length);
  } finally {
    portkey.kill();
    await once(portkey, 'exit');
  }
});

function isFailure({ result }: CheckResult): boolean {
  return result === 'fail';
}

function describeFailure({ id, expected, seen }: CheckResult): string {
  return `  ${id}: expected ${expected}; saw ${seen}`;
}

interface Package {
  readonly version: string;
  readonly bin: string;
  readonly folder: string;
}

function readPackage(): Package {
  const file = createRequire(import.meta.url).resolve('@portkey-ai/gateway/package.json');
  const content = JSON.parse(readFileSync(file, 'utf8')) as Omit<Package, 'folder'>;
  return { ...content, folder: dirname(file) };
}

/** Starts the program of the package, without its page, and waits until it listens. */
async function startPortkey(port: number): Promise<ChildProcess> {
  const { bin, folder } = readPackage();
  const child = spawn(process.execPath, [join(folder, bin), `--port=${port}`, '--headless'], {
    stdio: 'ignore',
    // It refuses addresses of this machine unless they are trusted.
    env: { ...process.env, TRUSTED_CUSTOM_HOSTS: HOST },
  });
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt++) {
    if (child.exitCode !== null) break;
    if (await canConnect(port)) return child;
    await setTimeout(100);
  }
  child.kill();
  throw new Error(`Portkey's gateway does not listen on port ${port}`);
}

async function canConnect(port: number): Promise<boolean> {
  const socket = connect(port, HOST);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
