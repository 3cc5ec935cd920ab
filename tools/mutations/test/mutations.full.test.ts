import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../toolchain/lib/root.ts';
import { applyMutation } from '../src/apply.ts';
import { MUTATIONS } from '../src/mutations.ts';

it.each(MUTATIONS)('the mutation "$name" fits its file', (mutation) => {
  const text = readFileSync(join(root, mutation.file), 'utf8');
  expect(applyMutation(text, mutation)).not.toBe(text);
});
