/** The readers of code. */
import { findCalls } from './code.ts';
import { guessDialect } from './dialect.ts';
import { findFrameworkCalls } from './framework-calls.ts';
import { findPowerShell } from './powershell.ts';
import type { CodeReaders } from './read-base.ts';
import { addOuterHeaders, findStatements } from './statements.ts';

export const CODE_READERS: CodeReaders = {
  findPowerShell,
  findCalls,
  findFrameworkCalls,
  findStatements,
  addOuterHeaders,
  isOtherLanguage: (text) => guessDialect(text) !== 'code',
};
