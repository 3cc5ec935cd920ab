/** Writes a request as a program for one platform, in one language. Pure. */
import type { CodeLanguage, CodeRequest } from './types.ts';

/**
 * Writes a request as the text of a file. Returns nothing if the language has no good form for this
 * platform and endpoint. Keys come from the environment, the host from the platform.
 */
export function writeCode(_request: CodeRequest, _language: CodeLanguage): string | undefined {
  return undefined;
}
