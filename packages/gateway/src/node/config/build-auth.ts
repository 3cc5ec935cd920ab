/** Makes the credential of an upstream from its settings. */
import { resolve } from 'node:path';
import type { Platform } from '@beta-headers/core';
import { isClientOnly } from '../../request/headers.ts';
import type { Signer, UpstreamAuth } from '../../types.ts';
import { CredentialError } from '../../upstream/credential-error.ts';
import { type AwsService, createAwsSigner } from '../credentials/aws.ts';
import { createAzureSigner } from '../credentials/azure.ts';
import { createGoogleSigner } from '../credentials/google.ts';
import { type Expansion, readParts } from './expand.ts';
import type { ReplaceData, SignData, UpstreamData } from './file-types.ts';
import type { Environment } from './types.ts';
import type { Path } from './yaml-document.ts';

/** The surroundings of an upstream. */
export interface AuthContext {
  /** The folder of the configuration file, for relative paths. */
  readonly folder: string;
  readonly env: Environment;
  /** Finds the origin of a value, by its path inside the upstream. */
  readonly findExpansion: (path: Path) => Expansion | undefined;
}

/** A problem, and the path inside the upstream that it is about. */
export interface AuthProblem {
  readonly path: Path;
  readonly message: string;
}

/** The credential, its description without secrets, and the problems. */
export interface AuthResult {
  readonly auth?: UpstreamAuth;
  readonly effective?: unknown;
  readonly problems: readonly AuthProblem[];
  readonly warning?: string;
}

const fail = (path: Path, message: string): AuthResult => ({ problems: [{ path, message }] });

/** Makes the credential of an upstream. */
export function buildAuth(upstream: UpstreamData, url: string, context: AuthContext): AuthResult {
  const { auth, platform, workspace } = upstream;
  if (auth === 'passthrough') {
    if (workspace !== undefined && platform === 'claude-on-aws')
      return fail(
        ['workspace'],
        '"workspace" needs `auth` with replace or sign; with passthrough, clients send the header ' +
          'anthropic-workspace-id',
      );
    const warning = describePassthrough(platform);
    return {
      auth: { mode: 'passthrough' },
      effective: 'passthrough',
      problems: [],
      ...(warning && { warning: `${upstream.name}: ${warning}` }),
    };
  }
  if ('replace' in auth) return buildReplace(upstream, auth.replace, context);
  return buildSign(upstream, auth.sign, url, context);
}

/** Describes the clients whose credentials cannot be forwarded. */
function describePassthrough(platform: Platform): string | undefined {
  if (platform === 'bedrock' || platform === 'bedrock-mantle')
    return 'passthrough serves clients with a Bedrock API key; a signature (SigV4) covers the host and cannot be forwarded, so use `sign: aws` for clients that sign';
  if (platform === 'claude-on-aws')
    return 'passthrough serves clients with an API key; a signature (SigV4) covers the host and cannot be forwarded, so use `sign: aws` for clients that sign';
  return undefined;
}

