/** All readers of code at once. */
import { findCalls } from './code.ts';
import type { CodeParts } from './code-readers.ts';
import { findFrameworkCalls } from './framework-calls.ts';
import { addOuterHeaders } from './outer-headers.ts';
import { findPowerShell } from './powershell.ts';
import { readSdkCall } from './sdk-call.ts';
import { findStatements } from './statements.ts';
import { findTypedCalls } from './typed-calls.ts';

export const CODE_PARTS: CodeParts = {
  powershell: { findPowerShell },
  calls: { findCalls },
  sdkCalls: { readSdkCall },
  frameworks: { findFrameworkCalls },
  statements: { findStatements },
  typedCalls: { findTypedCalls },
  outerHeaders: { addOuterHeaders },
};
