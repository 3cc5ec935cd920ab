/** Makes the base URL of an upstream from the keys that name its region, project or resource. */
import type { Platform } from '@beta-headers/core';
import type { UpstreamData } from './file-types.ts';

/** A problem of an upstream, and the key that it is about. */
export interface UpstreamProblem {
  readonly key: keyof UpstreamData;
  readonly message: string;
}

type Keys = Pick<UpstreamData, 'region' | 'project' | 'location' | 'resource' | 'workspace'>;

/** The keys that name the place of an upstream, and those that each platform takes. */
const SHORTHAND: Readonly<Record<Platform, readonly (keyof Keys)[]>> = {
  'claude-api': [],
  'claude-on-aws': ['region', 'workspace'],
  'claude-on-google-cloud': ['project', 'location', 'workspace'],
  bedrock: ['region'],
  'bedrock-converse': ['region'],
  'bedrock-mantle': ['region'],
  vertex: ['project', 'location'],
  foundry: ['resource'],
  'foundry-azure': ['resource'],
};
const ALL_KEYS: readonly (keyof Keys)[] = [
  'region',
  'project',
  'location',
  'resource',
  'workspace',
];

/** The result: a URL, or the problems. */
export interface UrlResult {
  readonly url?: string;
  readonly problems: readonly UpstreamProblem[];
}

/** Makes the base URL of an upstream. It checks the keys, not the URL that the operator gave. */
export function makeUpstreamUrl(upstream: UpstreamData): UrlResult {
  const { platform } = upstream;
  const allowed = SHORTHAND[platform];
  const problems: UpstreamProblem[] = [];
  for (const key of ALL_KEYS) {
    const value = upstream[key];
    if (value === undefined) continue;
    if (!allowed.includes(key)) {
      const list = allowed.length > 0 ? `; it takes ${allowed.join(', ')}` : '';
      const message = `"${key}" has no meaning for ${platform}${list}`;
      problems.push({ key, message });
    } else if (!/^[\w.-]{1,100}$/.test(value))
      problems.push({ key, message: `"${key}" may have letters, digits, \`.\`, \`_\` and \`-\`` });
  }
  if (problems.length > 0) return { problems };
  return upstream.url === undefined
    ? makeDefaultUrl(upstream)
    : completeUrl(upstream, upstream.url);
}

/** The keys without which a platform has no address. */
const REQUIRED: Readonly<Record<Platform, readonly (keyof Keys)[]>> = {
  ...SHORTHAND,
  'claude-on-aws': ['region'],
  'claude-on-google-cloud': ['project', 'workspace'],
};

/** Makes the address of the platform itself. */
function makeDefaultUrl(upstream: UpstreamData): UrlResult {
  const { platform, region = '', location = '', resource } = upstream;
  const absent = REQUIRED[platform].filter((key) => upstream[key] === undefined);
  if (absent.length > 0) {
    const list = absent.map((key) => `"${key}"`).join(' and ');
    const message = `${platform} needs ${list}, or the whole "url"`;
    return { problems: [{ key: 'platform', message }] };
  }
  const found = (url: string): UrlResult => ({ url, problems: [] });
  switch (platform) {
    case 'claude-api':
      return found('https://api.anthropic.com');
    case 'claude-on-aws':
      return found(`https://aws-external-anthropic.${region}.api.aws`);
    case 'claude-on-google-cloud':
      return completeUrl(upstream, 'https://claude.googleapis.com');
    case 'bedrock':
    case 'bedrock-converse':
      return found(`https://bedrock-runtime.${region}.${readAwsSuffix(region)}`);
    case 'bedrock-mantle':
      return found(`https://bedrock-mantle.${region}.api.aws/anthropic`);
    case 'vertex':
      return completeUrl(upstream, `https://${readVertexHost(location)}`);
    case 'foundry':
    case 'foundry-azure':
      return found(`https://${resource}.services.ai.azure.com/anthropic`);
  }
}

/** AWS China and the European Sovereign Cloud have domains of their own. */
function readAwsSuffix(region: string): string {
  if (region.startsWith('cn-')) return 'amazonaws.com.cn';
  return region.startsWith('eusc-') ? 'amazonaws.eu' : 'amazonaws.com';
}

/** The hosts are those that the official client uses. */
function readVertexHost(location: string): string {
  if (location === 'global') return 'aiplatform.googleapis.com';
  if (location === 'us' || location === 'eu') return `aiplatform.${location}.rep.googleapis.com`;
  return `${location}-aiplatform.googleapis.com`;
}

/** Adds the project to a URL of Google Cloud that does not have it. */
function completeUrl(upstream: UpstreamData, url: string): UrlResult {
  const { platform, project, workspace, resource } = upstream;
  if (resource !== undefined)
    return {
      problems: [{ key: 'resource', message: 'give "resource" or "url", not both' }],
    };
  const isVertex = platform === 'vertex';
  if (!isVertex && platform !== 'claude-on-google-cloud') return { url, problems: [] };
  const location = upstream.location ?? (isVertex ? undefined : 'global');
  const isWhole = /\/projects\/[^/]+\/locations\/[^/]+/.test(url);
  if (isWhole) {
    const key = (['project', 'location', 'workspace'] as const).find((name) => upstream[name]);
    if (key === undefined) return { url, problems: [] };
    return {
      problems: [{ key, message: `"${key}" is part of "url" already; remove one of them` }],
    };
  }
  if (project === undefined || location === undefined || (!isVertex && workspace === undefined)) {
    const wanted = isVertex ? '"project" and "location"' : '"project" and "workspace"';
    const path = isVertex
      ? '/v1/projects/{project}/locations/{location}'
      : '/v1/projects/{project}/locations/{location}/workspaces/{workspace}/invoke';
    return {
      problems: [{ key: 'url', message: `give ${wanted} too, or a "url" that ends with ${path}` }],
    };
  }
  const base = `${url.replace(/\/$/, '').replace(/\/v1$/, '')}/v1/projects/${project}`;
  const end = isVertex ? '' : `/workspaces/${workspace}/invoke`;
  return { url: `${base}/locations/${location}${end}`, problems: [] };
}
