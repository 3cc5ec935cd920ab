/** Makes the configuration for one platform from the environment. */
import type { Environment, GatewayConfig } from './types.ts';

/**
 * Makes a configuration with one upstream, and chooses its address and credential from the
 * environment as the official client of the platform does.
 * @throws {ConfigError} that lists what is missing, with the fix
 */
export function configForPlatform(
  _platform: string,
  _upstreamUrl: string | undefined,
  _env: Environment,
): GatewayConfig {
  throw new Error('not implemented yet');
}
