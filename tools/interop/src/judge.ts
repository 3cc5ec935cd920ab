/** Compares the betas of a client with the rules, and finds claims that explain differences. */
import { type BetaPlan, plan } from '@beta-headers/node';
import {
  type Claim,
  findMissingClaim,
  findNeedlessClaim,
  findRefusalClaim,
  isChoice,
} from './claims.ts';
import { type Recorded, separateBetas } from './recorded.ts';

/** A difference between the client and the rules. */
export interface Disagreement {
  /** A beta, or a feature that is refused. */
  readonly subject: string;
  /**
   * `needless`: the client sent it, but no rule requires it. `missing`: a rule requires it, but
   * the client did not send it. `refused`: the platform does not support it.
   */
  readonly kind: 'needless' | 'missing' | 'refused';
  /** The claim that explains it, if there is one. */
  readonly claim?: Claim;
}

/** A request, the betas that its client sent, those that the rules infer, and the differences. */
export interface Judgement {
  readonly recorded: Recorded;
  readonly sent: readonly string[];
  readonly inferred: readonly string[];
  readonly disagreements: readonly Disagreement[];
}

/** Compares a request with the rules, which see all of it except its betas. */
export function judge(recorded: Recorded): Judgement {
  const { betas: sent, bare } = separateBetas(recorded);
  const inferred = planBare(bare);
  const refused = inferred.decisions.filter(({ action }) => action === 'refused');
  const disagreements = [
    ...sent
      .filter((id) => !inferred.betas.includes(id) && !isSatisfied(id, inferred))
      .map((id) => createDisagreement('needless', id, findNeedlessClaim(id, bare, inferred))),
    ...inferred.betas
      .filter((id) => !sent.includes(id) && !sent.some((other) => isChoice(id, other)))
      .map((id) => createDisagreement('missing', id, findMissingClaim(id))),
    ...refused.map((decision) =>
      createDisagreement(
        'refused',
        decision.beta ?? decision.feature ?? decision.reason,
        findRefusalClaim(decision, bare),
      ),
    ),
  ];
  return { recorded, sent, inferred: inferred.betas, disagreements };
}

function planBare({ method, path, headers, body, platform }: Recorded): BetaPlan {
  return plan(
    { method, url: path, headers: headers.map(([name, value]) => [name, value]), body },
    { platform },
  );
}

/** Tests if the beta satisfies a rule that infers another beta. */
const isSatisfied = (id: string, inferred: BetaPlan): boolean =>
  inferred.betas.some((other) => isChoice(other, id));

const createDisagreement = (
  kind: Disagreement['kind'],
  subject: string,
  claim: Claim | undefined,
): Disagreement => (claim ? { subject, kind, claim } : { subject, kind });
