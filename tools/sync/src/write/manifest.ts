/** Findings → feature files. Pure: text in, text out; what a finding does not concern stays as it is, byte for byte. */
import { type Catalog, type CatalogBeta, splitBetaId } from '@beta-headers/manifest';
import { parse } from 'yaml';
import type { ChangedDefault, Finding, NewBeta, NewDefault, NewSurface } from '../compare/finding.ts';
import type { SdkFacts } from '../read/facts.ts';
import { draftBeta, draftFeature, type SdkSource } from './draft.ts';
import { appendTo, block, insertAt, setKey } from './edit.ts';
import { endpointRules, surfaceRules } from './rules.ts';

/** Feature files by name without folder: `mcp-client.yaml`. */
export type FeatureTexts = ReadonlyMap<string, string>;

/** The files that change, with their new text. */
export function writeFindings(files: FeatureTexts, findings: readonly Finding[], facts: SdkFacts, catalog: Catalog): Map<string, string> {
  const editor = new Editor(files, facts.sdk, catalog);
  for (const finding of findings) {
    if (finding.covered) continue;
    if (finding.kind === 'new-beta') editor.add(finding);
    else if (finding.kind === 'new-default') sendsByItself(editor, finding, facts, catalog);
    else if (finding.kind === 'changed-default') sendsOther(editor, finding, facts, catalog);
    else if (finding.kind === 'new-surface') opensMore(editor, finding, catalog);
    else marks(editor, finding);
  }
  return editor.changed();
}

/** The feature files as text, and the edits that keep them in form. */
class Editor {
  readonly sdk: string;
  readonly #before: FeatureTexts;
  readonly #files: Map<string, string>;
  readonly #catalog: Catalog;

  constructor(files: FeatureTexts, sdk: string, catalog: Catalog) {
    this.#before = files;
    this.#files = new Map(files);
    this.#catalog = catalog;
    this.sdk = sdk;
  }

  /** A new value: an entry of its feature's file, oldest first, or a new file. */
  add(finding: NewBeta): void {
    const file = `${finding.feature}.yaml`;
    const text = this.#files.get(file);
    if (text === undefined) {
      this.#files.set(file, `${block(draftFeature(finding, this.sdk, this.#catalog))}\n`);
      return;
    }
    const { betas } = parse(text, { schema: 'core' }) as { betas: { id: string }[] };
    const date = splitBetaId(finding.beta)?.date ?? '';
    const index = betas.findIndex(({ id }) => (splitBetaId(id)?.date ?? '') > date);
    this.#files.set(file, insertAt(text, ['betas'], index === -1 ? betas.length : index, draftBeta(finding, this.sdk, this.#catalog)));
  }

  /** Edits the entry of a beta that the manifest has. */
  edit(id: string, change: (text: string, at: readonly (string | number)[]) => string): void {
    const feature = this.#catalog.betas.find((beta) => beta.id === id)?.feature ?? splitBetaId(id)?.feature;
    const file = `${feature}.yaml`;
    const text = this.#files.get(file);
    if (text === undefined) return;
    const index = (parse(text, { schema: 'core' }) as { betas: { id: string }[] }).betas.findIndex((beta) => beta.id === id);
    if (index !== -1) this.#files.set(file, change(text, ['betas', index]));
  }

