import { expect, test } from 'vitest';
import { demoBeta, EVIDENCE, findProblems } from '../fixtures.ts';

const files = (beta: string, off: string) => ({
  ...demoBeta('beta'),
  'clients.yaml': `clients:
  - id: demo
    title: Demo
    docs: https://example.com/demo
    evidence: ${EVIDENCE}
    variables:
      - { name: DEMO_OFF, value: "1", effect: { en: Off., id: Mati. }, evidence: ${EVIDENCE} }
    sends:
      - { beta: ${beta}, off: [${off}], evidence: ${EVIDENCE} }
`,
});

test('accepts a variable of the same client', () => {
  expect(findProblems(files('demo-2026-01-02', 'DEMO_OFF'))).toEqual([]);
});

test('reports a variable that the client does not have', () => {
  expect(findProblems(files('demo-2026-01-02', 'DEMO_OF'))).toMatchObject([
    { rule: 'known-variables', message: '`demo` has no variable `DEMO_OF`' },
  ]);
});

test('reports a value that is not in the manifest', () => {
  expect(findProblems(files('demo-2025-01-09', 'DEMO_OFF'))).toMatchObject([
    { rule: 'references', message: '`demo-2025-01-09` is not in the manifest' },
  ]);
});
