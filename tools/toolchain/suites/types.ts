import { checkTypes } from '../../e2e/src/typescripts.ts';
import { type Suite, several } from '../lib/suite.ts';

/** What a compiler accepts and refuses, under every compiler that people have. */
export const types: Suite = {
  name: 'types',
  about: 'the types of the packed packages under TypeScript 5.6, 5.9, 6 and 7',
  needs: ['build'],
  run: async () => several(await checkTypes()),
};
