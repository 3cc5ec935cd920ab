/** Samples for a beta, made from its rules: the same request for four readers. */
import { BATCHES_PATH, COUNT_TOKENS_PATH, MESSAGES_PATH } from '@beta-headers/grammar';
import { type CatalogBeta, type CatalogRule, findBeta } from './catalog.ts';
import { exampleOf, examplePathValue } from './example-values.ts';
import type { CodeLanguage } from './highlight.ts';
import { parseEndpoint } from './rules.ts';
import {
  type Dialect,
  GAP,
  JSON_TEXT,
  PYTHON,
  printValue,
  REST,
  TYPESCRIPT,
  type Value,
} from './sample-value.ts';
import { OTHER_MODELS, SAMPLE_MODEL } from './site.ts';

export const SAMPLE_LANGUAGES = ['node', 'deno', 'python', 'curl'] as const;
export type SampleLanguage = (typeof SAMPLE_LANGUAGES)[number];

/** One request that needs the beta. */
export type SampleRequest =
  | {
      readonly kind: 'message';
      readonly beta: string;
      readonly countTokens: boolean;
      readonly version: string;
      readonly fields: Readonly<Record<string, Value>>;
    }
  | {
      readonly kind: 'endpoint';
      readonly beta: string;
      readonly method: string;
      readonly path: string;
      readonly version: string;
      readonly body?: Readonly<Record<string, Value>> | undefined;
    };

/** The anthropic-version that current clients send. */
const API_VERSION = '2026-10-21';
const HELLO: Value = [{ role: 'user', content: 'Hello, Claude' }];
const MESSAGES = [`POST ${MESSAGES_PATH}`, `POST ${COUNT_TOKENS_PATH}`];

/** A request for which somebody would send this beta; nothing for betas that nobody should send to the Claude API. */
export function sampleRequest(beta: CatalogBeta): SampleRequest | undefined {
  if (beta.undocumented || ['internal', 'retired', 'graduated', 'superseded'].includes(beta.stage))
    return undefined;
  if (beta.platforms['claude-api'].accepts === false) return undefined;
  const rule = tellingRule(beta);
  if (rule) return isMessageRule(rule) ? messageRequest(beta, rule) : endpointRequest(beta, rule);
  const endpoint = beta.selectsAt[0];
  if (!endpoint && beta.opens.length) return undefined;
  if (endpoint && !MESSAGES.includes(endpoint))
    return endpointRequest(beta, { endpoint: [endpoint] });
  return messageRequest(beta, undefined);
}

/** The rule that shows best what the beta is for: one that no other beta satisfies, on the request rather than on its history. */
function tellingRule(beta: CatalogBeta): CatalogRule | undefined {
  // A beta may have its rule with another one, which names it as a choice.
  const lent = beta.chosenFor
    .flatMap((id) => findBeta(id)?.opens ?? [])
    .filter((rule) => rule.choice?.includes(beta.id));
  const own = beta.opens.length > 0 || beta.selectsAt.length > 0;
  const rules = (own ? beta.opens : lent).filter(
    (rule) => !rule.platform || rule.platform.includes('claude-api'),
  );
  const messages = rules.filter(isMessageRule);
  const top = messages.filter((rule) => !rule.at?.startsWith('messages'));
  const alone = (list: readonly CatalogRule[]): CatalogRule | undefined =>
    list.find((rule) => !rule.choice) ?? list[0];
  return alone(top) ?? alone(messages) ?? rules[0];
}

/** Whether a rule is about message params, and not only about those of a batch. */
function isMessageRule(rule: CatalogRule): boolean {
  return rule.endpoint
    ? rule.endpoint.some((endpoint) => MESSAGES.includes(endpoint))
    : rule.at !== undefined;
}

function messageRequest(beta: CatalogBeta, rule: CatalogRule | undefined): SampleRequest {
  const fields = fieldsFor(rule);
  const countTokens =
    rule?.endpoint !== undefined && !rule.endpoint.includes(MESSAGES[0] as string);
  return {
    kind: 'message',
    beta: beta.id,
    countTokens,
    version: rule?.apiVersion ?? API_VERSION,
    fields: {
      model: modelFor(beta, rule),
      ...(!countTokens && { max_tokens: 1024 }),
      ...fields,
      ...(fields['messages'] === undefined && { messages: HELLO }),
    },
  };
}

