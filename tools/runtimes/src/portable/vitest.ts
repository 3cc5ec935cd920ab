/**
 * What `vitest` is in the portable bundle: vitest's own describe, it and expect without its Node half.
 * The bundle runs in Node 20, Bun, Deno and workerd, so nothing here may need a file system or a process.
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

const create = (value: unknown, message?: string): Chai.Assertion => {
  matchers.setState(
    { assertionCalls: state().assertionCalls + 1 },
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

/** vitest's expect; snapshots and mocks of modules have no place in a portable test. */
export const expect: Expect = Object.assign(
  create,
  chai.expect,
  (globalThis as Record<PropertyKey, unknown>)[matchers.ASYMMETRIC_MATCHERS_OBJECT],
  {
    getState: () => state(),
    setState: (next: Partial<matchers.MatcherState>) =>
      matchers.setState(next, expect as unknown as Expectable),
    assertions: (count: number) => expect.setState({ expectedAssertionsNumber: count }),
    hasAssertions: () => expect.setState({ isExpectingAssertions: true }),
  },
) as unknown as Expect;
Object.assign(globalThis, { [matchers.GLOBAL_EXPECT]: expect });

function state(): matchers.MatcherState {
  return matchers.getState(expect as unknown as Expectable);
}

/** Forgets what the last test counted. */
export function resetAssertions(): void {
  expect.setState({
    assertionCalls: 0,
    isExpectingAssertions: false,
    expectedAssertionsNumber: null,
  });
}

/** Throws when a test asked for assertions (`expect.assertions(2)`) that did not happen. */
export function checkAssertions(): void {
  const { assertionCalls, isExpectingAssertions, expectedAssertionsNumber } = state();
  if (typeof expectedAssertionsNumber === 'number' && expectedAssertionsNumber !== assertionCalls) {
    throw new Error(`expected ${expectedAssertionsNumber} assertions, got ${assertionCalls}`);
  }
  if (isExpectingAssertions && assertionCalls === 0)
    throw new Error('expected an assertion, got none');
}
