/** A request written out for four readers. */
import { examplePathValue } from './example-values.ts';
import type { CodeLanguage } from './highlight.ts';
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

export const SAMPLE_LANGUAGES = ['node', 'deno', 'python', 'curl'] as const;
export type SampleLanguage = (typeof SAMPLE_LANGUAGES)[number];

/** The sample in a language, as the text of a file. */
export function sample(request: SampleRequest, language: SampleLanguage): string {
  const writers: Record<SampleLanguage, (request: SampleRequest) => string> = {
    node: (r) => typescript(r, '@anthropic-ai/sdk'),
    deno: (r) => typescript(r, 'npm:@anthropic-ai/sdk'),
    python,
    curl,
  };
  return writers[language](request);
}

/** The language that the highlighter knows a sample as. */
export const highlightAs: Record<SampleLanguage, CodeLanguage> = {
  node: 'ts',
  deno: 'ts',
  python: 'python',
  curl: 'sh',
};

const isAdmin = (request: SampleRequest): boolean =>
  request.kind === 'endpoint' && request.path.startsWith('/v1/organizations');
const PARAMETER = /\{(\w+)\}/g;
const parametersOf = (path: string): string[] =>
  [...path.matchAll(PARAMETER)].map(([, name]) => name as string);
const camel = (name: string): string =>
  name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const assignments = (
  fields: Readonly<Record<string, Value>>,
  dialect: Dialect,
  join: string,
): string[] =>
  Object.entries(fields).map(([key, value]) =>
    key === REST ? `${dialect.gap},` : `${key}${join}${printValue(value, dialect, 1)},`,
  );

function typescript(request: SampleRequest, source: string): string {
  const client = isAdmin(request)
    ? `const client = new Anthropic({ apiKey: ${source.startsWith('npm:') ? "Deno.env.get('ANTHROPIC_ADMIN_KEY')" : 'process.env.ANTHROPIC_ADMIN_KEY'} });`
    : 'const client = new Anthropic();';
  const head = [`import Anthropic from '${source}';`, '', client, ''];
  if (request.kind === 'message') {
    const { model, ...fields } = request.fields;
    const lines = assignments(
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
  const path = request.path.replace(PARAMETER, (_, name: string) => `\${${camel(name)}}`);
  const quoted = path === request.path ? `'${path}'` : `\`${path}\``;
  const parameters = parametersOf(request.path).map(
    (name) => `const ${camel(name)} = '${examplePathValue(name)}';`,
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

function python(request: SampleRequest): string {
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
    const lines = assignments(
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
  const parameters = parametersOf(request.path).map(
    (name) => `${name} = "${examplePathValue(name)}"`,
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

function curl(request: SampleRequest): string {
  const path =
    request.kind === 'message'
      ? `/v1/messages${request.countTokens ? '/count_tokens' : ''}`
      : request.path.replace(PARAMETER, (_, name: string) => examplePathValue(name));
  const method = request.kind === 'message' ? 'POST' : request.method;
  const body = request.kind === 'message' ? request.fields : request.body;
  return [
    `curl ${method === (body ? 'POST' : 'GET') ? '' : `-X ${method} `}https://api.anthropic.com${path}`,
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

/** The request has a part that is left to the reader. */
export function hasGap(request: SampleRequest): boolean {
  return sample(request, 'curl').includes('…');
}
