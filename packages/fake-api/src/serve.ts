/** The command line of `fake-api`, apart from the process that it runs in. */
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import type { Platform } from '@beta-headers/manifest';
import { catalog } from '@beta-headers/manifest/data';
import { type ServerType, serve } from '@hono/node-server';
import { createFakeApi, platforms } from './fake-api.ts';

/** What the command line needs of its surroundings. */
export interface Surroundings {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Settles when the server is to close. */
  readonly stop: Promise<unknown>;
}

interface Settings {
  readonly platform: Platform;
  readonly host: string;
  readonly port: number;
  readonly latencyMs: number;
  readonly notEnrolled: readonly string[];
  readonly rejects: readonly string[];
  readonly today: string | undefined;
  readonly json: boolean;
}

const help = (): string => `fake-api: a stand-in Claude API that gates betas as the manifest says

Usage: fake-api [options]

  --platform <name>       ${platforms().join(' | ')}
                          (default: claude-api)
  --port <number>         0 takes a free one (default: 8788)
  --host <address>        the address to listen on (default: 127.0.0.1, this machine only)
  --latency <ms>          how long every answer takes at least (default: 0)
  --not-enrolled <beta>   a beta that the organization may not use; repeat for more
  --reject <value>        a header value that the platform rejects; repeat for more
  --today <day>           the day by which claims end and models are gone (default: today)
  --json                  one JSON object a line instead of text: listening, then each request
  --help                  this text

Exit codes: 0 closed by SIGINT or SIGTERM, 1 cannot listen, 2 wrong arguments.
No prompt and no key is printed or kept.`;

/** Runs until it is told to stop; answers the exit code. */
export async function main(
  args: readonly string[],
  { out, err, stop }: Surroundings,
): Promise<number> {
  let settings: Settings | 'help';
  try {
    settings = readSettings(args);
  } catch (error) {
    err(`fake-api: ${(error as Error).message}\nTry: fake-api --help`);
    return 2;
  }
  if (settings === 'help') {
    out(help());
    return 0;
  }
  const { host, json, latencyMs, notEnrolled, platform, port, rejects, today } = settings;
  const api = createFakeApi({
    platform,
    latencyMs,
    notEnrolled,
    rejects,
    ...(today !== undefined && { today }),
    onRequest: (request) => {
      const betas = request.betas.length > 0 ? `  [${request.betas.join(', ')}]` : '';
      out(
        json
          ? JSON.stringify({ event: 'request', ...request })
          : `${request.status} ${request.method} ${request.path}${betas}`,
      );
    },
  });
  let server: ServerType;
  try {
    server = await listen((request) => api.fetch(request), host, port);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const hint =
      code === 'EADDRINUSE'
        ? 'another program listens there; choose another --port, or 0 for a free one'
        : 'choose another --host or --port';
    err(`fake-api: cannot listen on ${host}:${port} (${code ?? message}): ${hint}`);
    return 1;
  }
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  const url = `http://${name}:${address.port}`;
  out(
    json
      ? JSON.stringify({ event: 'listening', url, platform })
      : `fake-api stands in for ${platform} on ${url} (Ctrl+C closes it)`,
  );
  await stop;
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    // Clients keep connections open; nothing is lost by cutting them.
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
  return 0;
}

function readSettings(args: readonly string[]): Settings | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      platform: { type: 'string', default: 'claude-api' },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '8788' },
      latency: { type: 'string', default: '0' },
      'not-enrolled': { type: 'string', multiple: true, default: [] },
      reject: { type: 'string', multiple: true, default: [] },
      today: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const platform = platforms().find((id) => id === values.platform);
  if (!platform)
    throw new Error(
      `--platform: there is no "${values.platform}"; use one of ${platforms().join(', ')}`,
    );
  for (const id of values['not-enrolled']) {
    if (!catalog.betas.some((beta) => beta.id === id))
      throw new Error(
        `--not-enrolled: the manifest has no beta "${id}"; write a whole header value`,
      );
  }
  if (values.today !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values.today))
    throw new Error(`--today: "${values.today}" is no day; write it as 2026-11-30`);
  return {
    platform,
    host: values.host,
    port: wholeNumber('--port', values.port, 65_535),
    latencyMs: wholeNumber('--latency', values.latency, 3_600_000),
    notEnrolled: values['not-enrolled'],
    rejects: values.reject,
    today: values.today,
    json: values.json,
  };
}

function wholeNumber(name: string, text: string, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(number <= most))
    throw new Error(`${name}: "${text}" is not a whole number from 0 to ${most}`);
  return number;
}

function listen(
  fetch: (request: Request) => Promise<Response>,
  hostname: string,
  port: number,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname, port }, () => resolve(server));
    server.once('error', reject);
  });
}
