/** Writes a corrected request as code for one platform, in four languages. */
import type { Platform } from '@beta-headers/core';
import {
  CONVERSE_FIELDS,
  COUNT_TOKENS_PATH,
  MESSAGES_PATH,
  platformPath,
  readRoute,
} from '@beta-headers/grammar';
import { CALLERS } from '../../generated/callers.ts';
import type { SampleLanguage } from '../sample-languages.ts';
import {
  type Dialect,
  JSON_TEXT,
  PYTHON,
  printValue,
  TYPESCRIPT,
  type Value,
} from '../sample-value.ts';
import type { Caller } from './caller.ts';

/** A request whose betas are decided. */
export interface Corrected {
  readonly platform: Platform;
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: unknown;
  readonly betas: readonly string[];
}

type Fields = Record<string, Value>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Headers that the client sends itself, or that a sample fills from shell variables. */
const OWN_HEADERS: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'anthropic-beta',
  'anthropic-dangerous-direct-browser-access',
  'anthropic-version',
  'api-key',
  'authorization',
  'connection',
  'content-length',
  'content-type',
  'cookie',
  'host',
  'origin',
  'priority',
  'proxy-authorization',
  'referer',
  'user-agent',
  'x-api-key',
]);
const OWN_PREFIX = /^(?:x-stainless|x-amz|x-goog|sec)-/i;
const isOwnHeader = (name: string): boolean =>
  OWN_HEADERS.has(name.toLowerCase()) || OWN_PREFIX.test(name);

const PYTHON_WORDS: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except ' +
    'finally for from global if import in is lambda nonlocal not or pass raise return try while ' +
    'with yield'
  ).split(' '),
);

/** Writes the request in one language, as plain text. */
export function writeCorrected(request: Corrected, language: SampleLanguage): string {
  const isConverse = readRoute(request.method, request.path).form === 'converse';
  if (isConverse || !CALLERS[request.platform]?.client) return writeConverse(request, isConverse);
  if (language === 'curl') return writeCurl(request);
  return language === 'python'
    ? writePython(request)
    : writeTypeScript(request, language === 'deno' ? 'npm:' : '');
}

/**
 * Writes the fields that a Converse body must have. A body that already has that shape is written
 * whole, for every platform.
 */
function writeConverse({ betas, body }: Corrected, isWhole: boolean): string {
  const { [CONVERSE_FIELDS]: given, ...rest } = isWhole && isFields(body) ? body : ({} as Fields);
  const { anthropic_beta: _, ...others } = isFields(given) ? given : ({} as Fields);
  const fields = { ...others, ...(betas.length > 0 && { anthropic_beta: betas }) };
  const isNeeded = !isWhole || Object.keys(fields).length > 0;
  return printValue({ ...rest, ...(isNeeded && { [CONVERSE_FIELDS]: fields }) }, JSON_TEXT);
}

const pickExtraHeaders = ({ headers }: Corrected): Fields =>
  Object.fromEntries(headers.filter(([name]) => /^[\w-]+$/.test(name) && !isOwnHeader(name)));

/** Reads a request as a call of the client's `messages`, if it is one. */
function readMessagesCall(
  request: Corrected,
): { readonly count: boolean; readonly fields: Fields } | undefined {
  const { path, params } = readRoute(request.method, request.path);
  if (params !== 'body' || !isFields(request.body)) return undefined;
  return { count: path === COUNT_TOKENS_PATH, fields: request.body };
}

const writeEntries = (fields: Fields, dialect: Dialect, join: string): string[] =>
  Object.entries(fields).map(
    ([key, value]) =>
      `${join === '=' ? key : dialect.key(key)}${join}${printValue(value, dialect, 1)},`,
  );

