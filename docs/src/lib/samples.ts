/** Lists sample requests of betas and features, as they were before and as they are today. */
import { type Platform, plan } from '@beta-headers/core';
import { BATCHES_PATH, COUNT_TOKENS_PATH, MESSAGES_PATH, readRoute } from '@beta-headers/grammar';
import { anthropicVersion } from '@beta-headers/manifest/sdk.json';
import {
  type CatalogBeta,
  type CatalogFeature,
  type CatalogRule,
  findBeta,
  getBeta,
  getFeature,
} from './catalog.ts';
import type { CodeRequest } from './code/index.ts';
import { EXAMPLES, type Example, findFields, makePathValue } from './example-values.ts';
import { newestCheck } from './newest-check.ts';
import { parseEndpoint } from './rules.ts';
import { OTHER_MODELS, SAMPLE_MODEL } from './site.ts';

/** One request. */
export interface Sample {
  /** As it was written with a header that is not needed there any more, if there is one. */
  readonly before?: CodeRequest;
  /** As it is written today. The engine says that it works. */
  readonly now: CodeRequest;
  /** True if sources disagree on it, so that the engine cannot say that it works. */
  readonly disputed?: true;
}

type Fields = Readonly<Record<string, unknown>>;
const HELLO = [{ role: 'user', content: 'Hello, Claude' }];
const MESSAGES = [`POST ${MESSAGES_PATH}`, `POST ${COUNT_TOKENS_PATH}`];

/** Cached, because the pages and the Markdown of both languages show the same samples. */
const cache = new WeakMap<CatalogBeta, Map<Platform, readonly Sample[]>>();

/** Lists the samples of a beta or a feature. Empty if nothing is known to work on the platform. */
export function listSamples(
  subject: CatalogBeta | CatalogFeature,
  platform: Platform,
): readonly Sample[] {
  if ('betas' in subject) return listFeatureSamples(subject, platform);
  const known = cache.get(subject) ?? new Map<Platform, readonly Sample[]>();
  const samples = known.get(platform) ?? listBetaSamples(subject, platform);
  cache.set(subject, known.set(platform, samples));
  return samples;
}

function listBetaSamples(beta: CatalogBeta, platform: Platform): readonly Sample[] {
  if (beta.undocumented || beta.stage === 'internal') return [];
  return listExamples(beta).flatMap((example) => makeSample(beta, example, platform) ?? []);
}

/** The samples of the default beta of a feature, or else of the newest one that has any. */
function listFeatureSamples(feature: CatalogFeature, platform: Platform): readonly Sample[] {
  const ids = [feature.default, feature.latest, ...feature.betas.toReversed()];
  for (const id of new Set(ids)) {
    const samples = listSamples(getBeta(id), platform);
    if (samples.length > 0) return samples;
  }
  return [];
}

/** Lists the requests of a beta: authored ones, or one that meets its rule. */
function listExamples(beta: CatalogBeta): readonly Example[] {
  const authored = EXAMPLES[beta.id];
  if (authored) return authored;
  const rule = chooseRule(beta);
  const example = rule ? makeExample(rule) : undefined;
  if (example) return [example];
  if (beta.supersededBy !== undefined) return listExamples(findSuccessor(beta));
  const isOptional = !rule && beta.selectsAt.length === 0 && beta.requires.length === 0;
  return isOptional && beta.stage !== 'retired' ? [{}] : [];
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
  const rules = own ? beta.requires : lent;
  const messages = rules.filter(isMessageRule);
  const top = messages.filter((rule) => !rule.at?.startsWith('messages'));
  const alone = (list: readonly CatalogRule[]): CatalogRule | undefined =>
    list.find((rule) => !rule.choice) ?? list[0];
  return alone(top) ?? alone(messages) ?? rules[0];
}

/** Tests if a rule is about message params, and not only about those of a batch. */
function isMessageRule(rule: CatalogRule): boolean {
  return rule.endpoint
    ? rule.endpoint.some((endpoint) => MESSAGES.includes(endpoint))
    : rule.at !== undefined;
}

/** Makes a request that meets a rule, unless a value is neither in the table nor in the rule. */
function makeExample(rule: CatalogRule): Example | undefined {
  const value = rule.is ?? rule.in?.[0] ?? (rule.above === undefined ? undefined : rule.above + 1);
  const fields =
    rule.at === undefined
      ? {}
      : (findFields(rule)?.fields ??
        (value === undefined ? undefined : buildFields(rule.at, value)));
  if (!fields) return undefined;
  if (isMessageRule(rule)) {
    const isCount = rule.endpoint && !rule.endpoint.includes(MESSAGES[0] as string);
    return { fields, ...(isCount && { endpoint: MESSAGES[1] as string }) };
  }
  const { method = 'GET', path } = parseEndpoint(rule.endpoint?.[0] ?? `* ${MESSAGES_PATH}`);
  const endpoint = `${method} ${path}`;
  if (path !== BATCHES_PATH) return { endpoint, fields };
  const params = { model: SAMPLE_MODEL, max_tokens: 1024, ...fields, messages: HELLO };
  return { endpoint, fields: { requests: [{ custom_id: 'first', params }] } };
}

/** Builds an object with a value at a path: `tools[].type` → `{ tools: [{ type: value }] }`. */
export function buildFields(at: string, value: unknown): Fields {
  const names = at.split('.').filter((name) => name !== '**');
  const build = (index: number): unknown => {
    const name = names[index];
    if (name === undefined) return value;
    const lists = name.match(/\[\]/g)?.length ?? 0;
    let inner = build(index + 1);
    for (let i = 0; i < lists; i++) inner = [inner];
    return {
      ...(names[index - 1] === 'messages[]' && name !== 'role' && { role: 'user' }),
      [name.replaceAll('[]', '')]: inner,
    };
  };
  return build(0) as Fields;
}

