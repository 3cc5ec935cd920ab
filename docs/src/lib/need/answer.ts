/** Answers "Do you need it?" for a beta and for a feature, from the Catalog alone. */
import type {
  Catalog,
  CatalogBeta,
  CatalogFeature,
  CatalogRule,
  CatalogUse,
} from '@beta-headers/manifest';
import { HOME } from '@beta-headers/manifest';
import { answerPlatforms, listSuccessors, type PlatformAnswer } from './placement.ts';

/**
 * `client`: official clients send it themselves. `unknown`: no source says. `depends`: the
 * platforms differ, or the answer for the Claude API is not known. `form`: one form of the request
 * needs a header and another does not.
 */
export const NEED_KINDS = [
  'yes',
  'no',
  'depends',
  'form',
  'superseded',
  'client',
  'unknown',
] as const;
export type NeedKind = (typeof NEED_KINDS)[number];

export interface Need {
  readonly kind: NeedKind;
  readonly stage: CatalogBeta['stage'];
  /** The day since which it is not needed. */
  readonly since?: string;
  /** The betas that took its place, the nearest first. */
  readonly by: readonly string[];
  /** One answer for each platform, in the order of the Catalog. */
  readonly platforms: readonly PlatformAnswer[];
  /** Older forms of the request, which still need a value that is otherwise not needed. */
  readonly olderForms: readonly CatalogRule[];
  /** Forms of a feature that need no header, while other forms do. */
  readonly freeForms: readonly CatalogUse[];
}

/** Answers for a beta or a feature of the Catalog. */
export function answerNeed(catalog: Catalog, subject: CatalogBeta | CatalogFeature): Need {
  return 'betas' in subject ? answerFeature(catalog, subject) : answerBeta(catalog, subject);
}

function answerBeta(catalog: Catalog, beta: CatalogBeta): Need {
  const platforms = answerPlatforms(catalog, beta);
  const { stage } = beta;
  const kind = chooseKind(stage, platforms);
  const since = stage === 'retired' ? beta.retired?.date : beta.graduated?.date;
  const successors = listSuccessors(catalog, beta);
  const isCurrent = stage === 'beta' || stage === 'preview';
  return {
    kind,
    stage,
    ...(since && !isCurrent && { since }),
    by: successors.length > 0 ? successors : [beta.supersededBy ?? []].flat(),
    platforms,
    olderForms: isCurrent ? [] : beta.requires.filter((rule) => !rule.platform),
    freeForms: [],
  };
}

/** Answers for a feature: by its default beta, or by another one where a platform needs that. */
function answerFeature(catalog: Catalog, feature: CatalogFeature): Need {
  const rest = feature.betas.filter((id) => id !== feature.default).reverse();
  const [main, ...others] = [feature.default, ...rest]
    .map((id) => catalog.betas.find((beta) => beta.id === id))
    .filter((beta) => beta !== undefined)
    .map((beta) => answerBeta(catalog, beta));
  if (!main) throw new Error(`The feature ${feature.name} has no beta ${feature.default}.`);
  const platforms = main.platforms.map((answer, index) => {
    const sent = [main, ...others].map((need) => need.platforms[index]).find(isSent);
    return sent ?? keepOwnValues(answer, feature);
  });
  const kind = chooseFeatureKind(feature, main.stage, platforms);
  const freeForms = kind === 'yes' ? findFreeForms(catalog, feature) : [];
  return { ...main, kind: freeForms.length > 0 ? 'form' : kind, platforms, freeForms };
}

/** A feature that people use needs no header because its only beta is a marker of clients. */
function chooseFeatureKind(
  { audience }: CatalogFeature,
  stage: CatalogBeta['stage'],
  platforms: readonly PlatformAnswer[],
): NeedKind {
  const isFree = platforms.some((one) => one.platform === HOME && one.answer === 'no-header');
  if (stage === 'internal' && audience !== 'client-internal' && isFree) return 'no';
  return chooseKind(stage, platforms);
}

/** Finds the uses with a test of a value that no rule of any beta of the feature covers. */
function findFreeForms(catalog: Catalog, { name, uses }: CatalogFeature): CatalogUse[] {
  const rules = catalog.betas
    .filter(({ feature }) => feature === name)
    .flatMap(({ requires }) => requires);
  if (rules.length === 0) return [];
  return uses.filter((use) => {
    const values = listValues(use);
    const covers = (rule: CatalogRule): boolean =>
      rule.at === use.at &&
      (listValues(rule).length === 0 || listValues(rule).some((value) => values.includes(value)));
    return values.length > 0 && !use.shape && !rules.some(covers);
  });
}

const listValues = ({ is, in: oneOf }: CatalogUse): unknown[] => [is ?? [], oneOf ?? []].flat();

const isSent = (answer: PlatformAnswer | undefined): boolean => answer?.answer === 'send';

/** Leaves out the values that a platform wants for other features. */
function keepOwnValues(answer: PlatformAnswer, { name }: CatalogFeature): PlatformAnswer {
  if (answer.answer !== 'instead') return answer;
  const send = answer.send.filter((one) => one.for === undefined || one.for === name);
  if (send.length > 0) return { ...answer, answer: 'send', send };
  return { ...answer, answer: 'no-header', send };
}

function chooseKind(stage: CatalogBeta['stage'], platforms: readonly PlatformAnswer[]): NeedKind {
  if (stage === 'internal') return 'client';
  if (stage === 'superseded') return 'superseded';
  const has = (...answers: PlatformAnswer['answer'][]): boolean =>
    platforms.some(({ answer }) => answers.includes(answer));
  const isNeeded = has('send');
  if (stage === 'retired') return 'no';
  if (stage === 'graduated' || stage === 'legacy-shape') return isNeeded ? 'depends' : 'no';
  const home = platforms.find(({ platform }) => platform === HOME)?.answer;
  if (isNeeded) return home === 'send' && !has('instead', 'no-header') ? 'yes' : 'depends';
  if (has('instead')) return 'depends';
  if (has('unknown', 'refused')) return 'unknown';
  return 'no';
}