/** The usual model, unless the rule, the beta or one of its traps names others. */
function modelFor(beta: CatalogBeta, rule: CatalogRule | undefined): string {
  const refused = new Set(
    beta.traps.flatMap((trap) =>
      !trap.platform || trap.platform.includes('claude-api') ? (trap.model ?? []) : [],
    ),
  );
  const fitting = rule?.model ?? beta.models?.only;
  const candidates =
    fitting && !fitting.includes(SAMPLE_MODEL)
      ? fitting
      : [SAMPLE_MODEL, ...(fitting ?? OTHER_MODELS)];
  return candidates.find((model) => !refused.has(model)) ?? SAMPLE_MODEL;
}

function endpointRequest(beta: CatalogBeta, rule: CatalogRule): SampleRequest {
  const endpoint = parseEndpoint(rule.endpoint?.[0] ?? '* /v1/messages');
  const method = endpoint.method ?? 'GET';
  const fields = fieldsFor(rule);
  const body: Record<string, Value> =
    endpoint.path === BATCHES_PATH ? batchBody(beta, rule, fields) : fields;
  const hasBody = ['POST', 'PUT', 'PATCH'].includes(method) && Object.keys(body).length > 0;
  return {
    kind: 'endpoint',
    beta: beta.id,
    method,
    path: endpoint.path,
    version: rule.apiVersion ?? API_VERSION,
    ...(hasBody && { body }),
  };
}

/** A rule about batches speaks of the message params of each item. */
function batchBody(
  beta: CatalogBeta,
  rule: CatalogRule,
  fields: Readonly<Record<string, Value>>,
): Record<string, Value> {
  return {
    requests: [
      {
        custom_id: 'first',
        params: { model: modelFor(beta, rule), max_tokens: 1024, ...fields, messages: HELLO },
      },
    ],
  };
}

/** Fields that a rule is about: real ones where the table of examples has them, else as much as the rule says. */
function fieldsFor(rule: CatalogRule | undefined): Readonly<Record<string, Value>> {
  return rule?.at === undefined
    ? {}
    : (exampleOf(rule)?.fields ?? fieldsOf(rule.at, valueFor(rule)));
}

/** A value that passes the rule's test. */
function valueFor(rule: CatalogRule): Value {
  if (rule.is !== undefined) return rule.is;
  if (rule.in !== undefined) return rule.in[0] as string | number;
  return rule.above === undefined ? GAP : rule.above + 1;
}

/** `tools[].type` with a value as an object: `{ tools: [{ type: value, … }] }`. `**` adds no level of its own. */
export function fieldsOf(at: string, value: Value): Record<string, Value> {
  const names = at.split('.').filter((name) => name !== '**');
  const build = (index: number): Value => {
    const name = names[index];
    if (name === undefined) return value;
    const lists = name.match(/\[\]/g)?.length ?? 0;
    let inner = build(index + 1);
    for (let i = 0; i < lists; i++) inner = [inner];
    const rest = index > 0 && index === names.length - 1 && isUnfinished(names, index);
    const fields: Record<string, Value> =
      names[index - 1] === 'messages[]' && name !== 'role' ? { role: 'user' } : {};
    fields[name.replaceAll('[]', '')] = inner;
    if (rest) fields[REST] = GAP;
    return fields;
  };
  return build(0) as Record<string, Value>;
}

/** An element of a list has more fields than the one that the rule names. */
const isUnfinished = (names: readonly string[], index: number): boolean =>
  (names[index - 1] ?? '').endsWith('[]') && names[index] !== 'content';

/** The sample in a language, as it would stand in a file. */
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

/** Whether any part of the request is left to the reader. */
export function hasGap(request: SampleRequest): boolean {
  return sample(request, 'curl').includes('…');
}
