/** Reads the configuration of a gateway from a file, or makes it for one platform. */
import type { Platform } from '@beta-headers/constants';
import type { GatewayConfig } from '@beta-headers/gateway/node';
import { CommandError } from '../exit-code.ts';
import type { Environment } from '../output.ts';

/** The options of `gateway` and `run` that choose the configuration. */
export interface ConfigOptions {
  readonly config?: string;
  readonly platform?: Platform;
  readonly upstream?: string;
  readonly dryRun?: boolean;
}

/**
 * Reads or makes the configuration.
 * @throws {CommandError} that lists the problems, with file and line if they are in a file
 */
export async function readSettings(
  { config: file, platform, upstream, dryRun }: ConfigOptions,
  env: Environment,
): Promise<GatewayConfig> {
  // Loaded here, because only commands that serve need it.
  const { ConfigError, configForPlatform, readGatewayConfig } = await import(
    '@beta-headers/gateway/node'
  );
  if (file !== undefined && upstream !== undefined)
    throw new CommandError('--config and --upstream exclude each other: the file has the address');
  try {
    const config = await (file === undefined
      ? configForPlatform(needPlatform(platform), upstream, env)
      : readGatewayConfig(file, { env }));
    if (!dryRun) return config;
    const effective = { ...Object(config.effective), dryRun: true };
    return { ...config, gateway: { ...config.gateway, dryRun: true }, effective };
  } catch (error) {
    if (error instanceof ConfigError) throw new CommandError(error.message);
    throw error;
  }
}

function needPlatform(platform: Platform | undefined): Platform {
  if (platform !== undefined) return platform;
  throw new CommandError(
    'give --config FILE, or --platform NAME, such as --platform bedrock\n' +
      'Without --upstream URL, the address of the platform comes from the environment.',
  );
}
