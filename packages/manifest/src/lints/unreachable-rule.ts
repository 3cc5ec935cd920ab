import { type BetaSource, PLATFORMS, type Platform, type Rule } from '../schema.ts';
import { eachBeta, type Lint } from './lint.ts';

/** The first anthropic-version there was. */
const FIRST_API_VERSION = '2023-01-01';

/** Some request can meet every rule: its conditions do not exclude each other, nor what the beta says of platforms and models. */
export const unreachableRule: Lint = {
  name: 'unreachable-rule',
  *check(sources) {
    const betas = new Map([...eachBeta(sources)].map(({ beta }) => [beta.id, beta]));
    for (const { source, beta, path } of eachBeta(sources)) {
      for (const [index, rule] of (beta.opens ?? []).entries()) {
        const wrong = obstacle(rule, beta, betas);
        if (wrong)
          yield source.problem(
            [...path, 'opens', index, wrong.key],
            'unreachable-rule',
            `no request can reach this rule: ${wrong.why}`,
            wrong.mend,
          );
      }
    }
  },
};

/** There, `at` names a parameter of the query. */
const hasNoBody = (endpoint: string): boolean => /^(GET|DELETE) /.test(endpoint);

interface Obstacle {
  readonly key: keyof Rule;
  readonly why: string;
  readonly mend: string;
}

function obstacle(
  rule: Rule,
  beta: BetaSource,
  betas: ReadonlyMap<string, BetaSource>,
): Obstacle | undefined {
  if (beta.stage === 'retired') {
    return {
      key: rule.at === undefined ? 'endpoint' : 'at',
      why: `\`${beta.id}\` is retired and opens nothing any more`,
      mend: 'remove the rule',
    };
  }
  const endpoints = [rule.endpoint ?? []].flat();
  if (rule.at?.includes('.') && endpoints.length > 0 && endpoints.every(hasNoBody)) {
    return {
      key: 'at',
      why: 'a GET or DELETE has no body, and its query has no nested parameters',
      mend: 'name a parameter of the query in `at`, or an endpoint that takes a body',
    };
  }
  if (rule.apiVersion !== undefined && rule.apiVersion < FIRST_API_VERSION) {
    return {
      key: 'apiVersion',
      why: `there was no anthropic-version as early as ${rule.apiVersion}`,
      mend: `write ${FIRST_API_VERSION} or a later one`,
    };
  }
  const only = beta.models?.only;
  if (only && rule.model && !rule.model.some((model) => only.includes(model))) {
    return {
      key: 'model',
      why: `none of its models is among \`models.only\` of \`${beta.id}\``,
      mend: 'name a model that knows the feature, or add it to `models.only`',
    };
  }
  return platformObstacle(rule, beta, betas);
}

function platformObstacle(
  rule: Rule,
  beta: BetaSource,
  betas: ReadonlyMap<string, BetaSource>,
): Obstacle | undefined {
  const members = rule.choice ?? [beta.id];
  const platforms = rule.platform ?? PLATFORMS;
  if (
    platforms.some((platform) =>
      members.some((id) => mayWork(betas.get(id), platform, rule, betas)),
    )
  )
    return undefined;
  const who =
    members.length === 1
      ? `\`${beta.id}\` is rejected`
      : `every beta of its choice (${members.join(', ')}) is rejected`;
  const models = rule.model ? ` with ${rule.model.join(', ')}` : '';
  const where = rule.platform
    ? `on ${rule.platform.join(', ')}, its only ${rule.platform.length === 1 ? 'platform' : 'platforms'}`
    : 'on every platform';
  return {
    key: rule.platform
      ? 'platform'
      : rule.choice
        ? 'choice'
        : rule.at === undefined
          ? 'endpoint'
          : 'at',
    why: `${who} ${where}${models}`,
    mend: 'remove the rule, name a platform that accepts the beta, or mend the claims in `platforms`',
  };
}

/** Whether a beta may be accepted there. One that is not in the manifest, or that nobody claims anything about, may be. */
function mayWork(
  beta: BetaSource | undefined,
  platform: Platform,
  rule: Rule,
  betas: ReadonlyMap<string, BetaSource>,
): boolean {
  const accepts = beta?.platforms?.[platform]?.accepts;
  if (typeof accepts !== 'object') return accepts !== false;
  if ('as' in accepts) return betas.get(accepts.as)?.platforms?.[platform]?.accepts !== false;
  return !rule.model || rule.model.some((model) => accepts.models.includes(model));
}
