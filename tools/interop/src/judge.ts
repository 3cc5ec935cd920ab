/** Where a client and the rules disagree about a request, and which claim of the manifest explains it. */
import { type BetaPlan, plan } from '@beta-headers/node';
import { type Claim, isChoice, missingClaim, needlessClaim, refusalClaim } from './claims.ts';
import { part, type Recorded } from './recorded.ts';

/** Something that one side has and the other has not. */
export interface Disagreement {
  /** A beta; or a feature that is refused whatever its header. */
  readonly subject: string;
  /**
   * `needless`: the client sent it, the rules do not ask for it. `missing`: the other way round.
   * `refused`: the rules say that the platform cannot do it.
   */
  readonly kind: 'needless' | 'missing' | 'refused';
  /** The claim that explains it. Absent: nothing does. */
  readonly claim?: Claim;
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
  const inferred = planBare(bare);
  const refused = inferred.decisions.filter(({ action }) => action === 'refused');
  const disagreements = [
    ...sent
      .filter((id) => !inferred.betas.includes(id) && !satisfies(id, inferred))
      .map((id) => disagree('needless', id, needlessClaim(id, bare, inferred))),
    ...inferred.betas
      .filter((id) => !sent.includes(id) && !sent.some((other) => isChoice(id, other)))
      .map((id) => disagree('missing', id, missingClaim(id))),
    ...refused.map((decision) =>
      disagree(
        'refused',
        decision.beta ?? decision.feature ?? decision.reason,
        refusalClaim(decision, bare),
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

/** Tests if the beta serves what the rules ask for under another name. */
const satisfies = (id: string, inferred: BetaPlan): boolean =>
  inferred.betas.some((other) => isChoice(other, id));

const disagree = (
  kind: Disagreement['kind'],
  subject: string,
  claim: Claim | undefined,
): Disagreement => (claim ? { subject, kind, claim } : { subject, kind });
