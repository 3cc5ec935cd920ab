/** The corpus: its expectations by the oracle, and the invariant for its requests. */
import { describe, expect, it } from 'vitest';
import { CASES, type CorpusCase, judgeExpected, judgeRaw, toRequest } from './support/corpus.ts';
import { Checker } from './support/faults.ts';

const VERDICTS = { accepts: 'works', unknown: 'unverified', refuses: 'refused' } as const;

describe('the request that a case of the corpus expects', () => {
  it('has the verdict of the oracle', () => {
    const sent = CASES.filter(({ expect: { betas }, platform }) => betas && platform !== 'auto');
    const wrong = sent.flatMap((one) => {
      const { verdict, reasons } = judgeExpected(one);
      if (VERDICTS[verdict] === one.expect.verdict) return [];
      return [`${one.id}: ${one.expect.verdict}, oracle ${verdict} ${JSON.stringify(reasons)}`];
    });
    console.log(`${sent.length} cases judged as they are to be sent`);
    expect(wrong).toEqual([]);
  });

  it('comes from a request that the oracle refuses, if it is refused and not by policy', () => {
    const refused = CASES.filter(({ expect: { verdict } }) => verdict === 'refused');
    const wrong = refused.filter((one) => !isOfPolicy(one) && judgeRaw(one).verdict !== 'refuses');
    console.log(`${refused.length} refused cases judged as received`);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('has no addition that the oracle does not require', () => {
    const wrong = CASES.filter(isPlain).flatMap((one) => {
      const { betas = [] } = one.expect;
      const came = JSON.stringify([one.request]).toLowerCase();
      const added = betas.filter((id) => !came.includes(id.toLowerCase()));
      return added.filter((id) => isIdle(one, id)).map((id) => `${one.id}: ${id}`);
    });
    expect(wrong).toEqual([]);
  });
});

/** Tests if only needs add betas in a case: it has no option and no replacement. */
const isPlain = ({ options, expect: { decisions = [] } }: CorpusCase): boolean =>
  options === undefined &&
  !decisions.some(({ action, reason }) => action === 'substituted' || reason === 'instead');

/**
 * Tests if the refusal is independent of the platform: by the policy, or because the host
 * contradicts the option.
 */
const isOfPolicy = ({ options, expect: { decisions = [] } }: CorpusCase): boolean =>
  options?.policy !== undefined ||
  options?.mode !== undefined ||
  decisions.some(({ reason }) => reason === 'platform-mismatch');

/** Tests if the oracle says the same without a beta. */
function isIdle(one: CorpusCase, id: string): boolean {
  const betas = one.expect.betas?.filter((other) => other !== id) ?? [];
  return judgeExpected({ ...one, expect: { ...one.expect, betas } }).verdict !== 'refuses';
}

it('engine and oracle agree on every request of the corpus', () => {
  const checker = new Checker();
  for (const one of CASES) {
    const { platform, expect: expected } = one;
    const isMismatch = expected.decisions?.some(({ reason }) => reason === 'platform-mismatch');
    // The oracle does not look at hosts, and `auto` may leave the platform assumed.
    if (platform !== 'auto' && !isMismatch) checker.check({ platform, request: toRequest(one) });
  }
  console.log(`corpus: ${checker.summary}`);
  expect(checker.faults).toEqual([]);
});
