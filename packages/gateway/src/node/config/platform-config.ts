/** Makes the configuration for one platform from the environment. */
import { findNearest } from '@beta-headers/grammar';
import { buildConfig } from './build.ts';
import { ConfigError } from './config-error.ts';
import { type Expansion, toKey } from './expand.ts';
import { EnvironmentReader, PLATFORM_SETTINGS } from './platform-settings.ts';
import { ConfigFile } from './schema.ts';
import type { Environment, GatewayConfig } from './types.ts';

type KnownPlatform = keyof typeof PLATFORM_SETTINGS;

/**
 * Makes a configuration with one upstream, and chooses its address and credential from the
 * environment as the official client of the platform does.
 * @param upstreamUrl - the base URL. Default: the variable of the platform, else its own address
 * @throws {ConfigError} that lists what is missing, with the fix
 */
export function configForPlatform(
  platform: string,
  upstreamUrl: string | undefined,
  env: Environment,
): GatewayConfig {
  checkPlatform(platform);
  if (upstreamUrl?.trim() === '')
    failIfAny([`${platform}: the address is empty; give a URL, or leave it out`]);
  const reader = new EnvironmentReader(env, platform);
  const settings = PLATFORM_SETTINGS[platform](reader, upstreamUrl);
  failIfAny(reader.problems);
  const data = ConfigFile.parse({ upstreams: [{ name: platform, platform, ...settings }] });
  const { config, problems } = buildConfig(data, {
    folder: '.',
    env,
    expansions: describeKey(reader, settings.auth),
    catalog: undefined,
    // The command line may choose another port.
    ownPort: undefined,
  });
  failIfAny(problems.map(({ message }) => message));
  if (!config) throw new ConfigError([]);
  return { ...config, warnings: [...reader.warnings, ...config.warnings] };
}

/** Describes the origin of the key, so that messages can show it. */
function describeKey(
  { keyVariable }: EnvironmentReader,
  auth: unknown,
): ReadonlyMap<string, Expansion> {
  const { replace } = Object(auth) as { replace?: Readonly<Record<string, string>> };
  const [entry] = Object.entries(replace ?? {});
  if (!entry || keyVariable === undefined) return new Map();
  const path = ['upstreams', 0, 'auth', 'replace', entry[0]];
  return new Map([[toKey(path), { parts: [entry[1]], label: `\${${keyVariable}}` }]]);
}

function failIfAny(messages: readonly string[]): void {
  if (messages.length > 0) throw new ConfigError(messages.map((message) => ({ message })));
}

function checkPlatform(platform: string): asserts platform is KnownPlatform {
  if (Object.hasOwn(PLATFORM_SETTINGS, platform)) return;
  const names = Object.keys(PLATFORM_SETTINGS);
  const near = findNearest(platform, names);
  const hint =
    platform === 'bedrock-converse'
      ? 'the gateway does not speak the Converse API; use bedrock, which has the same models'
      : near
        ? `did you mean "${near}"?`
        : `it may be ${names.join(', ')}`;
  const shown = JSON.stringify(platform.slice(0, 60));
  throw new ConfigError([{ message: `${shown} is not a platform of the gateway; ${hint}` }]);
}