/** Makes a sample with the first model with which it works, or on which only sources disagree. */
function makeSample(beta: CatalogBeta, example: Example, platform: Platform): Sample | undefined {
  const newest = findSuccessor(beta);
  const [renewed = example] = newest === beta || example.today ? [] : listExamples(newest);
  let first: Sample | undefined;
  for (const model of listModels(newest, platform)) {
    const today = makeRequest(renewed, renewed.today ?? renewed.fields, model, platform);
    const working = findWorking(today, newest);
    if (!working) continue;
    const old = makeRequest(example, example.fields, model, platform);
    const isGone = !working.betas.includes(beta.id) && wasSent(beta, platform);
    const sample: Sample = {
      ...(isGone && { before: { ...old, betas: [beta.id] } }),
      now: { ...today, betas: working.betas },
      ...(working.disputed && { disputed: true }),
    };
    if (!working.disputed) return sample;
    first ??= sample;
  }
  return first;
}

/** The beta to use today instead of one. */
const findSuccessor = (beta: CatalogBeta): CatalogBeta =>
  beta.supersededBy === undefined ? beta : findSuccessor(getBeta(beta.supersededBy));

/** Tests if people may have the header in their code. */
function wasSent(beta: CatalogBeta, platform: Platform): boolean {
  if (['graduated', 'superseded', 'legacy-shape', 'retired'].includes(beta.stage)) return true;
  return (beta.acceptance[platform] ?? []).some(
    ({ status, instead }) => status === 'accepted' || status === 'ignored' || instead,
  );
}

/** The betas with which a request works. */
interface Working {
  readonly betas: readonly string[];
  readonly disputed: boolean;
}

/** Finds the betas with which a request works. A beta that is offered is preferred to others. */
function findWorking(request: CodeRequest, beta: CatalogBeta): Working | undefined {
  const needed = judge(request, []);
  if (!needed) return undefined;
  // Without a rule, only the header itself turns the feature on.
  const isOffered = ['beta', 'preview'].includes(beta.stage);
  const isAlone = beta.requires.length === 0 && needed.betas.length === 0;
  if (needed.betas.includes(beta.id) || !isOffered) return needed;
  if (!isAlone && needed.betas.length === 0) return needed;
  const sent = judge(request, [beta.id]);
  if (sent?.betas.length === 1 && sent.betas[0] === beta.id) return sent;
  return isAlone ? undefined : needed;
}

/** The betas that the engine sends with a request, unless it would refuse or change the request. */
function judge(request: CodeRequest, betas: readonly string[]): Working | undefined {
  const { platform, method, path, body } = request;
  const headers: Record<string, string> = {};
  // Bedrock and Vertex have a version of their own, in the body.
  if (platform !== 'bedrock' && platform !== 'bedrock-converse' && platform !== 'vertex')
    headers['anthropic-version'] = anthropicVersion;
  if (betas.length > 0) headers['anthropic-beta'] = betas.join(',');
  const answer = plan(
    { method, url: path, headers, ...(body !== undefined && { body }) },
    { platform, today: newestCheck },
  );
  const confidences = answer.decisions.map(({ confidence }) => confidence);
  const disputed =
    answer.verdict === 'unverified' &&
    confidences.includes('disputed') &&
    !confidences.includes('unknown') &&
    !confidences.includes(undefined);
  const isKnown = answer.verdict === 'works' || disputed;
  // A sample shows the request itself, so nothing may be taken out of it.
  return isKnown && answer.body === undefined ? { betas: answer.betas, disputed } : undefined;
}

/** The models to try: the usual ones, then those of the rules and of the documentation. */
function listModels(beta: CatalogBeta, platform: Platform): string[] {
  const { models } = getFeature(beta.feature);
  const named = beta.requires
    .filter((rule) => rule.platform?.includes(platform) ?? true)
    .flatMap((rule) => rule.model ?? []);
  const fitting = named.length > 0 ? named : (models?.only ?? []);
  const isUsual = fitting.length === 0 || fitting.includes(SAMPLE_MODEL);
  return [
    ...new Set([...(isUsual ? [SAMPLE_MODEL] : []), ...fitting, SAMPLE_MODEL, ...OTHER_MODELS]),
  ];
}

function makeRequest(
  { endpoint = MESSAGES[0] as string, files }: Example,
  fields: Fields | undefined,
  model: string,
  platform: Platform,
): CodeRequest {
  const [method = '', template = ''] = endpoint.split(' ');
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => makePathValue(name));
  const { params } = readRoute(method, path);
  const name = nameModel(model, platform);
  const limit = path === MESSAGES_PATH ? { max_tokens: 1024 } : {};
  const start = params === 'body' ? { model: name, ...limit } : {};
  const end = params === 'body' && fields?.['messages'] === undefined ? { messages: HELLO } : {};
  const body = { ...start, ...fields, ...end };
  return {
    platform,
    method,
    path,
    betas: [],
    ...(Object.keys(body).length > 0 && { body }),
    ...(files && { files }),
  };
}

/** The name of a model on a platform. Bedrock has names of its own. */
function nameModel(model: string, platform: Platform): string {
  if (platform === 'bedrock-mantle') return `anthropic.${model}`;
  return platform.startsWith('bedrock') ? `us.anthropic.${model}` : model;
}
