import { describe, it } from 'vitest';
import { checkCase, listFiles, readCases } from './support/cases.ts';

for (const file of listFiles())
  describe(file, () => {
    for (const one of readCases(file)) it(one.name, () => checkCase(one));
  });
