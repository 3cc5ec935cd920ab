/** Writes findings into feature files. Pure: text in, text out; every other byte stays. */
import type { Catalog, CatalogBeta } from '@beta-headers/manifest';
import type { ChangedDefault, Finding, NewDefault, NewSurface } from '../compare/finding.ts';
import { findDefaultCoverage } from '../coverage.ts';
import { addSource, citesSource, findSourceId } from './cite.ts';
import { toSymbol } from './claims.ts';
import type { DraftContext } from './draft.ts';
import { Editor } from './editor.ts';
import { joinFirst } from './headlines.ts';
import { markFinding } from './review-marks.ts';
import { draftEndpointRules, draftSurfaceRules } from './rules.ts';

/** Feature files by name without folder: `mcp-client.yaml`. */
export type FeatureTexts = ReadonlyMap<string, string>;

/** Returns the feature files that change, with their new text. */
export function writeFindings(
  files: FeatureTexts,
  findings: readonly Finding[],
  context: DraftContext,
): Map<string, string> {
  const editor = new Editor(files, context);
  for (const finding of findings) {
    if (finding.covered) continue;
    if (finding.kind === 'new-beta') editor.add(finding);
    else if (finding.kind === 'new-default') addDefault(editor, finding, context);
    else if (finding.kind === 'changed-default') changeDefault(editor, finding, context);
    else if (finding.kind === 'new-surface') addSurface(editor, finding, context);
    else markFinding(editor, finding);
  }
  return editor.changed();
}

/** Adds the release to sources.yaml, if a changed file cites it. */
export function writeSources(
  text: string,
  changed: FeatureTexts,
  { facts, catalog }: Pick<DraftContext, 'facts' | 'catalog'>,
): string {
  const id = findSourceId(facts.sdk, catalog);
  const isCited = [...changed.values()].some((feature) => citesSource(feature, id));
  return isCited ? addSource(text, id, facts.sdk) : text;
}
const findBeta = (catalog: Catalog, id: string): CatalogBeta | undefined =>
  catalog.betas.find((beta) => beta.id === id);

/** Stages in which nothing requires the header, though a method may still send it. */
const IDLE: ReadonlySet<string> = new Set(['graduated', 'retired', 'legacy-shape']);

function addDefault(
  editor: Editor,
  { beta, methods }: Pick<NewDefault, 'beta' | 'methods'>,
  { facts, catalog, without }: DraftContext,
): void {
  const endpoints = [...new Set(methods.map((method) => method.endpoint))];
  const source = editor.cite(`client.${methods[0]?.name}`);
  const stage = findBeta(catalog, beta)?.stage;
  // A helper such as parse() sends a beta that its endpoint does not need in general.
  if ((stage !== undefined && IDLE.has(stage)) || methods.every((method) => method.helper)) {
    editor.append(beta, 'sends', endpoints, 'sdk');
    editor.review(
      beta,
      `sdk ${facts.sdk} sends it on ${joinFirst(endpoints)}: check whether anything there needs it`,
      source,
    );
    return;
  }
  const { rules, takes, left } = without.has(beta)
    ? { rules: [], takes: [], left: endpoints }
    : draftEndpointRules(beta, methods, facts.methods, catalog);
  editor.take(beta, takes);
  editor.append(beta, 'requires', rules);
  const what =
    left.length > 0
      ? `write the rule for ${joinFirst(left)}, which a rule of another beta covers: part ` +
        'the two or join them with choice'
      : 'check the rule that was drafted';
  editor.review(beta, `sdk ${facts.sdk} sends it on ${joinFirst(endpoints)}: ${what}`, source);
}

function changeDefault(editor: Editor, finding: ChangedDefault, context: DraftContext): void {
  const { facts, catalog } = context;
  const { endpoint, before, after } = finding;
  const method =
    facts.methods.find((one) => one.name === finding.method && one.endpoint === endpoint) ??
    facts.methods.find((one) => one.endpoint === endpoint);
  const source = editor.cite(`client.${method?.name ?? finding.method}`);
  for (const id of after) {
    if (
      before.includes(id) ||
      !method ||
      !findBeta(catalog, id) ||
      findDefaultCoverage(method, id, catalog.betas)
    )
      continue;
    addDefault(editor, { beta: id, methods: [method] }, context);
  }
  for (const id of before) {
    if (after.includes(id)) continue;
    const now = after.length > 0 ? `sends ${after.join(', ')} instead` : 'sends nothing';
    editor.review(
      id,
      `sdk ${facts.sdk} ${now} on ${endpoint}: check its stage, its rules and sdk.sends`,
      source,
    );
  }
}

function addSurface(
  editor: Editor,
  { entry, betas }: NewSurface,
  { catalog, without }: DraftContext,
): void {
  const source = editor.cite(toSymbol(entry.entry));
  const named = entry.betas?.find((id) => findBeta(catalog, id));
  if (named !== undefined) {
    const rules = without.has(named) ? [] : draftSurfaceRules(entry, catalog);
    editor.append(named, 'requires', rules);
    editor.review(
      named,
      `sdk ${editor.sdk} names it for ${entry.entry}: ` +
        `${rules.length > 0 ? 'check the rule that was drafted' : 'check its rules'}`,
      source,
    );
    return;
  }
  for (const id of betas.slice(0, 1))
    editor.review(
      id,
      `sdk ${editor.sdk} adds ${entry.entry}: decide which beta it needs, or list it in ` +
        'surface-ignore.yaml',
      source,
    );
}
