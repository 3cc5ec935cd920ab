/** Checks the base URL of an upstream. */
import { type EngineCatalog, type Platform, plan } from '@beta-headers/core';

/** The context of a URL. */
export interface UrlContext {
  readonly platform: Platform;
  readonly allowInsecure: boolean;
  /** The port of the gateway on this machine, if it is known. */
  readonly ownPort: number | undefined;
  readonly catalog: EngineCatalog<string> | undefined;
}

/**
 * Checks a base URL. Returns a description of the first problem. It never quotes the URL, which may
 * contain a password.
 */
export function findUrlProblem(text: string, context: UrlContext): string | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text))
    return 'is not a URL; write `https://` and the host, such as https://api.anthropic.com';
  const url = new URL(text);
  if (url.username !== '' || url.password !== '')
    return 'contains a user name or a password; remove it, and write the credential in "auth"';
  if (url.search !== '' || text.includes('?'))
    return 'contains a query; remove the part from `?` on, because requests bring their own';
  if (url.hash !== '' || text.includes('#'))
    return 'contains a fragment; remove the part from `#` on';
  return findPathProblem(url, context) ?? findHostProblem(url, context);
}

const VERTEX_PATH = /\/projects\/[^/]+\/locations\/[^/]+\/?$/;
const GOOGLE_PATH =
  /\/projects\/[^/]+\/locations\/[^/]+\/(?:workspaces\/[^/]+|claudeOrganization)\/invoke\/?$/;

function findPathProblem(url: URL, { platform }: UrlContext): string | undefined {
  const { pathname, hostname } = url;
  if (platform === 'vertex')
    return VERTEX_PATH.test(pathname)
      ? undefined
      : 'does not end with /projects/{project}/locations/{location}; remove what follows it';
  if (platform === 'claude-on-google-cloud' && !GOOGLE_PATH.test(pathname))
    return 'does not end with /workspaces/{workspace}/invoke; remove what follows it';
  if (/\/v1(?:\/|$)/.test(pathname) && platform !== 'claude-on-google-cloud')
    return 'contains /v1; remove it and what follows, because the gateway adds the path';
  const isOwnHost = /\.services\.ai\.azure\.com$|^bedrock-mantle\..*\.api\.aws$/.test(hostname);
  if (isOwnHost && pathname !== '/' && !/\/anthropic\/?$/.test(pathname))
    return 'does not end with /anthropic, which this host needs; correct the path';
  return undefined;
}

function findHostProblem(url: URL, context: UrlContext): string | undefined {
  const { platform, allowInsecure, ownPort, catalog } = context;
  const isLocal = isLoopback(url.hostname);
  if (url.protocol === 'http:' && !isLocal && !allowInsecure)
    return (
      'begins with http:, so credentials and prompts can be read on the way; use https:, or, if the ' +
      'network is yours, write `allowInsecure: true` for the upstream in a configuration file'
    );
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  if (isLocal && port === ownPort)
    return 'is the address of the gateway itself; requests would never end';
  const planned = plan(
    { method: 'POST', url: `${url.origin}/v1/messages`, body: {} },
    { platform, ...(catalog && { catalog: catalog as EngineCatalog }) },
  );
  if (planned.decisions.some(({ reason }) => reason === 'platform-mismatch'))
    return `is on a host of another platform than ${platform}; correct "platform" or "url"`;
  return undefined;
}

/** Tests if a host is this machine only. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  return name === 'localhost' || name === '::1' || /^127(?:\.\d{1,3}){3}$/.test(name);
}
