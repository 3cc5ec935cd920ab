/** Makes a sample request that needs a beta from the rules of the beta. */
import { BATCHES_PATH, COUNT_TOKENS_PATH, MESSAGES_PATH } from '@beta-headers/grammar';
import { HOME } from '@beta-headers/manifest';
import { type CatalogBeta, type CatalogRule, findBeta, getFeature } from './catalog.ts';
import { getHeaderMark } from './claim-marks.ts';
import { findExample } from './example-values.ts';
import { parseEndpoint } from './rules.ts';
import { GAP, REST, type Value } from './sample-value.ts';
import { OTHER_MODELS, SAMPLE_MODEL } from './site.ts';

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

/** Makes a request that needs this beta. Returns nothing for betas that should not be sent. */
export function makeSampleRequest(beta: CatalogBeta): SampleRequest | undefined {
  if (beta.undocumented || ['internal', 'retired', 'graduated', 'superseded'].includes(beta.stage))
    return undefined;
  if (getHeaderMark(beta.acceptance[HOME] ?? []) === 'rejected') return undefined;
  const rule = chooseRule(beta);
  if (rule)
    return isMessageRule(rule) ? makeMessageRequest(beta, rule) : makeEndpointRequest(beta, rule);
  const endpoint = beta.selectsAt[0];
  if (!endpoint && beta.requires.length) return undefined;
  if (endpoint && !MESSAGES.includes(endpoint))
    return makeEndpointRequest(beta, { endpoint: [endpoint] });
  return makeMessageRequest(beta, undefined);
}

/**
 * Chooses the rule that shows the purpose of the beta best: one that no other beta satisfies, and
 * that is about the request rather than about its history.
 */
function chooseRule(beta: CatalogBeta): CatalogRule | undefined {
  // The rule may belong to another beta, which names this one as a choice.
  const lent = beta.chosenFor
    .flatMap((id) => findBeta(id)?.requires ?? [])
    .filter((rule) => rule.choice?.includes(beta.id));
  const own = beta.requires.length > 0 || beta.selectsAt.length > 0;
  const rules = (own ? beta.requires : lent).filter(
    (rule) => !rule.platform || rule.platform.includes(HOME),
  );
  const messages = rules.filter(isMessageRule);
  const top = messages.filter((rule) => !rule.at?.startsWith('messages'));
  const alone = (list: readonly CatalogRule[]): CatalogRule | undefined =>
    list.find((rule) => !rule.choice) ?? list[0];
  return alone(top) ?? alone(messages) ?? rules[0];
}

/** Reports whether a rule is about message params, and not only about those of a batch. */
function isMessageRule(rule: CatalogRule): boolean {
  return rule.endpoint
    ? rule.endpoint.some((endpoint) => MESSAGES.includes(endpoint))
    : rule.at !== undefined;
}

function makeMessageRequest(beta: CatalogBeta, rule: CatalogRule | undefined): SampleRequest {
  const fields = makeFields(rule);
  const countTokens =
    rule?.endpoint !== undefined && !rule.endpoint.includes(MESSAGES[0] as string);
  return {
    kind: 'message',
    beta: beta.id,
    countTokens,
    version: rule?.apiVersion ?? API_VERSION,
    fields: {
      model: chooseModel(beta, rule),
      ...(!countTokens && { max_tokens: 1024 }),
      ...fields,
      ...(fields['messages'] === undefined && { messages: HELLO }),
    },
  };
}

/** Chooses the usual model, unless the rule or the feature names others or the API refuses it. */
function chooseModel(beta: CatalogBeta, rule: CatalogRule | undefined): string {
  const { availability, models } = getFeature(beta.feature);
  // Most samples call Messages, to which claims about other endpoints do not apply.
  const claims = (availability[HOME] ?? []).filter((one) => !one.endpoint);
  const isRefused = (model: string): boolean => {
    const claim = claims.find((one) => one.models?.includes(model) ?? true);
    return claim?.status === 'unavailable' || claim?.status === 'no-effect';
  };
  const fitting = rule?.model ?? models?.only;
  const candidates =
    fitting && !fitting.includes(SAMPLE_MODEL)
      ? fitting
      : [SAMPLE_MODEL, ...(fitting ?? OTHER_MODELS)];
  return candidates.find((model) => !isRefused(model)) ?? SAMPLE_MODEL;
}

function makeEndpointRequest(beta: CatalogBeta, rule: CatalogRule): SampleRequest {
  const endpoint = parseEndpoint(rule.endpoint?.[0] ?? `* ${MESSAGES_PATH}`);
  const method = endpoint.method ?? 'GET';
  const fields = makeFields(rule);
  const body: Record<string, Value> =
    endpoint.path === BATCHES_PATH ? makeBatchBody(beta, rule, fields) : fields;
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

/** Makes the body of a batch: the rule is about the message params of its items. */
function makeBatchBody(
  beta: CatalogBeta,
  rule: CatalogRule,
  fields: Readonly<Record<string, Value>>,
): Record<string, Value> {
  return {
    requests: [
      {
        custom_id: 'first',
        params: { model: chooseModel(beta, rule), max_tokens: 1024, ...fields, messages: HELLO },
      },
    ],
  };
}

/** Makes the fields that a rule is about, from the table of examples or from the rule alone. */
function makeFields(rule: CatalogRule | undefined): Readonly<Record<string, Value>> {
  return rule?.at === undefined
    ? {}
    : (findExample(rule)?.fields ?? buildFields(rule.at, makeValue(rule)));
}

/** Makes a value that passes the test of a rule. */
function makeValue(rule: CatalogRule): Value {
  if (rule.is !== undefined) return rule.is;
  if (rule.in !== undefined) return rule.in[0] as string | number;
  return rule.above === undefined ? GAP : rule.above + 1;
}

/**
 * Builds an object with a value at a path: `tools[].type` → `{ tools: [{ type: value, … }] }`.
 * `**` adds no level.
 */
export function buildFields(at: string, value: Value): Record<string, Value> {
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

/** Reports whether an element of a list needs more fields than the one that the rule names. */
const isUnfinished = (names: readonly string[], index: number): boolean =>
  (names[index - 1] ?? '').endsWith('[]') && names[index] !== 'content';