  /** Appends to a list of a beta what is not in it yet. */
  append(id: string, key: string, values: readonly unknown[], below?: string): void {
    this.edit(id, (text, at) => {
      const path = [...at, ...(below === undefined ? [] : [below]), key];
      const have = new Set(this.#listAt(text, path).map((one) => JSON.stringify(one)));
      return appendTo(text, path, values.filter((value) => !have.has(JSON.stringify(value))), 'evidence');
    });
  }

  /** What a person must look at, and where the SDK shows it. */
  review(id: string, mark: string, source: SdkSource | undefined): void {
    if (source) this.append(id, 'evidence', [source]);
    this.append(id, 'review', [mark]);
  }

  changed(): Map<string, string> {
    return new Map([...this.#files].filter(([file, text]) => this.#before.get(file) !== text));
  }

  #listAt(text: string, path: readonly (string | number)[]): unknown[] {
    let value: unknown = parse(text, { schema: 'core' });
    for (const key of path) value = (value as Record<string | number, unknown> | undefined)?.[key];
    return Array.isArray(value) ? value : [];
  }
}

const betaOf = (catalog: Catalog, id: string): CatalogBeta | undefined => catalog.betas.find((beta) => beta.id === id);

/** Stages in which the header opens nothing: that a method sends it is a left-over. */
const IDLE: ReadonlySet<string> = new Set(['graduated', 'retired', 'legacy-shape']);

function sendsByItself(editor: Editor, { beta, methods, group }: Pick<NewDefault, 'beta' | 'methods' | 'group'>, facts: SdkFacts, catalog: Catalog): void {
  const endpoints = [...new Set(methods.map((method) => method.endpoint))];
  const source = { sdk: facts.sdk, symbol: `client.${methods[0]?.name}` };
  const stage = betaOf(catalog, beta)?.stage;
  // A helper such as parse() sends what nothing on that endpoint needs in general.
  if ((stage !== undefined && IDLE.has(stage)) || methods.every((method) => method.helper)) {
    editor.append(beta, 'sends', endpoints, 'sdk');
    editor.review(beta, `sdk ${facts.sdk} sends it on ${endpoints.join(', ')}: check whether anything there needs it`, source);
    return;
  }
  const rules = endpointRules(beta, methods, group, catalog);
  editor.append(beta, 'opens', rules);
  const join = rules.length === 0 ? '; another beta has a rule of the same words, join them with choice' : ': check the rule that was drafted';
  editor.review(beta, `sdk ${facts.sdk} sends it on ${endpoints.slice(0, 4).join(', ')}${endpoints.length > 4 ? ' …' : ''}${join}`, source);
}

function sendsOther(editor: Editor, finding: ChangedDefault, facts: SdkFacts, catalog: Catalog): void {
  const { endpoint, before, after } = finding;
  const method = facts.methods.find((one) => one.name === finding.method && one.endpoint === endpoint) ?? facts.methods.find((one) => one.endpoint === endpoint);
  const source = { sdk: facts.sdk, symbol: `client.${method?.name ?? finding.method}` };
  for (const id of after) {
    if (before.includes(id) || !method || !betaOf(catalog, id)) continue;
    const beta = betaOf(catalog, id);
    if (beta && beta.opens.some((rule) => rule.at === undefined && rule.endpoint?.includes(endpoint))) continue;
    sendsByItself(editor, { beta: id, methods: [method], group: [method] }, facts, catalog);
  }
  for (const id of before) {
    if (after.includes(id)) continue;
    const now = after.length > 0 ? `sends ${after.join(', ')} instead` : 'sends nothing';
    editor.review(id, `sdk ${facts.sdk} ${now} on ${endpoint}: check its stage, its rules and sdk.sends`, source);
  }
}

function opensMore(editor: Editor, { entry, betas }: NewSurface, catalog: Catalog): void {
  for (const id of entry.betas ?? []) {
    if (!betaOf(catalog, id)) continue;
    editor.append(id, 'opens', surfaceRules(entry, catalog));
    editor.review(id, `sdk ${editor.sdk} names it for ${entry.entry}: check the rule that was drafted`, { sdk: editor.sdk, symbol: symbolOf(entry.entry) });
    return;
  }
  for (const id of betas.slice(0, 1)) {
    editor.review(id, `sdk ${editor.sdk} adds ${entry.entry}: decide which beta it needs, or list it in surface-ignore.yaml`, { sdk: editor.sdk, symbol: symbolOf(entry.entry) });
  }
}

const symbolOf = (entry: string): string => entry.replace(/: .*$/, '');

function marks(editor: Editor, finding: Exclude<Finding, NewBeta | NewDefault | ChangedDefault | NewSurface>): void {
  const { sdk } = editor;
  switch (finding.kind) {
    case 'removed':
      editor.review(finding.beta, `sdk ${sdk} no longer has it in its union: decide the stage (retired?) and since when; the entry stays`, {
        sdk,
        symbol: 'AnthropicBeta',
        says: 'The union no longer has the value.',
      });
      return;
    case 'deprecated':
      editor.edit(finding.beta, (text, at) => setKey(text, [...at, 'sdk', 'deprecated'], finding.version, 'evidence'));
      editor.review(finding.beta, `the changelog of sdk ${finding.version} deprecates it: decide the stage (graduated, legacy-shape, retired) and what follows for its rules`, {
        sdk: finding.version,
        changelog: finding.version,
      });
      return;
    case 'graduated':
      for (const id of finding.betas) {
        editor.review(id, `sdk ${sdk} accepts ${finding.entry} in GA params too: decide whether it graduated, and which rules fall`, { sdk, symbol: symbolOf(finding.entry).replace(/^Beta(?=[A-Z])/, '') });
      }
      return;
    case 'surface-gone':
      for (const id of finding.betas) editor.review(id, `sdk ${sdk} accepts ${finding.entry} nowhere any more: decide whether its rule stays`, undefined);
      return;
    case 'requirement-changed':
      for (const id of finding.betas) {
        const [symbol = ''] = finding.symbols;
        const others = finding.symbols.length > 1 ? ` and ${finding.symbols.length - 1} more` : '';
        const what = finding.change === 'gone' ? 'no longer names it at' : finding.change === 'added' ? 'now names it at' : 'says other words about it at';
        editor.review(id, `sdk ${sdk} ${what} ${symbol}${others}: check its rules and its texts`, finding.change === 'gone' ? undefined : { sdk, symbol });
      }
      return;
    case 'api-version':
      return;
  }
}
