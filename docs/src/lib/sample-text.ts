/** Writes a sample request in four languages. */
import { makePathValue } from './example-values.ts';
import type { CodeLanguage } from './highlight.ts';
import type { SampleLanguage } from './sample-languages.ts';
import {
  type Dialect,
  JSON_TEXT,
  PYTHON,
  printValue,
  REST,
  TYPESCRIPT,
  type Value,
} from './sample-value.ts';
import type { SampleRequest } from './samples.ts';

/** Writes the sample in one language, as the text of a file. */
export function writeSample(request: SampleRequest, language: SampleLanguage): string {
  const writers: Record<SampleLanguage, (request: SampleRequest) => string> = {
    node: (r) => writeTypeScript(r, '@anthropic-ai/sdk'),
    deno: (r) => writeTypeScript(r, 'npm:@anthropic-ai/sdk'),
    python: writePython,
    curl: writeCurl,
  };
  return writers[language](request);
}

/** The name of each language in the highlighter. */
export const highlightAs: Record<SampleLanguage, CodeLanguage> = {
  node: 'ts',
  deno: 'ts',
  python: 'python',
  curl: 'sh',
};

const isAdmin = (request: SampleRequest): boolean =>
  request.kind === 'endpoint' && request.path.startsWith('/v1/organizations');
const PARAMETER = /\{(\w+)\}/g;
const listParameters = (path: string): string[] =>
  [...path.matchAll(PARAMETER)].map(([, name]) => name as string);
const toCamelCase = (name: string): string =>
  name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const writeAssignments = (
  fields: Readonly<Record<string, Value>>,
  dialect: Dialect,
  join: string,
): string[] =>
  Object.entries(fields).map(([key, value]) =>
    key === REST ? `${dialect.gap},` : `${key}${join}${printValue(value, dialect, 1)},`,
  );

function writeTypeScript(request: SampleRequest, source: string): string {
  const adminKey = source.startsWith('npm:')
    ? "Deno.env.get('ANTHROPIC_ADMIN_KEY')"
    : 'process.env.ANTHROPIC_ADMIN_KEY';
  const client = isAdmin(request)
    ? `const client = new Anthropic({ apiKey: ${adminKey} });`
    : 'const client = new Anthropic();';
  const head = [`import Anthropic from '${source}';`, '', client, ''];
  if (request.kind === 'message') {
    const { model, ...fields } = request.fields;
    const lines = writeAssignments(
      { model: model as Value, betas: [request.beta], ...fields },
      TYPESCRIPT,
      ': ',
    );
    const call = request.countTokens ? 'countTokens' : 'create';
    return [
      ...head,
      `const message = await client.beta.messages.${call}({`,
      ...lines.map((line) => `  ${line}`),
      '});',
    ].join('\n');
  }
  const path = request.path.replace(PARAMETER, (_, name: string) => `\${${toCamelCase(name)}}`);
  const quoted = path === request.path ? `'${path}'` : `\`${path}\``;
  const parameters = listParameters(request.path).map(
    (name) => `const ${toCamelCase(name)} = '${makePathValue(name)}';`,
  );
  const body = request.body ? [`  body: ${printValue(request.body, TYPESCRIPT, 1)},`] : [];
  return [
    ...head,
    ...parameters,
    `const answer = await client.${request.method.toLowerCase()}(${quoted}, {`,
    `  headers: { 'anthropic-beta': '${request.beta}' },`,
    ...body,
    '});',
  ].join('\n');
}

function writePython(request: SampleRequest): string {
  const client = isAdmin(request)
    ? [
        'import os',
        '',
        'import anthropic',
        '',
        'client = anthropic.Anthropic(api_key=os.environ["ANTHROPIC_ADMIN_KEY"])',
        '',
      ]
    : ['import anthropic', '', 'client = anthropic.Anthropic()', ''];
  if (request.kind === 'message') {
    const { model, ...fields } = request.fields;
    const lines = writeAssignments(
      { model: model as Value, betas: [request.beta], ...fields },
      PYTHON,
      '=',
    );
    const call = request.countTokens ? 'count_tokens' : 'create';
    return [
      ...client,
      `message = client.beta.messages.${call}(`,
      ...lines.map((line) => `    ${line}`),
      ')',
    ].join('\n');
  }
  const parameters = listParameters(request.path).map(
    (name) => `${name} = "${makePathValue(name)}"`,
  );
  const path = parameters.length > 0 ? `f"${request.path}"` : `"${request.path}"`;
  const body = request.body ? [`    body=${printValue(request.body, PYTHON, 1)},`] : [];
  const lines = [
    `    ${path},`,
    '    cast_to=object,',
    ...body,
    `    options={"headers": {"anthropic-beta": "${request.beta}"}},`,
  ];
  return [
    ...client,
    ...parameters,
    `answer = client.${request.method.toLowerCase()}(`,
    ...lines,
    ')',
  ].join('\n');
}

function writeCurl(request: SampleRequest): string {
  const path =
    request.kind === 'message'
      ? `/v1/messages${request.countTokens ? '/count_tokens' : ''}`
      : request.path.replace(PARAMETER, (_, name: string) => makePathValue(name));
  const method = request.kind === 'message' ? 'POST' : request.method;
  const body = request.kind === 'message' ? request.fields : request.body;
  const flag = method === (body ? 'POST' : 'GET') ? '' : `-X ${method} `;
  return [
    `curl ${flag}https://api.anthropic.com${path}`,
    `  -H "x-api-key: $${isAdmin(request) ? 'ANTHROPIC_ADMIN_KEY' : 'ANTHROPIC_API_KEY'}"`,
    `  -H "anthropic-version: ${request.version}"`,
    `  -H "anthropic-beta: ${request.beta}"`,
    ...(body
      ? [
          '  -H "content-type: application/json"',
          `  -d '${printValue(body, JSON_TEXT).replaceAll("'", "'\\''")}'`,
        ]
      : []),
  ].join(' \\\n');
}

/** Reports whether the request has a part that the reader has to fill in. */
export function hasGap(request: SampleRequest): boolean {
  return writeSample(request, 'curl').includes('…');
}
