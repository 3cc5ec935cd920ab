/** Where a client and the rules disagree about a request, and which claim of the manifest explains it. */
import { readFileSync } from 'node:fs';
import type { CatalogBeta, CatalogRule, Evidence } from '@beta-headers/manifest';
import { catalog } from '@beta-headers/manifest/data';
import { type BetaPlan, plan } from '@beta-headers/node';
import { part, type Recorded } from './recorded.ts';

/** A beta that one side has and the other has not. */
export interface Disagreement {
  readonly beta: string;
  /** `needless`: the client sent it, the rules do not ask for it. `missing`: the other way round. `refused`: the rules say that the platform cannot do it. */
  readonly kind: 'needless' | 'missing' | 'refused';
  /** The claim that explains it: where it stands in the manifest, and what it says. Absent: nothing does. */
  readonly claim?: Claim;
}

/** A place in the manifest, and what it leads to. */
export interface Claim {
  /** `pdfs-2024-09-25: graduated` */
  readonly where: string;
  readonly evidence: readonly Evidence[];
}

/** A request, what its client sent, what the rules infer from the rest of it, and the difference. */
export interface Judgement {
  readonly recorded: Recorded;
  readonly sent: readonly string[];
  readonly inferred: readonly string[];
  readonly disagreements: readonly Disagreement[];
}

/** Holds a request against the rules: they see all of it but the betas. */
export function judge(recorded: Recorded): Judgement {
  const { betas: sent, bare } = part(recorded);
  const inferred = planOf(bare);
  const refused = inferred.decisions
    .filter(({ action }) => action === 'refused')
    .map(({ beta }) => beta);
  const disagreements = [
    ...sent
      .filter((id) => !inferred.betas.includes(id) && !satisfies(id, inferred))
      .map((id) => needless(id, bare, inferred)),
    ...inferred.betas
      .filter((id) => !sent.includes(id) && !sent.some((other) => isChoice(id, other)))
      .map(missing),
    ...refused.map(
      (id): Disagreement =>
        withClaim({ beta: id, kind: 'refused' }, platformClaim(betaOf(id), recorded)),
    ),
  ];
  return { recorded, sent, inferred: inferred.betas, disagreements };
}

function planOf({ method, path, headers, body, platform }: Recorded): BetaPlan {
  return plan(
    { method, path, headers: headers.map(([name, value]) => [name, value]), body },
    { platform },
  );
}

const betaOf = (id: string): CatalogBeta | undefined =>
  catalog.betas.find((beta) => beta.id === id);

/** Whether a rule of `id` takes `other` as well. */
const isChoice = (id: string, other: string): boolean =>
  betaOf(id)?.opens.some((rule) => rule.choice?.includes(other)) ?? false;

/** Whether the beta serves what the rules ask for under another name. */
const satisfies = (id: string, inferred: BetaPlan): boolean =>
  inferred.betas.some((other) => isChoice(other, id));

const withClaim = (disagreement: Disagreement, claim: Claim | undefined): Disagreement =>
  claim ? { ...disagreement, claim } : disagreement;

/** The client left out what the rules ask for: the rule is the claim, with the evidence of its beta. */
function missing(id: string): Disagreement {
  const beta = betaOf(id);
  const claim =
    beta && beta.evidence.length > 0
      ? { where: `${id}: opens`, evidence: beta.evidence }
      : undefined;
  return withClaim({ beta: id, kind: 'missing' }, claim);
}

/** The client sent what the rules do not ask for. */
function needless(id: string, bare: Recorded, inferred: BetaPlan): Disagreement {
  const beta = betaOf(id);
  const claim =
    beta &&
    (platformClaim(beta, bare) ??
      stageClaim(beta) ??
      headerAlone(beta) ??
      saidOf(beta, bare) ??
      unmet(beta, bare, inferred));
  return withClaim({ beta: id, kind: 'needless' }, claim);
}

/** The platform does not know the value, knows another in its place, or knows it for some models only. */
function platformClaim(beta: CatalogBeta | undefined, { platform }: Recorded): Claim | undefined {
  const claim = beta?.platforms[platform];
  if (!beta || !claim || claim.accepts === true || claim.accepts === 'unknown') return undefined;
  return { where: `${beta.id}: platforms.${platform}`, evidence: claim.evidence };
}

