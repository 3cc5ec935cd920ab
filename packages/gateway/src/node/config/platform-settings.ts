/**
 * The settings of each platform in the environment. The variables, and which one wins, are those of
 * Anthropic's official client of the platform.
 */
import type { Platform } from '@beta-headers/core';
import type { AuthData, UpstreamData } from './file-types.ts';
import type { Environment } from './types.ts';

/** The settings of an upstream that come from the environment. */
export interface PlatformSettings extends Partial<Omit<UpstreamData, 'name' | 'platform'>> {
  readonly auth: AuthData;
}

/** Reads variables, and collects what is missing. */
export class EnvironmentReader {
  readonly #env: Environment;
  readonly #platform: Platform;
  readonly problems: string[] = [];
  readonly warnings: string[] = [];
  /** The variable of the key that is sent. */
  keyVariable: string | undefined;

  constructor(env: Environment, platform: Platform) {
    this.#env = env;
    this.#platform = platform;
  }

  /** Reads a variable. An empty one counts as not set. */
  read(name: string): string | undefined {
    return this.#env[name]?.trim() || undefined;
  }

  /** Reads the first of several variables that is set; else it is a problem. */
  require(names: readonly string[], what: string, example: string): string | undefined {
    const value = names.map((name) => this.read(name)).find((found) => found !== undefined);
    if (value === undefined)
      this.problems.push(
        `${this.#platform}: ${names.join(' or ')} is not set; set it to ${what}, such as with ` +
          `\`export ${names[0]}=${example}\``,
      );
    return value;
  }

  /** Makes `auth` that sends the key in a variable, if it is set. */
  replace(name: string, as: 'api-key' | 'bearer'): AuthData | undefined {
    const value = this.read(name);
    if (value === undefined) return undefined;
    this.keyVariable = name;
    return { replace: as === 'bearer' ? { bearer: value } : { 'api-key': value } };
  }
}

type ReadSettings = (reader: EnvironmentReader, url: string | undefined) => PlatformSettings;

const readClaudeApi: ReadSettings = (reader, given) => {
  const key = reader.replace('ANTHROPIC_API_KEY', 'api-key');
  if (key && reader.read('ANTHROPIC_AUTH_TOKEN'))
    reader.warnings.push(
      'ANTHROPIC_API_KEY and ANTHROPIC_AUTH_TOKEN are both set; ANTHROPIC_API_KEY is used',
    );
  const auth = key ?? reader.replace('ANTHROPIC_AUTH_TOKEN', 'bearer') ?? 'passthrough';
  return { url: given ?? reader.read('ANTHROPIC_BASE_URL'), auth };
};

const readClaudeOnAws: ReadSettings = (reader, given) => {
  const url = given ?? reader.read('ANTHROPIC_AWS_BASE_URL');
  const auth = reader.replace('ANTHROPIC_AWS_API_KEY', 'api-key') ?? { sign: 'aws' };
  const regions = ['AWS_REGION', 'AWS_DEFAULT_REGION'];
  const isRegionOptional = url !== undefined && reader.keyVariable !== undefined;
  return {
    url,
    auth,
    region: isRegionOptional ? undefined : requireRegion(reader, regions),
    workspace: reader.require(
      ['ANTHROPIC_AWS_WORKSPACE_ID'],
      'the id of the workspace',
      'wrkspc_…',
    ),
  };
};

const requireRegion = (reader: EnvironmentReader, names: readonly string[]): string | undefined =>
  reader.require(names, 'the region', 'us-east-1');

const readClaudeOnGoogleCloud: ReadSettings = (reader, given) => {
  const url = given ?? reader.read('ANTHROPIC_GOOGLE_CLOUD_BASE_URL');
  const auth: AuthData = { sign: 'google' };
  if (url !== undefined && /\/projects\/[^/]+\/locations\//.test(url)) return { url, auth };
  return {
    url,
    auth,
    project: reader.require(
      ['ANTHROPIC_GOOGLE_CLOUD_PROJECT', 'GOOGLE_CLOUD_PROJECT'],
      'the id of the project',
      'my-project',
    ),
    location: reader.read('ANTHROPIC_GOOGLE_CLOUD_LOCATION'),
    workspace: reader.require(
      ['ANTHROPIC_GOOGLE_CLOUD_WORKSPACE_ID'],
      'the id of the workspace',
      'wrkspc_…',
    ),
  };
};

const readBedrock: ReadSettings = (reader, given) => {
  const url = given ?? reader.read('ANTHROPIC_BEDROCK_BASE_URL');
  const auth = reader.replace('AWS_BEARER_TOKEN_BEDROCK', 'bearer') ?? { sign: 'aws' };
  const region = reader.read('AWS_REGION');
  const isUsed = url === undefined || reader.keyVariable === undefined;
  if (region === undefined && isUsed)
    reader.warnings.push(
      'bedrock: AWS_REGION is not set; us-east-1 is used, as the official client does',
    );
  return { url, auth, region: region ?? 'us-east-1' };
};

const readMantle: ReadSettings = (reader, given) => {
  const url = given ?? reader.read('ANTHROPIC_BEDROCK_MANTLE_BASE_URL');
  const auth = reader.replace('AWS_BEARER_TOKEN_BEDROCK', 'bearer') ?? { sign: 'aws' };
  const isRegionOptional = url !== undefined && reader.keyVariable !== undefined;
  const regions = ['AWS_REGION', 'AWS_DEFAULT_REGION'];
  return { url, auth, region: isRegionOptional ? undefined : requireRegion(reader, regions) };
};

const readVertex: ReadSettings = (reader, given) => {
  const url = given ?? reader.read('ANTHROPIC_VERTEX_BASE_URL');
  const auth: AuthData = { sign: 'google' };
  if (url !== undefined && /\/projects\/[^/]+\/locations\//.test(url)) return { url, auth };
  return {
    url,
    auth,
    project: reader.require(['ANTHROPIC_VERTEX_PROJECT_ID'], 'the id of the project', 'my-project'),
    location: reader.require(['CLOUD_ML_REGION'], 'the location', 'global'),
  };
};

const readFoundry: ReadSettings = (reader, given) => {
  const fromEnv = reader.read('ANTHROPIC_FOUNDRY_BASE_URL');
  const resource = reader.read('ANTHROPIC_FOUNDRY_RESOURCE');
  const auth = reader.replace('ANTHROPIC_FOUNDRY_API_KEY', 'api-key') ?? { sign: 'azure' };
  if (given !== undefined) return { url: given, auth };
  if (fromEnv !== undefined && resource !== undefined)
    reader.problems.push(
      'foundry: ANTHROPIC_FOUNDRY_BASE_URL and ANTHROPIC_FOUNDRY_RESOURCE are both set; unset one',
    );
  if (fromEnv !== undefined) return { url: fromEnv, auth };
  const names = ['ANTHROPIC_FOUNDRY_RESOURCE'];
  return { auth, resource: reader.require(names, 'the name of the resource', 'my-resource') };
};

/** Reads the settings of a platform. */
export const PLATFORM_SETTINGS: Readonly<
  Record<Exclude<Platform, 'bedrock-converse'>, ReadSettings>
> = {
  'claude-api': readClaudeApi,
  'claude-on-aws': readClaudeOnAws,
  'claude-on-google-cloud': readClaudeOnGoogleCloud,
  bedrock: readBedrock,
  'bedrock-mantle': readMantle,
  vertex: readVertex,
  foundry: readFoundry,
  'foundry-azure': readFoundry,
};
