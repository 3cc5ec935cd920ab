/** Reads betas in constants: `const BETA = 'message-threads-2026-08-12'`. */

import type { Pinned } from './facts.ts';
import { readConstantBetas } from './headers.ts';
import { findIds } from './ids.ts';
import { readRoles } from './role.ts';
import { describePlace, isResource, type Parsed, type Syntax, ts } from './syntax.ts';

/** Matches a possible literal beta, to choose the files to parse. */
const QUOTED_BETA = /['"`][a-z][a-z0-9-]*-20\d{2}-\d{2}-\d{2}[a-z0-9-]*['"`]/;

/**
 * Reads the betas that are literals outside of resources, by place, and the constants by name, for
 * the headers that use them.
 */
export function readPinned(syntax: Syntax): {
  pinned: Pinned[];
  constants: Map<string, readonly string[]>;
} {
  const pinned: Pinned[] = [];
  const constants = new Map<string, readonly string[]>();
  for (const path of syntax.paths) {
    if (isResource(path) || !QUOTED_BETA.test(syntax.text(path) ?? '')) continue;
    const parsed = syntax.parse(path) as Parsed;
    const findRole = readRoles(parsed.text);
    const visit = (node: ts.Node): void => {
      // A client of a platform has a value of `anthropic_version` of the same form.
      if (
        ts.isStringLiteralLike(node) &&
        findIds(node.text)[0] === node.text &&
        findRole(node.text, node.getStart(parsed.ast)) === undefined
      )
        pinned.push({ beta: node.text, source: describePlace(parsed, node) });
      if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) {
        const ids = readConstantBetas(node.initializer);
        if (ids) constants.set(node.name.text, ids);
      }
      node.forEachChild(visit);
    };
    parsed.ast.forEachChild(visit);
  }
  return { pinned, constants };
}

/** Reads the `anthropic-version` that the client sends with each request. */
export function readApiVersion(syntax: Syntax): string | undefined {
  for (const path of ['src/client.ts', 'src/index.ts']) {
    const found = /['"]anthropic-version['"]\s*:\s*['"](\d{4}-\d{2}-\d{2})['"]/.exec(
      syntax.text(path) ?? '',
    )?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}
