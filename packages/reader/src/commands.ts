/** The readers of commands, in the order in which they are tried. */
import { findAwsCli } from './aws-cli.ts';
import { findCurl } from './curl.ts';
import type { Found } from './draft.ts';
import { findHttpie } from './httpie.ts';
import type { Source } from './text.ts';

export const COMMAND_READERS: readonly ((source: Source) => Found)[] = [
  findCurl,
  findAwsCli,
  findHttpie,
];
