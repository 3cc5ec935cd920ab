/** The readers of commands, in the order in which they are tried. */

import type { Found } from '../draft.ts';
import type { Source } from '../text.ts';
import { findAwsCli } from './aws-cli.ts';
import { findCurl } from './curl.ts';
import { findHttpie } from './httpie.ts';

export const COMMAND_READERS: readonly ((source: Source) => Found)[] = [
  findCurl,
  findAwsCli,
  findHttpie,
];
