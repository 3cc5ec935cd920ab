/** Reads betas in constants: `const BETA = 'message-threads-2026-08-12'`. */

import type { Pinned } from './facts.ts';
import { readConstantBetas } from './headers.ts';
import { findIds } from './ids.ts';
import { readRoles } from './role.ts';
import { describePlace, isResource, type Parsed, type Syntax, ts } from './syntax.ts';

/** Matches a possible literal beta, to choose the files to parse. */
const QUOTED_BETA = /['"`},][ ]?[a-z][a-z0-9-]*-20\d{2}-\d{2}-\d{2}[a-z0-9-]*[ ]?['"`,$]/;

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
      if (isText(node) && findRole(node.text, node.getStart(parsed.ast)) === undefined)
        for (const beta of readList(node.text))
          pinned.push({ beta, source: describePlace(parsed, node) });
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

type Text = ts.StringLiteralLike | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail;

const isText = (node: ts.Node): node is Text =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddle(node) ||
  ts.isTemplateTail(node);

/** Reads the betas of a text that is a list of them: `a-2026-01-01,b-2026-02-02`. */
function readList(text: string): string[] {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.every((part) => findIds(part)[0] === part) ? parts : [];
}

/** Finds resources that send an `anthropic-version` of their own, as `file:line`. */
export function findOwnVersions(syntax: Syntax): string[] {
  return syntax.paths.filter(isResource).flatMap((path) => {
    const text = syntax.text(path) as string;
    return [...text.matchAll(/^.*['"`]anthropic-version['"`].*$/gim)].map(
      ({ 0: line, index }) => `${path}:${text.slice(0, index).split('\n').length} ${line.trim()}`,
    );
  });
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
