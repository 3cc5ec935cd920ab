/** `beta-headers run`: runs a client behind a gateway of its own. */
import { randomBytes } from 'node:crypto';
import type { Platform } from '@beta-headers/constants';
import type { Upstream } from '@beta-headers/gateway';
import type { GatewayConfig } from '@beta-headers/gateway/node';
import type { Command } from 'commander';
import { CLIENTS, findClient, listVariables } from '../clients/index.ts';
import { CommandError } from '../exit-code.ts';
import { readSettings } from '../gateway/settings.ts';
import { startGateway } from '../gateway/start.ts';
import type { Environment } from '../output.ts';
import { readPlatform } from '../platform.ts';
import { makeClientEnv, readUpstreamFacts } from '../run/client-env.ts';
import { locate, runClient } from '../run/run-client.ts';
import { silenceWarnings } from '../run/silence-warnings.ts';
import { createSummary } from '../run/summary.ts';
import type { Context } from './command.ts';

interface RunOptions {
  readonly platform?: Platform;
  readonly upstream?: string;
  readonly config?: string;
  readonly client: string;
  readonly dryRun?: boolean;
}

const HELP = `
Starts a gateway on a free port of this machine, sets the variables that send the client there, and
runs the client in this terminal. Afterwards one message on stderr lists what the gateway added,
left out, replaced, removed and refused, with the reason; nothing if it changed nothing.

Clients: ${CLIENTS.map((client) => `${client.id} (${client.title})`).join(', ')}
The variables are those that \`beta-headers env\` prints. A value in the client's own settings file
takes precedence over them.

Exit codes: those of the client, 128 + n if signal n ended it, and before it has started
  2    wrong arguments or configuration
  126  the client cannot be executed
  127  the client was not found

Examples:
  $ beta-headers run --platform bedrock -- claude
  $ beta-headers run --platform vertex \\
      --upstream https://aiplatform.googleapis.com/v1/projects/P/locations/global -- claude
  $ beta-headers run --platform bedrock --dry-run -- claude -p 'Hello'
  $ beta-headers run --config gateway.yaml -- claude
  $ beta-headers run --platform foundry --client anthropic-sdk -- node app.js`;

/** Adds the arguments, options and the action of `run`. */
export function defineCommand(command: Command, context: Context): void {
  command
    .argument('<command>', 'the client')
    .argument('[arguments...]', 'its arguments')
    .usage('[options] -- <command> [arguments...]')
    .option('--platform <name>', 'the platform: bedrock, vertex, …', readPlatform)
    .option('--upstream <url>', 'the base URL of the platform; default: from the environment')
    .option('--config <file>', 'the configuration of the gateway, as YAML')
    .option('--client <name>', 'the client whose variables are set', 'claude-code')
    .option('--dry-run', 'decide and report, and forward every request unchanged')
    .passThroughOptions()
    .addHelpText('after', HELP)
    .action(async (program: string, args: readonly string[], options: RunOptions) =>
      context.setExitCode(await runBehindGateway(program, args, options, context)),
    );
}

async function runBehindGateway(
  program: string,
  args: readonly string[],
  options: RunOptions,
  { output, env }: Context,
): Promise<number> {
  const client = findClient(options.client);
  // A missing client is reported before anything is started.
  locate(program, args, env);
  const config = await readSettings(options, hideClientKeys(env, options));
  const upstream = chooseUpstream(config, options.platform);
  for (const warning of config.warnings) output.note(`beta-headers: warning: ${warning}`);
  const summary = createSummary({ isDryRun: config.gateway.dryRun === true });
  // Other users of this machine, and pages in a browser, do not know the path.
  const basePath = `/${randomBytes(16).toString('hex')}`;
  const own = { ...config, listen: { host: '127.0.0.1', port: 0 }, metrics: false };
  // A log would be written over the screen of the client; the summary has what matters.
  const server = await startGateway(own, { basePath, onEvent: summary.add, log: () => {} });
  const restoreWarnings = silenceWarnings();
  try {
    const variables = listVariables(client, upstream.platform, {
      url: `${server.url}${basePath}`,
      skipAuth: upstream.auth.mode !== 'passthrough',
    });
    const settings = makeClientEnv(env, variables, readUpstreamFacts(upstream));
    for (const name of settings.missing)
      output.note(`beta-headers: ${name} is not set; ${client.title} may need it`);
    return await runClient(program, args, settings.env);
  } finally {
    await server.close({ shutdownMs: 0 });
    restoreWarnings();
    const text = summary.format(output.noteColors);
    if (text !== undefined) output.note(text);
  }
}

/** Chooses the upstream whose form the client speaks. */
function chooseUpstream({ gateway }: GatewayConfig, platform: Platform | undefined): Upstream {
  const [first] = gateway.upstreams;
  const found =
    platform === undefined ? first : gateway.upstreams.find((one) => one.platform === platform);
  if (found) return found;
  const known = gateway.upstreams.map((one) => one.platform).join(', ');
  throw new CommandError(`the configuration has no upstream on ${platform}. It has: ${known}`);
}

/**
 * On the Claude API the client authenticates itself, by its login or its key. Without this, the
 * gateway would replace a login by the key in the environment.
 */
function hideClientKeys(env: Environment, { config, platform }: RunOptions): Environment {
  if (config !== undefined || platform !== 'claude-api') return env;
  return { ...env, ANTHROPIC_API_KEY: undefined, ANTHROPIC_AUTH_TOKEN: undefined };
}
