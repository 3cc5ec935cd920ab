/** The output of the tool `find_beta`. */
import * as z from 'zod';
import { ShowOutput } from './show.ts';

/** The results of a search. */
export const FindOutput = z.strictObject({
  results: z.array(ShowOutput).describe('The best match first'),
  more: z.int().describe('The number of matches that were left out'),
  nearest: z.string().describe('The nearest name, if nothing matches').optional(),
});

/** The results of a search. */
export type FindOutput = z.infer<typeof FindOutput>;
