/** Prints a configuration for people. */
import { stringify } from 'yaml';
import type { GatewayConfig } from './types.ts';

/**
 * Prints the settings in effect as YAML, with the defaults and without secrets: a secret appears as
 * its source, such as `${ANTHROPIC_API_KEY}`, or as `[hidden]`.
 */
export function describeConfig(config: GatewayConfig): string {
  return stringify(config.effective, { lineWidth: 0 });
}
