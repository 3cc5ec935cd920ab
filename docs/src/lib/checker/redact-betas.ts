/** Leaves out what is no name of a beta, such as a key that was pasted into the list. */
import { isBetaToken } from '@beta-headers/core';
import { mayBeKey } from '@beta-headers/reader';

/** Keeps the values of a list that are names of betas. */
export const redactBetas = (betas: readonly string[]): string[] =>
  betas.filter((beta) => isBetaToken(beta) && beta.length <= 80 && !mayBeKey(beta));
