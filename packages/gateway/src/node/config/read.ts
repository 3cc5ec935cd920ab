/** Reads the configuration file of a gateway. */
import type { Environment, GatewayConfig } from './types.ts';

/** Options of {@link readGatewayConfig}. */
export interface ReadOptions {
  /** The variables for `${VAR}`, such as `process.env`. */
  readonly env: Environment;
}

/**
 * Reads and checks a configuration file.
 * @throws {ConfigError} that lists all problems of the file, with their places
 */
export function readGatewayConfig(_file: string, _options: ReadOptions): Promise<GatewayConfig> {
  return Promise.reject(new Error('not implemented yet'));
}
