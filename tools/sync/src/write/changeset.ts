/** Findings → the changeset of the pull request. */
import { bumpOf } from '../compare/compare.ts';
import type { Finding } from '../compare/finding.ts';
import { KINDS } from '../compare/finding.ts';
import { headline } from './say.ts';

/** One of the packages that are always released together; naming one moves all. */
const PACKAGE = '@beta-headers/manifest';

/** The name and the text of the changeset; nothing where no package changes. */
export function changesetOf(findings: readonly Finding[], sdk: string): { name: string; text: string } | undefined {
  const bump = bumpOf(findings);
  if (bump === 'none') return undefined;
  const open = findings.filter((finding) => !finding.covered);
  const items = KINDS.flatMap((kind) => [...new Set(open.filter((finding) => finding.kind === kind).map(headline))]);
  const text = `---\n"${PACKAGE}": ${bump}\n---\n\nIn line with @anthropic-ai/sdk ${sdk}.\n\n${items.map((item) => `- ${item}`).join('\n')}\n`;
  return { name: `sdk-${sdk.replaceAll('.', '-')}.md`, text };
}