function writeTypeScript(request: Corrected, prefix: string): string {
  const { name, package: source } = getClient(request);
  const head = [
    `import { ${name} } from '${prefix}${source}';`,
    '',
    `const client = new ${name}();`,
    '',
  ];
  const extra = pickExtraHeaders(request);
  const messages = readMessagesCall(request);
  if (messages) {
    const { model, ...fields } = messages.fields;
    const all: Fields = {
      ...(model !== undefined && { model }),
      ...(request.betas.length > 0 && { betas: request.betas }),
      ...fields,
    };
    const options =
      Object.keys(extra).length > 0 ? `, { headers: ${printValue(extra, TYPESCRIPT)} }` : '';
    const call = messages.count ? 'countTokens' : 'create';
    return [
      ...head,
      `const message = await client.beta.messages.${call}({`,
      ...writeEntries(all, TYPESCRIPT, ': ').map((line) => `  ${line}`),
      `}${options});`,
    ].join('\n');
  }
  const headers: Fields = {
    ...extra,
    ...(request.betas.length > 0 && { 'anthropic-beta': request.betas.join(',') }),
  };
  const options = [
    ...(Object.keys(headers).length > 0
      ? [`  headers: ${printValue(headers, TYPESCRIPT, 1)},`]
      : []),
    ...(request.body === undefined
      ? []
      : [`  body: ${printValue(request.body as Value, TYPESCRIPT, 1)},`]),
  ];
  const call = VERBS.has(request.method) ? request.method.toLowerCase() : 'post';
  const path = TYPESCRIPT.quote(request.path);
  return [
    ...head,
    ...(options.length > 0
      ? [`const answer = await client.${call}(${path}, {`, ...options, '});']
      : [`const answer = await client.${call}(${path});`]),
  ].join('\n');
}

const VERBS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

function writePython(request: Corrected): string {
  const name = getClient(request).python;
  const head = ['import anthropic', '', `client = anthropic.${name}()`, ''];
  const extra = pickExtraHeaders(request);
  const messages = readMessagesCall(request);
  if (messages) {
    const { model, ...fields } = messages.fields;
    const all: Fields = {
      ...(model !== undefined && { model }),
      ...(request.betas.length > 0 && { betas: request.betas }),
      ...fields,
    };
    const names = Object.keys(all).filter(
      (key) => /^[a-z_]\w*$/.test(key) && !PYTHON_WORDS.has(key),
    );
    const rest = Object.fromEntries(Object.entries(all).filter(([key]) => !names.includes(key)));
    const lines = writeEntries(
      Object.fromEntries(names.map((key) => [key, all[key] as Value])),
      PYTHON,
      '=',
    );
    if (Object.keys(rest).length > 0) lines.push(`extra_body=${printValue(rest, PYTHON, 1)},`);
    if (Object.keys(extra).length > 0) lines.push(`extra_headers=${printValue(extra, PYTHON, 1)},`);
    const call = messages.count ? 'count_tokens' : 'create';
    return [
      ...head,
      `message = client.beta.messages.${call}(`,
      ...lines.map((line) => `    ${line}`),
      ')',
    ].join('\n');
  }
  const headers: Fields = {
    ...extra,
    ...(request.betas.length > 0 && { 'anthropic-beta': request.betas.join(',') }),
  };
  const lines = [
    `    ${PYTHON.quote(request.path)},`,
    '    cast_to=object,',
    ...(request.body === undefined
      ? []
      : [`    body=${printValue(request.body as Value, PYTHON, 1)},`]),
    ...(Object.keys(headers).length > 0
      ? [`    options={"headers": ${printValue(headers, PYTHON, 1)}},`]
      : []),
  ];
  const call = VERBS.has(request.method) ? request.method.toLowerCase() : 'post';
  return [...head, `answer = client.${call}(`, ...lines, ')'].join('\n');
}

const quoteShell = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const makeSignatureFlags = (service: string): string[] => [
  `--aws-sigv4 "aws:amz:$AWS_REGION:${service}"`,
  '--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"',
  '-H "x-amz-security-token: $AWS_SESSION_TOKEN"',
];

/** The parts of a curl command that depend on the platform. */
interface CurlTarget {
  readonly url: string;
  readonly auth: readonly string[];
  readonly body: unknown;
  /** Betas go in the header. */
  readonly header: boolean;
}

/** Bedrock and Vertex take messages only. Other requests are written for the Claude API. */
function makeCurlTarget(request: Corrected): CurlTarget {
  const messages = readMessagesCall(request);
  switch (request.platform) {
    case 'bedrock':
      return messages && !messages.count
        ? makeInvokeTarget(request, messages.fields)
        : makePlainTarget({ ...request, platform: 'claude-api' });
    case 'vertex':
      return messages
        ? makeRawPredictTarget(request, messages)
        : makePlainTarget({ ...request, platform: 'claude-api' });
    default:
      return makePlainTarget(request);
  }
}

