/** Finds constants of the SDKs for Go, Java, C# and others that name a beta. */

import type { Source } from '../text.ts';
import type { PlacedBeta } from './beta-list.ts';

/** `AnthropicBetaMCPClient2025_04_04` in Go, `AnthropicBeta.MCP_CLIENT_2025_04_04` in Java. */
const CONSTANT =
  /\bAnthropicBeta(?:(?:\.|::)(?=[A-Z])|(?=[A-Z]))([A-Za-z0-9_]{2,100}?)_?(20\d\d)_(\d\d)_(\d\d)(?!\w)/g;
const MAX_BETAS = 1000;

/** Finds the constants in a text, as the values that they name. */
export function findConstantBetas(source: Source): PlacedBeta[] {
  const betas: PlacedBeta[] = [];
  for (const match of source.text.matchAll(CONSTANT)) {
    if (betas.length >= MAX_BETAS) break;
    const at = source.place({ start: match.index, end: match.index + match[0].length });
    betas.push({ beta: toBeta(match), at });
  }
  return betas;
}

/** Reads a name that is such a constant as a whole. */
export function readBetaConstant(name: string): string | undefined {
  const [match] = name.slice(0, 200).matchAll(CONSTANT);
  return match && match.index + match[0].length === name.length ? toBeta(match) : undefined;
}

const toBeta = ([, name = '', ...date]: RegExpExecArray): string =>
  `${toKebab(name)}-${date.join('-')}`;

/** Turns `MCPClient`, `PDFs`, `Context1m` and `MCP_CLIENT` into the words of an id. */
const toKebab = (name: string): string =>
  (/[a-z]/.test(name)
    ? name
        .replaceAll(/([a-z\d])(?=[A-Z])|([A-Z])(?=[A-Z][a-rt-z]|[A-Z]s[a-z])|([a-z])(?=\d)/g, '$&-')
        .toLowerCase()
    : name.toLowerCase()
  ).replaceAll('_', '-');
