/** Chooses the readers of code that a text needs. */

import type { CodeReaders } from '../read-base.ts';
import { guessDialect } from './dialect.ts';

/**
 * The readers of code by what they read. Each is large and no text needs all, so a page loads them
 * one by one. The tests in this file are small and decide without them.
 */
export interface CodeParts {
  readonly powershell: Pick<typeof import('./powershell.ts'), 'findPowerShell'>;
  readonly calls: Pick<typeof import('./code.ts'), 'findCalls'>;
  readonly sdkCalls: Pick<typeof import('./sdk-call.ts'), 'readSdkCall'>;
  readonly frameworks: Pick<typeof import('./framework-calls.ts'), 'findFrameworkCalls'>;
  readonly statements: Pick<typeof import('./statements.ts'), 'findStatements'>;
  readonly typedCalls: Pick<typeof import('./typed-calls.ts'), 'findTypedCalls'>;
  readonly outerHeaders: Pick<typeof import('./outer-headers.ts'), 'addOuterHeaders'>;
}

const POWERSHELL = /\b(?:Invoke-(?:WebRequest|RestMethod)|iwr|irm)[ \t`]/i;
const FRAMEWORK =
  /\b(?:generateText|streamText|generateObject|streamObject|ToolLoopAgent|Experimental_Agent|ChatAnthropic|ChatBedrock|ChatVertexAI)/;
/** Signs that JavaScript or Python assembles a request, too. */
const ASSEMBLES =
  /\bXMLHttpRequest\b|\bhttp\.client\b|HTTPS?Connection\(|\bsuperagent\b|\bhttps?\.request\(|\.add_header\(|headers\.update\(|\bSession\(|\baiohttp\b|\bsetRequestHeader\(|\bHttp\.|\bcurl_|\bDio\(|\bHttpClient\b|\bReq\.|\bHTTPoison\b|\bLWP\b|\bhttr2?\b|\breq_headers\(/;
const HEADER = /anthropic-(?:beta|version)/i;

/** Makes the readers. `get` returns a part, or throws if a page has to load it first. */
export const makeCodeReaders = (
  get: <K extends keyof CodeParts>(part: K) => CodeParts[K],
): CodeReaders => ({
  findPowerShell: (source) =>
    POWERSHELL.test(source.text) ? get('powershell').findPowerShell(source) : { drafts: [] },
  // Other languages are read by their statements.
  findCalls: (source) =>
    guessDialect(source.text) === 'code'
      ? get('calls').findCalls(source, () => get('sdkCalls').readSdkCall)
      : [],
  findFrameworkCalls: (source) =>
    FRAMEWORK.test(source.text) && guessDialect(source.text) === 'code'
      ? get('frameworks').findFrameworkCalls(source)
      : [],
  findStatements: (source, hasCalls) => {
    if (!mayHaveStatements(source.text, hasCalls)) return [];
    const dialect = guessDialect(source.text);
    // Calls in JavaScript and Python were looked for before.
    const findCalls = dialect === 'code' ? () => [] : get('typedCalls').findTypedCalls;
    return get('statements').findStatements(source, dialect, findCalls);
  },
  addOuterHeaders: (source, draft) => {
    const { start, end } = draft.range;
    const hasOthers = [source.text.slice(0, start), source.text.slice(end)].some((text) =>
      HEADER.test(text),
    );
    return hasOthers ? get('outerHeaders').addOuterHeaders(source, draft) : draft;
  },
  isOtherLanguage: (text) => guessDialect(text) !== 'code',
});

/** Tests for a text of a typed language, or one that assembles a request without a known call. */
const mayHaveStatements = (text: string, hasCalls: boolean): boolean =>
  /anthropic|claude/i.test(text) &&
  (guessDialect(text) !== 'code' || (!hasCalls && ASSEMBLES.test(text)));