/** Makes the target on a platform that takes requests as the Claude API does. */
function makePlainTarget(request: Corrected): CurlTarget {
  const messages = readMessagesCall(request);
  const path = messages ? (messages.count ? COUNT_TOKENS_PATH : MESSAGES_PATH) : request.path;
  return {
    url: `${writeAddress(request, path)}`,
    auth: [...writeAuth(request, path), `-H "anthropic-version: ${readVersion(request)}"`],
    body: messages ? messages.fields : request.body,
    header: true,
  };
}

function makeInvokeTarget(request: Corrected, { model, stream, ...fields }: Fields): CurlTarget {
  const path = platformPath({
    form: 'invoke',
    path: MESSAGES_PATH,
    model: String(model ?? 'MODEL'),
    stream: stream === true,
  });
  const betas = request.betas.length > 0 && { anthropic_beta: request.betas };
  return {
    url: writeAddress(request, path),
    auth: writeAuth(request, path),
    body: { anthropic_version: 'bedrock-2023-05-31', ...betas, ...fields },
    header: false,
  };
}

function makeRawPredictTarget(
  request: Corrected,
  { count, fields: { model, ...fields } }: { readonly count: boolean; readonly fields: Fields },
): CurlTarget {
  const path = platformPath({
    form: 'raw-predict',
    path: count ? COUNT_TOKENS_PATH : MESSAGES_PATH,
    model: String(model ?? 'MODEL'),
    stream: fields['stream'] === true,
  });
  const counted = count && model !== undefined && { model };
  return {
    url: writeAddress(request, path),
    auth: writeAuth(request, path),
    body: { anthropic_version: 'vertex-2023-10-16', ...counted, ...fields },
    header: true,
  };
}

const ORGANIZATION = /^\/v1\/(?:organizations|user_profiles)(?:[/?]|$)/;

/** Writes an address in which the shell expands the variables of the base, and none of the path. */
function writeAddress({ platform }: Corrected, path: string): string {
  const { base = '', organization = base } = CALLERS[platform]?.call ?? {};
  const start = ORGANIZATION.test(path) ? organization : base;
  return start.includes('$') ? `"${start}"${quotePath(path)}` : quotePath(`${start}${path}`);
}

function writeAuth({ platform }: Corrected, path: string): string[] {
  const { headers = [], signed } = CALLERS[platform]?.call ?? {};
  // The Admin API of the Claude API has keys of its own.
  const isAdmin = platform === 'claude-api' && path.startsWith('/v1/organizations');
  return [
    ...headers.map(
      (header) =>
        `-H "${isAdmin ? header.replace('ANTHROPIC_API_KEY', 'ANTHROPIC_ADMIN_KEY') : header}"`,
    ),
    ...(signed === undefined ? [] : makeSignatureFlags(signed)),
  ];
}

const getClient = ({ platform }: Corrected): NonNullable<Caller['client']> =>
  CALLERS[platform]?.client ?? NO_CLIENT;
const NO_CLIENT = { package: '', name: '', python: '' };

/** Quotes a path only if the shell would change it. */
const quotePath = (text: string): string => (/^[\w:/.%-]+$/.test(text) ? text : quoteShell(text));

const readVersion = ({ headers }: Corrected): string => {
  const sent = headers.find(([name]) => name.toLowerCase() === 'anthropic-version')?.[1] ?? '';
  return /^[\d-]{8,12}$/.test(sent) ? sent : '2023-06-01';
};

function writeCurl(request: Corrected): string {
  const { url, auth, body, header } = makeCurlTarget(request);
  const implied = body === undefined ? 'GET' : 'POST';
  const method = request.method.replace(/[^A-Z]/g, '') || implied;
  return [
    `curl ${method === implied ? '' : `-X ${method} `}${url}`,
    ...auth.map((line) => `  ${line}`),
    ...(header && request.betas.length > 0
      ? [`  -H ${quoteHeader(`anthropic-beta: ${request.betas.join(',')}`)}`]
      : []),
    ...Object.entries(pickExtraHeaders(request)).map(
      ([name, value]) => `  -H ${quoteShell(`${name}: ${String(value).replace(/[\r\n]+/g, ' ')}`)}`,
    ),
    ...(body === undefined
      ? []
      : [
          '  -H "content-type: application/json"',
          `  -d ${quoteShell(printValue(body as Value, JSON_TEXT))}`,
        ]),
  ].join(' \\\n');
}

const quoteHeader = (text: string): string =>
  /^[\w:, .-]+$/.test(text) ? `"${text}"` : quoteShell(text);