/** The value does nothing any more, selects the shape of answers, or is sent by official clients of their own accord. */
function stageClaim(beta: CatalogBeta): Claim | undefined {
  const { id, stage, graduated, retired, evidence } = beta;
  if (stage === 'graduated' || stage === 'retired')
    return { where: `${id}: ${stage}`, evidence: (graduated ?? retired)?.evidence ?? evidence };
  if (stage === 'legacy-shape')
    return { where: `${id}: selects`, evidence: graduated?.evidence ?? evidence };
  return stage === 'internal' ? { where: `${id}: stage internal`, evidence } : undefined;
}

/** Nothing in a request opens the beta: it is a header alone, or the alternative to another. */
function headerAlone({ id, opens, evidence }: CatalogBeta): Claim | undefined {
  return opens.length === 0 ? { where: `${id}: no rule, a header alone`, evidence } : undefined;
}

/** The manifest says in words what the beta, or its feature, has to do with something that the request uses. */
function saidOf(beta: CatalogBeta, { body }: Recorded): Claim | undefined {
  const used = new Set(JSON.stringify(body ?? '').match(/[a-z_]+_\d{8}/g));
  const siblings = catalog.betas.filter(
    ({ feature, id }) => feature === beta.feature && id !== beta.id,
  );
  const feature = catalog.features.find(({ name }) => name === beta.feature);
  const texts = [beta, ...siblings]
    .flatMap((one) => textsOf({ ...one, opens: [] }, `${one.id}: `))
    .concat(textsOf(feature, `${beta.feature}: `));
  const said = texts.find(({ text }) => [...used].some((literal) => text.includes(literal)));
  return said && { where: said.where, evidence: said.evidence ? [said.evidence] : beta.evidence };
}

/** A text of the manifest: where it stands, what it says, and the piece of evidence that it belongs to. */
interface Text {
  readonly where: string;
  readonly text: string;
  readonly evidence: Evidence | undefined;
}

function textsOf(value: unknown, where: string, evidence?: Evidence): Text[] {
  if (typeof value === 'string') return [{ where, text: value, evidence }];
  if (typeof value !== 'object' || value === null) return [];
  const own = isEvidence(value) ? value : evidence;
  return Object.entries(value).flatMap(([name, inner]) =>
    textsOf(inner, where.endsWith(' ') ? where + name : `${where}.${name}`, own),
  );
}

const isEvidence = (value: object): value is Evidence =>
  'checked' in value || ('sdk' in value && typeof value.sdk === 'string');

/** The beta has rules and the request meets none; and all that it has of the beta surface is opened by what the rules do ask for. */
function unmet(beta: CatalogBeta, bare: Recorded, inferred: BetaPlan): Claim | undefined {
  const isAsked = (id: string): boolean =>
    inferred.decisions.some((decision) => decision.beta === id);
  const asked = catalog.betas.flatMap(({ id, opens }) =>
    opens.filter((rule) => isAsked(id) || rule.choice?.some(isAsked)),
  );
  const loose = SURFACE.filter(
    (entry) =>
      entry.at.some((at) => reaches(bare.body, at.split('.'), entry.is)) &&
      !asked.some((rule) => covers(rule, entry)),
  );
  return loose.length === 0
    ? { where: `${beta.id}: opens, and the request meets none of it`, evidence: beta.evidence }
    : undefined;
}

/** Something that beta message params have and general ones have not, as the SDK's types say. */
interface Surface {
  readonly at: readonly string[];
  readonly is?: unknown;
  readonly within?: readonly string[];
}

const SURFACE = (
  JSON.parse(
    readFileSync(
      new URL('surface.json', import.meta.resolve('@beta-headers/manifest/data.json')),
      'utf8',
    ),
  ) as { surface: readonly Surface[] }
).surface.filter(({ within }) => !within);

const covers = (rule: CatalogRule, entry: Surface): boolean =>
  entry.at.some((at) => at === rule.at?.replace('.**', '') || at.startsWith(`${rule.at}.`)) &&
  (entry.is === undefined || rule.is === undefined || rule.is === entry.is) &&
  (entry.is === undefined || !rule.in || rule.in.includes(entry.is as string));

function reaches(value: unknown, [step, ...rest]: readonly string[], is: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (step === undefined) return is === undefined || value === is;
  const next = (value as Record<string, unknown>)[step.replace('[]', '')];
  if (!step.endsWith('[]')) return reaches(next, rest, is);
  return Array.isArray(next) && next.some((element) => reaches(element, rest, is));
}