/** Platforms that Anthropic operates. Its keys go to no other. */
const OF_ANTHROPIC: readonly Platform[] = ['claude-api', 'claude-on-aws', 'claude-on-google-cloud'];
/** Platforms that take a key in the header `x-api-key`. */
const WITH_API_KEY: readonly Platform[] = [
  'claude-api',
  'claude-on-aws',
  'foundry',
  'foundry-azure',
];
function buildReplace(
  { name, platform, workspace }: UpstreamData,
  replace: ReplaceData,
  context: AuthContext,
): AuthResult {
  const base = ['auth', 'replace'];
  const key = 'value' in replace ? 'value' : 'bearer' in replace ? 'bearer' : 'api-key';
  const path = [...base, key];
  const secret = (replace as Readonly<Record<string, string>>)[key] ?? '';
  const expansion = context.findExpansion(path);
  if (key === 'api-key' && !WITH_API_KEY.includes(platform))
    return fail(path, `${platform} takes no "api-key"; use "bearer"${suggestSign(platform)}`);
  const header =
    'value' in replace
      ? replace.header.toLowerCase()
      : key === 'bearer'
        ? 'authorization'
        : 'x-api-key';
  const isReserved = /^(?:content|anthropic)-/.test(header) || isClientOnly(header);
  if (isReserved || !/^[\w!#$%&'*+.^`|~-]+$/.test(header))
    return fail([...base, 'header'], 'is not the name of a header that carries a credential');
  const source = expansion ? `the value of ${expansion.label}` : 'the value';
  const findProblem = (text: string): string | undefined => {
    const problem = findSecretProblem(text, key, platform);
    return problem && `${source} ${problem}`;
  };
  const found = findProblem(secret);
  if (found) return fail(path, found);
  const prefix = key === 'bearer' ? 'Bearer ' : '';
  const value = makeValue(prefix, secret, expansion, findProblem);
  const effective = { replace: { header, value: `${prefix}${expansion?.label ?? '[hidden]'}` } };
  const hint = /^\$\w+$/.test(secret.trim())
    ? `the key is \`$\` with a name, which is sent as it is; write \`\${NAME}\` for the variable NAME`
    : 'the key is written in the file; write a variable or a file in its place';
  const rest = { effective, problems: [], ...(!expansion && { warning: `${name}: ${hint}` }) };
  if (platform !== 'claude-on-aws' || workspace === undefined)
    return { auth: { mode: 'replace', header, value }, ...rest };
  // A second header needs a signer.
  const sign: Signer = async () => ({
    [header]: typeof value === 'string' ? value : await value(),
    'anthropic-workspace-id': workspace,
  });
  return { auth: { mode: 'sign', sign, signsBody: false }, ...rest };
}

function findSecretProblem(secret: string, key: string, platform: Platform): string | undefined {
  if (secret.trim() === '') return 'is empty';
  if (/[^\x20-\x7e]/.test(secret.trim()))
    return 'has a line break or another character that a header cannot carry';
  if (key === 'bearer' && /^bearer\s/i.test(secret))
    return 'begins with `Bearer`; leave the word out, it is added';
  if (/\bsk-ant-/.test(secret) && !OF_ANTHROPIC.includes(platform))
    return `is a credential of Anthropic, which must not be sent to ${platform}`;
  return undefined;
}

/** Makes a value that is fixed, or one that reads its files for each request. */
function makeValue(
  prefix: string,
  secret: string,
  expansion: Expansion | undefined,
  findProblem: (text: string) => string | undefined,
): string | (() => Promise<string>) {
  const parts = expansion?.parts ?? [];
  if (parts.every((part) => typeof part === 'string')) return `${prefix}${secret.trim()}`;
  return async () => {
    const text = await readParts(parts);
    // The file may have changed since the start.
    const problem = findProblem(text);
    if (problem)
      throw new CredentialError(problem, { code: 'key-file-invalid', fix: 'correct the file' });
    return `${prefix}${text.trim()}`;
  };
}

type Cloud = 'aws' | 'google' | 'azure';

const CLOUD: Readonly<Record<Platform, Cloud | undefined>> = {
  'claude-api': undefined,
  'claude-on-aws': 'aws',
  'claude-on-google-cloud': 'google',
  bedrock: 'aws',
  'bedrock-converse': 'aws',
  'bedrock-mantle': 'aws',
  vertex: 'google',
  foundry: 'azure',
  'foundry-azure': 'azure',
};

const suggestSign = (platform: Platform): string =>
  CLOUD[platform] ? ` or \`sign: ${CLOUD[platform]}\`` : '';

const SERVICES: Partial<Readonly<Record<Platform, AwsService>>> = {
  bedrock: 'bedrock',
  'bedrock-mantle': 'bedrock-mantle',
  'claude-on-aws': 'aws-external-anthropic',
};

function buildSign(
  upstream: UpstreamData,
  sign: SignData,
  url: string,
  { folder, env }: AuthContext,
): AuthResult {
  const { platform, workspace } = upstream;
  const options = typeof sign === 'string' ? {} : Object.values(sign)[0];
  const cloud = (typeof sign === 'string' ? sign : Object.keys(sign)[0]) as Cloud;
  const path = ['auth', 'sign'];
  if (cloud !== CLOUD[platform])
    return fail(
      path,
      CLOUD[platform]
        ? `"${cloud}" does not fit ${platform}; write ${CLOUD[platform]}`
        : `${platform} takes no signature; write \`passthrough\` or \`replace\``,
    );
  if (cloud === 'google') {
    const { keyFile } = options as { keyFile?: string };
    const file = keyFile === undefined ? undefined : resolve(folder, keyFile);
    return makeToken(createGoogleSigner({ keyFile: file }), { google: options });
  }
  if (cloud === 'azure') return makeToken(createAzureSigner(options), { azure: options });
  const { region = upstream.region ?? readRegion(url), profile } = options as {
    region?: string;
    profile?: string;
  };
  const service = SERVICES[platform] ?? 'bedrock';
  if (region === undefined)
    return fail(path, 'the region of the signature is not in "url"; add "region" to the upstream');
  const headers = workspace === undefined ? {} : { 'anthropic-workspace-id': workspace };
  const signer = createAwsSigner({ service, region, profile, headers, env });
  const shown = { service, region, ...(profile && { profile }) };
  return {
    auth: { mode: 'sign', sign: signer },
    effective: { sign: { aws: shown } },
    problems: [],
  };
}

/** A token does not cover the body, so uploads are streamed. */
const makeToken = (sign: Signer, shown: unknown): AuthResult => ({
  auth: { mode: 'sign', sign, signsBody: false },
  effective: { sign: shown },
  problems: [],
});

const AWS_HOST =
  /(?:^|\.)(?:bedrock-runtime(?:-fips)?|bedrock-mantle|aws-external-anthropic)\.([a-z\d-]+)\./;

/** Reads the region in a host of AWS. */
const readRegion = (url: string): string | undefined => AWS_HOST.exec(new URL(url).hostname)?.[1];
