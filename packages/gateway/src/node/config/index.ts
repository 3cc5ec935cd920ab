/** Reads the configuration of a gateway: from a file, or from the environment for one platform. */
export { ConfigError, type ConfigProblem } from './config-error.ts';
export { describeConfig } from './describe.ts';
export { configForPlatform } from './platform-config.ts';
export { type ReadOptions, readGatewayConfig } from './read.ts';
export type {
  Environment,
  GatewayConfig,
  LimitsConfig,
  ListenConfig,
  LogsConfig,
  RecoveryConfig,
  TimeoutsConfig,
} from './types.ts';
