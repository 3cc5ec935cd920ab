/**
 * Replaces `vitest` in the portable bundle: describe, it and expect without the Node parts.
 * The bundle also runs in Bun, Deno, workerd and Chromium, so this file needs no file system.
 */
import * as matchers from '@vitest/expect';
import { getCurrentTest } from '@vitest/runner';
import { fn, isMockFunction, restoreAllMocks, spyOn } from '@vitest/spy';

export {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  it,
  onTestFinished,
  suite,
  test,
} from '@vitest/runner';

const { chai } = matchers;
chai.use(matchers.JestExtend);
chai.use(matchers.JestChaiExpect);
chai.use(matchers.JestAsymmetricMatchers);

interface Expect extends Chai.ExpectStatic {
  (value: unknown, message?: string): Chai.Assertion;
  assertions(count: number): void;
  hasAssertions(): void;
  getState(): matchers.MatcherState;
  setState(state: Partial<matchers.MatcherState>): void;
}
type Expectable = Parameters<typeof matchers.getState>[0];

const createAssertion = (value: unknown, message?: string): Chai.Assertion => {
  matchers.setState(
    { assertionCalls: getState().assertionCalls + 1 },
    expect as unknown as Expectable,
  );
  const assertion = chai.expect(value, message);
  const current = getCurrentTest();
  return current
    ? ((assertion as unknown as { withTest(test: unknown): Chai.Assertion }).withTest(
        current,
      ) as Chai.Assertion)
    : assertion;
};

/** The part of `vi` that needs no module loader. */
export const vi: Pick<
  typeof import('@vitest/spy'),
  'fn' | 'spyOn' | 'isMockFunction' | 'restoreAllMocks'
> = { fn, spyOn, isMockFunction, restoreAllMocks };

/** chai's assert. */
export const assert: Chai.AssertStatic = chai.assert;

/** vitest's expect, without snapshots and module mocks. */
export const expect: Expect = Object.assign(
  createAssertion,
  chai.expect,
  (globalThis as Record<PropertyKey, unknown>)[matchers.ASYMMETRIC_MATCHERS_OBJECT],
  {
    getState: () => getState(),
    setState: (next: Partial<matchers.MatcherState>) =>
      matchers.setState(next, expect as unknown as Expectable),
    assertions: (count: number) => expect.setState({ expectedAssertionsNumber: count }),
    hasAssertions: () => expect.setState({ isExpectingAssertions: true }),
  },
) as unknown as Expect;
Object.assign(globalThis, { [matchers.GLOBAL_EXPECT]: expect });

function getState(): matchers.MatcherState {
  return matchers.getState(expect as unknown as Expectable);
}

/** Resets the assertion count of the last test. */
export function resetAssertions(): void {
  expect.setState({
    assertionCalls: 0,
    isExpectingAssertions: false,
    expectedAssertionsNumber: null,
  });
}

/** Throws if assertions that a test requires (`expect.assertions(2)`) did not run. */
export function checkAssertions(): void {
  const { assertionCalls, isExpectingAssertions, expectedAssertionsNumber } = getState();
  if (typeof expectedAssertionsNumber === 'number' && expectedAssertionsNumber !== assertionCalls) {
    throw new Error(`expected ${expectedAssertionsNumber} assertions, got ${assertionCalls}`);
  }
  if (isExpectingAssertions && assertionCalls === 0)
    throw new Error('expected an assertion, got none');
}
