/**
 * Writes findings that only a person can decide about as `review:` marks, with the certain facts.
 */
import type { Finding } from '../compare/finding.ts';
import { formatChangelogPlace } from './cite.ts';
import { toSymbol } from './claims.ts';
import type { Editor } from './editor.ts';
import { joinFirst } from './headlines.ts';

type Marked = Exclude<
  Finding,
  { kind: 'new-beta' | 'new-default' | 'changed-default' | 'new-surface' }
>;
type Of<K extends Finding['kind']> = Extract<Finding, { kind: K }>;

/** Writes the marks of a finding. */
export function markFinding(editor: Editor, finding: Marked): void {
  switch (finding.kind) {
    case 'in-union':
      return markInUnion(editor, finding);
    case 'removed':
      return markRemoved(editor, finding);
    case 'deprecated':
      return markDeprecated(editor, finding);
    case 'graduated':
      return markGraduated(editor, finding);
    case 'surface-gone':
      return markGone(editor, finding);
    case 'requirement-changed':
      return markWords(editor, finding);
    case 'method-gone':
      return markMethodGone(editor, finding);
    case 'endpoint-graduated':
      return markEndpointGraduated(editor, finding);
    case 'in-code':
      return markInCode(editor, finding);
    // The report lists these; no entry of a beta is concerned.
    case 'new-endpoint':
    case 'named':
    case 'model':
    case 'api-version':
      return;
  }
}

function markInUnion(editor: Editor, { beta }: Of<'in-union'>): void {
  editor.setSdk(beta, ['since', 'typescript'], editor.sdk);
  editor.review(
    beta,
    `sdk ${editor.sdk} has it in its union: check its stage and its texts`,
    editor.cite('AnthropicBeta'),
  );
}

function markRemoved(editor: Editor, { beta }: Of<'removed'>): void {
  editor.review(
    beta,
    `sdk ${editor.sdk} no longer has it in its union: decide the stage (retired?) and ` +
      'since when; the entry stays',
    editor.cite('AnthropicBeta', 'The union no longer has the value.'),
  );
}

function markDeprecated(editor: Editor, { beta, version }: Of<'deprecated'>): void {
  editor.setSdk(beta, ['deprecated'], version);
  editor.review(
    beta,
    `the changelog of sdk ${version} deprecates it: decide the stage (graduated, ` +
      'legacy-shape, retired) and what follows for its rules',
    editor.cite(formatChangelogPlace(version), 'Deprecates the value.'),
  );
}

function markGraduated(editor: Editor, { betas, entries }: Of<'graduated'>): void {
  const symbol = toSymbol(entries[0] ?? '').replace(/^Beta(?=[A-Z])/, '');
  for (const id of betas)
    editor.review(
      id,
      `sdk ${editor.sdk} accepts ${joinFirst(entries)} in GA params too: decide whether it ` +
        'graduated, and which rules of `requires` become `uses`',
      editor.cite(symbol),
    );
}

function markGone(editor: Editor, { betas, entries }: Of<'surface-gone'>): void {
  for (const id of betas)
    editor.review(
      id,
      `sdk ${editor.sdk} accepts ${joinFirst(entries)} nowhere any more: decide whether ` +
        'its rule stays',
      undefined,
    );
}

function markWords(editor: Editor, finding: Of<'requirement-changed'>): void {
  const [symbol = ''] = finding.symbols;
  const others = finding.symbols.length > 1 ? ` and ${finding.symbols.length - 1} more` : '';
  const says = {
    gone: 'no longer names it at',
    added: 'now names it at',
    changed: 'says other words about it at',
  }[finding.change];
  for (const id of finding.betas)
    editor.review(
      id,
      `sdk ${editor.sdk} ${says} ${symbol}${others}: check its rules and its texts`,
      finding.change === 'gone' ? undefined : editor.cite(symbol),
    );
}

function markMethodGone(editor: Editor, { beta, methods }: Of<'method-gone'>): void {
  editor.review(
    beta,
    `sdk ${editor.sdk} has no method any more for ` +
      `${joinFirst(methods.map(({ endpoint }) => endpoint))}: decide whether the endpoints ` +
      'ended, moved or only left the SDK',
    undefined,
  );
}

function markEndpointGraduated(editor: Editor, { beta, methods }: Of<'endpoint-graduated'>): void {
  editor.review(
    beta,
    `sdk ${editor.sdk} reaches ${joinFirst(methods.map(({ endpoint }) => endpoint))} outside of ` +
      'beta without it: decide whether it graduated, and which rules of `requires` become `uses`',
    editor.cite(`client.${methods[0]?.name}`, 'The method sends no beta.'),
  );
}

function markInCode(editor: Editor, { beta, change, files, source }: Of<'in-code'>): void {
  const says = change === 'added' ? 'now has it in' : 'no longer has it in';
  editor.review(
    beta,
    `sdk ${editor.sdk} ${says} ${joinFirst(files)}: check whether the client sends it by itself, ` +
      'and its texts',
    source === undefined || change === 'gone'
      ? undefined
      : editor.cite(source, 'A string literal in the source.'),
  );
}
