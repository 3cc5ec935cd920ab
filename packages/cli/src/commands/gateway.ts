/** `beta-headers gateway`: serves a gateway. */
import type { Platform } from '@beta-headers/constants';
import type { GatewayConfig } from '@beta-headers/gateway/node';
import { type Command, InvalidArgumentError } from 'commander';
import { CommandError } from '../exit-code.ts';
import { readSettings } from '../gateway/settings.ts';
import { startGateway, toCommandError } from '../gateway/start.ts';
import { readPlatform } from '../platform.ts';
import type { Context } from './command.ts';

interface GatewayCommandOptions {
  readonly config?: string;
  readonly platform?: Platform;
  readonly upstream?: string;
  readonly port?: number;
  readonly dryRun?: boolean;
  readonly check?: boolean;
  readonly json?: boolean;
}

const HELP = `
The gateway plans each request for its upstream: betas and fields that the platform refuses are
removed or replaced, and those that a request needs are added. It listens on this machine only,
unless the configuration says otherwise: it has no login of its own.

stdout has the address, and stderr the log. SIGTERM and SIGINT finish the requests in flight.
GET /healthz, /readyz and /metrics are the gateway's own.

Exit codes:
  0  closed by a signal; with --check: the configuration is valid
  2  wrong arguments or configuration, or a port that cannot be had

Examples:
  $ beta-headers gateway --config gateway.yaml
  $ beta-headers gateway --config gateway.yaml --check
  $ beta-headers gateway --platform bedrock \\
      --upstream https://bedrock-runtime.us-east-1.amazonaws.com --port 8787
  $ beta-headers gateway --platform claude-api --dry-run`;

/** Adds the options and the action of `gateway`. */
export function defineCommand(command: Command, context: Context): void {
  command
    .option('--config <file>', 'the configuration, as YAML')
    .option(
      '--platform <name>',
      'the platform of the only upstream, instead of --config',
      readPlatform,
    )
    .option('--upstream <url>', 'the base URL of the platform; default: from the environment')
    .option('--port <number>', 'the port to listen on; 0 takes a free one', readPort)
    .option('--dry-run', 'decide and log, and forward every request unchanged')
    .option('--check', 'check the configuration, print it with all defaults, and exit')
    .option('--json', 'print the address and the log as JSON')
    .addHelpText('after', HELP)
    .action((options: GatewayCommandOptions) => runGateway(options, context));
}

async function runGateway(options: GatewayCommandOptions, context: Context): Promise<void> {
  const { output, env } = context;
  if (options.config !== undefined && options.platform !== undefined)
    throw new CommandError(
      '--config and --platform exclude each other: the file has the upstreams',
    );
  const settings = await readSettings(options, env);
  const config = options.port === undefined ? settings : replacePort(settings, options.port);
  checkLoop(config);
  if (options.check) return printConfig(config, options, context);
  const { closeOnSignals, createLog } = await import('@beta-headers/gateway/node');
  const log = createLog({
    format: options.json ? 'json' : config.logs.format,
    level: config.logs.level,
    write: (line) => output.note(line.trimEnd()),
  });
  const server = await startGateway(config, { log });
  const upstreams = config.gateway.upstreams.map(({ name, platform }) => ({ name, platform }));
  if (options.json) output.printJson({ url: server.url, upstreams });
  else output.print(server.url);
  await closeOnSignals(server, { signals: ['SIGTERM', 'SIGINT', 'SIGHUP'] });
}

/** Replaces the port of a configuration, also in the settings that are printed. */
function replacePort(config: GatewayConfig, port: number): GatewayConfig {
  const listen = { ...config.listen, port };
  return { ...config, listen, effective: { ...Object(config.effective), listen } };
}

/** The configuration was checked with its own port. */
function checkLoop({ gateway, listen: { port } }: GatewayConfig): void {
  const loop = gateway.upstreams.find(({ url }) => {
    const { hostname, port: other } = new URL(url);
    return Number(other) === port && /^(?:127\.|localhost$|\[::1\]$)/.test(hostname);
  });
  if (loop)
    throw new CommandError(
      `the upstream ${loop.name} is the address of the gateway itself, on port ${port}; ` +
        'choose another --port, or correct the address of the upstream',
    );
}

/** Prints the settings in effect, and the warnings about them. */
async function printConfig(
  config: GatewayConfig,
  { json }: GatewayCommandOptions,
  { output }: Context,
): Promise<void> {
  const [{ describeConfig }, { createGateway }] = await Promise.all([
    import('@beta-headers/gateway/node'),
    import('@beta-headers/gateway'),
  ]);
  try {
    createGateway(config.gateway);
  } catch (error) {
    throw toCommandError(error, config);
  }
  for (const warning of config.warnings) output.note(`warning: ${warning}`);
  if (json) output.printJson(config.effective);
  else output.print(describeConfig(config).trimEnd());
}

/** Reads the value of `--port`. */
function readPort(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (port <= 65_535) return port;
  throw new InvalidArgumentError('Give a number from 0 to 65535.');
}
