/** Starts a gateway with the settings of a configuration. */
import type { GatewayConfig, GatewayServer, ServeConfigOptions } from '@beta-headers/gateway/node';
import { CommandError } from '../exit-code.ts';

/** Starts the gateway. @throws {CommandError} if a port or a setting cannot be used */
export async function startGateway(
  config: GatewayConfig,
  options: ServeConfigOptions,
): Promise<GatewayServer> {
  const { serveConfig } = await import('@beta-headers/gateway/node');
  try {
    return await serveConfig(config, options);
  } catch (error) {
    throw toCommandError(error, config);
  }
}

/** Wrong options, ports and missing libraries are errors of the user; others are not expected. */
export function toCommandError(error: unknown, { recovery }: GatewayConfig): unknown {
  if (!(error instanceof Error)) return error;
  const isLibrary = recovery.memory !== 'process' && error.message.includes('ioredis');
  const isExpected = ['ListenError', 'TypeError', 'RangeError'].includes(error.name) || isLibrary;
  return isExpected ? new CommandError(error.message) : error;
}
