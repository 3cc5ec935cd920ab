/** The command line of `fake-api`, independent of the process that runs it. */
import { parseArgs } from 'node:util';
import type { Catalog } from '@beta-headers/manifest';
import { catalog as manifest } from '@beta-headers/manifest/data';
import { createFakeApi } from './fake-api.ts';
import type { Listening } from './listen.ts';
import { checkOptionNames, escapeControls } from './names.ts';
import { type FakeApiOptions, isDay, platforms, resolveBetas } from './options.ts';
import type { RecordedRequest } from './record.ts';

/** The surroundings of the command line. */
export interface Surroundings {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Settles when the server is to close. */
  readonly stop: Promise<unknown>;
}

interface Settings {
  readonly options: FakeApiOptions;
  readonly host: string;
  readonly port: number;
  readonly json: boolean;
}

const getHelp = (): string => `fake-api: a test double of the Claude API that gates betas

Usage: fake-api [options]

  --platform <name>       ${platforms().join(' | ')}
                          (default: claude-api)
  --port <number>         0 takes a free one (default: 8788)
  --host <address>        the address to listen on (default: 127.0.0.1, this machine only)
  --latency <ms>          the shortest time until an answer (default: 0)
  --not-enrolled <name>   a beta or a feature that the organization may not use; may be repeated
  --reject <value>        a header value that the platform rejects; may be repeated
  --today <day>           the day by which claims end and models are gone (default: today)
  --overlay <folder>      features of your own beside the manifest's, as YAML
  --record body           print the body of each request as well
  --json                  print one JSON object per line: listening, then each request
  --help                  print this text

GET / and GET /health answer 200 without a key.
Exit codes: 0 closed by SIGINT or SIGTERM, 1 cannot listen, 2 wrong arguments.
No key is printed or kept, and no body without --record body.`;

/** Runs until it is stopped. Returns the exit code. */
export async function main(
  args: readonly string[],
  { out, err, stop }: Surroundings,
): Promise<number> {
  let settings: Settings | 'help';
  try {
    settings = await readSettings(args);
  } catch (error) {
    err(`fake-api: ${(error as Error).message}\nTry: fake-api --help`);
    return 2;
  }
  if (settings === 'help') {
    out(getHelp());
    return 0;
  }
  const { host, json, options, port } = settings;
  const print = json ? printJson : printText;
  const api = createFakeApi({
    ...options,
    onRequest: (request) => print(request).forEach((line) => out(line)),
  });
  let server: Listening;
  try {
    server = await api.listen({ host, port });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const hint =
      code === 'EADDRINUSE'
        ? 'another program listens there; choose another --port, or 0 for a free one'
        : 'choose another --host or --port';
    err(`fake-api: cannot listen on ${host}:${port} (${code ?? message}): ${hint}`);
    return 1;
  }
  const { url } = server;
  out(
    json
      ? JSON.stringify({ event: 'listening', url, platform: options.platform })
      : `fake-api imitates ${options.platform} on ${url} (Ctrl+C closes it)`,
  );
  await stop;
  await server.close();
  return 0;
}

const printJson = (request: RecordedRequest): string[] => [
  escapeControls(JSON.stringify({ event: 'request', ...request })),
];

/** Prints one line for each request, and one for its body if it is recorded. */
function printText({ status, method, path, betas, ...rest }: RecordedRequest): string[] {
  const names = betas.length > 0 ? `  [${betas.join(', ')}]` : '';
  const lines = [`${status} ${method} ${path}${names}`];
  if (rest.body !== undefined) lines.push(`  ${JSON.stringify(rest.body)}`);
  return lines.map(escapeControls);
}

const OPTIONS = {
  platform: { type: 'string', default: 'claude-api' },
  host: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string', default: '8788' },
  latency: { type: 'string', default: '0' },
  'not-enrolled': { type: 'string', multiple: true, default: [] as string[] },
  reject: { type: 'string', multiple: true, default: [] as string[] },
  today: { type: 'string' },
  overlay: { type: 'string' },
  record: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

async function readSettings(args: readonly string[]): Promise<Settings | 'help'> {
  checkArguments(args);
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) return 'help';
  const { overlay, record, today } = values;
  const catalog = overlay === undefined ? manifest : await loadOverlay(overlay);
  const platform = platforms(catalog).find((id) => id === values.platform);
  if (!platform)
    throw new Error(
      `--platform: there is no "${values.platform}"; use one of ${platforms().join(', ')}`,
    );
  for (const name of values['not-enrolled']) resolveBetas(catalog, name, '--not-enrolled');
  if (today !== undefined && !isDay(today))
    throw new Error(`--today: "${today}" is not a day; write it as 2026-11-30`);
  if (record !== undefined && record !== 'body')
    throw new Error(`--record: "${record}" cannot be recorded; write --record body`);
  return {
    host: values.host,
    port: readNumber('--port', values.port, 65_535),
    json: values.json,
    options: {
      platform,
      catalog,
      latencyMs: readNumber('--latency', values.latency, 3_600_000),
      notEnrolled: values['not-enrolled'],
      rejects: values.reject,
      ...(today !== undefined && { today }),
      ...(record !== undefined && { record }),
    },
  };
}

/** Rejects an unknown option with the nearest known one, which `parseArgs` does not suggest. */
function checkArguments(args: readonly string[]): void {
  const { tokens } = parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true });
  const names = Object.keys(OPTIONS).map((name) => `--${name}`);
  for (const token of tokens)
    if (token.kind === 'option' && token.rawName.startsWith('--'))
      checkOptionNames('arguments', { [`--${token.name}`]: true }, names);
}

/** Loads the manifest with an overlay. YAML is parsed only in this case. */
async function loadOverlay(folder: string): Promise<Catalog> {
  const { loadManifest } = await import('@beta-headers/manifest');
  try {
    return loadManifest({ overlay: folder });
  } catch (error) {
    throw new Error(`--overlay: ${(error as Error).message}`);
  }
}

function readNumber(name: string, text: string, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(number <= most))
    throw new Error(`${name}: "${text}" is not a whole number from 0 to ${most}`);
  return number;
}
