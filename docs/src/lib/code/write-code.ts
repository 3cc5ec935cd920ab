/** Writes a request as a program for one platform, in one language. Pure. */
import { writeBoto3 } from './boto3.ts';
import { type Call, readCall } from './call.ts';
import { writeCurl } from './curl.ts';
import { writeGo } from './go.ts';
import { writeJava } from './java.ts';
import { writePython } from './python.ts';
import type { CodeLanguage, CodeRequest } from './types.ts';
import { writeDeno, writeTypeScript } from './typescript.ts';

const WRITERS: Readonly<Record<CodeLanguage, (call: Call) => string | undefined>> = {
  typescript: writeTypeScript,
  deno: writeDeno,
  python: writePython,
  boto3: writeBoto3,
  curl: writeCurl,
  go: writeGo,
  java: writeJava,
};

/**
 * Writes a request as the text of a file. Returns nothing if the language has no good form for this
 * platform and endpoint. Keys come from the environment, the host from the platform.
 */
export function writeCode(request: CodeRequest, language: CodeLanguage): string | undefined {
  const call = readCall(request);
  return call && WRITERS[language](call);
}
