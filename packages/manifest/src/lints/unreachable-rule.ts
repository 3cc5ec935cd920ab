import { filterByModels, listClaimsOn } from '../claim-lists.ts';
import { coversRule } from '../rule-overlap.ts';
import type { BetaSource, FeatureSource, Rule } from '../schema/index.ts';
import { type Lint, listBetas, listRules } from './lint.ts';

/** The first anthropic-version. */
const FIRST_API_VERSION = '2023-01-01';

/** A request can meet every rule: its conditions contradict neither each other nor the claims. */
export const unreachableRule: Lint = {
  name: 'unreachable-rule',
  *check(sources) {
    const homes: Homes = new Map(
      listBetas(sources).map(({ source, beta }) => [beta.id, { feature: source.data, beta }]),
    );
    const platforms = [...(sources.known.platforms ?? [])];
    for (const { source, beta, rule, path } of listRules(sources)) {
      const home = { feature: source.data, beta };
      const wrong = findObstacle(rule, home) ?? findPlatformObstacle(rule, home, platforms, homes);
      if (wrong)
        yield source.problem(
          [...path, wrong.key],
          'unreachable-rule',
          `no request can reach this rule: ${wrong.why}`,
          wrong.fix,
        );
    }
  },
};

/** A beta and its feature. */
interface Home {
  readonly feature: FeatureSource;
  readonly beta: BetaSource;
}
type Homes = ReadonlyMap<string, Home>;

interface Obstacle {
  readonly key: keyof Rule;
  readonly why: string;
  readonly fix: string;
}

/** Tests if `at` names a parameter of the query. */
const hasNoBody = (endpoint: string): boolean => /^(GET|DELETE) /.test(endpoint);

function findObstacle(rule: Rule, { feature, beta }: Home): Obstacle | undefined {
  if (beta.stage === 'retired') {
    return {
      key: rule.at === undefined ? 'endpoint' : 'at',
      why: `\`${beta.id}\` is retired, so nothing requires it`,
      fix: 'remove the rule',
    };
  }
  const endpoints = [rule.endpoint ?? []].flat();
  if (rule.at?.includes('.') && endpoints.length > 0 && endpoints.every(hasNoBody)) {
    return {
      key: 'at',
      why: 'a GET or DELETE has no body, and its query has no nested parameters',
      fix: 'name a parameter of the query in `at`, or an endpoint that takes a body',
    };
  }
  if (rule.apiVersion !== undefined && rule.apiVersion < FIRST_API_VERSION) {
    return {
      key: 'apiVersion',
      why: `there was no anthropic-version as early as ${rule.apiVersion}`,
      fix: `write ${FIRST_API_VERSION} or a later one`,
    };
  }
  const { unless, ...bare } = rule;
  if (unless && coversRule(unless, bare)) {
    return {
      key: 'unless',
      why: 'every request that meets it also meets its `unless`',
      fix: 'remove the rule, or make its `unless` narrower',
    };
  }
  const only = feature.models?.only;
  if (only && rule.model && !rule.model.some((model) => only.includes(model))) {
    return {
      key: 'model',
      why: `none of its models is among \`models.only\` of \`${feature.feature}\``,
      fix: 'name a model that has the feature, or add it to `models.only`',
    };
  }
  return undefined;
}

function findPlatformObstacle(
  rule: Rule,
  { beta }: Home,
  known: readonly string[],
  homes: Homes,
): Obstacle | undefined {
  const members = rule.choice ?? [beta.id];
  const platforms = rule.platform ?? known;
  const isReachable = platforms.some((platform) =>
    members.some((id) => canBeAccepted(homes.get(id), platform, rule, homes)),
  );
  if (isReachable || platforms.length === 0) return undefined;
  const subject =
    members.length === 1
      ? `\`${beta.id}\` is rejected`
      : `every beta of its choice (${members.join(', ')}) is rejected`;
  const models = rule.model ? ` with ${rule.model.join(', ')}` : '';
  const where = rule.platform
    ? `on ${rule.platform.join(', ')}, its only platform${rule.platform.length === 1 ? '' : 's'}`
    : 'on every platform';
  return {
    key: findKey(rule),
    why: `${subject} ${where}${models}`,
    fix: 'remove the rule, name a platform that accepts the beta, or correct its `acceptance`',
  };
}

function findKey(rule: Rule): Obstacle['key'] {
  if (rule.platform) return 'platform';
  if (rule.choice) return 'choice';
  return rule.at === undefined ? 'endpoint' : 'at';
}

/**
 * Tests if a beta may be accepted there. That holds for a beta that is not in the manifest, and for
 * one without claims unless its feature is unavailable there.
 */
function canBeAccepted(
  home: Home | undefined,
  platform: string,
  rule: Rule,
  homes: Homes,
): boolean {
  if (!home) return true;
  const claims = filterByModels(listClaimsOn(home.beta.acceptance, platform), rule.model);
  if (claims.some(({ status }) => status === 'accepted' || status === 'ignored')) return true;
  const others = claims.flatMap(({ instead }) => instead?.map(({ send }) => send) ?? []);
  if (others.length > 0)
    return others.some((id) => {
      const other = homes.get(id);
      return listClaimsOn(other?.beta.acceptance, platform).at(-1)?.status !== 'rejected';
    });
  if (claims.length > 0 && claims.every(({ status }) => status === 'rejected')) return false;
  const available = filterByModels(listClaimsOn(home.feature.availability, platform), rule.model);
  return available.length === 0 || available.some(({ status }) => status !== 'unavailable');
}
