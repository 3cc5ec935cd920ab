/** Lists the decisions that a report leaves to a person. */
import { parse } from 'yaml';
import type { Finding } from '../compare/finding.ts';
import type { ChangelogSection } from '../read/facts.ts';
import { renderHeadline } from './headlines.ts';

/** Lists every review mark of the files that change, and the decisions that belong to no file. */
export function renderChecklist(
  open: readonly Finding[],
  features: ReadonlyMap<string, string>,
  sections: readonly ChangelogSection[],
): string[] {
  const marks = [...features].flatMap(([file, text]) => {
    const { betas } = parse(text, { schema: 'core' }) as {
      betas: { id: string; review?: string[] }[];
    };
    return betas.flatMap(({ id, review }) =>
      (review ?? []).map((mark) => `- [ ] ${file} \`${id}\`: ${mark}`),
    );
  });
  const loose = open.flatMap((finding) => {
    if (finding.kind === 'new-surface' && finding.betas.length === 0)
      return [
        `- [ ] \`${finding.entry.entry}\`: find the beta that it needs and write a rule, ` +
          'or list it in surface-ignore.yaml with a reason',
      ];
    if (finding.kind === 'new-beta')
      return [
        `- [ ] write cases for \`${finding.beta}\` in packages/manifest/conformance: what ` +
          'sends it, and what does not',
      ];
    if (finding.kind === 'graduated' && finding.betas.length > 0)
      return [
        `- [ ] update the cases of ${finding.betas.map((id) => `\`${id}\``).join(', ')} in ` +
          'packages/manifest/conformance',
      ];
    if (finding.kind === 'new-endpoint')
      return [
        '- [ ] find the beta, if any, that these need, and write a rule: ' +
          finding.methods.map(({ endpoint }) => `\`${endpoint}\``).join(', '),
      ];
    if (finding.kind === 'named')
      return [`- [ ] find out what \`${finding.beta}\` is; write a feature file if it is a beta`];
    if (finding.kind === 'model')
      return [`- [ ] bring models.yaml in line: ${renderHeadline(finding)}`];
    if (finding.kind === 'api-version')
      return [
        '- [ ] check the rules with `apiVersion`, and which graduations hold under the new ' +
          'version only',
      ];
    return [];
  });
  const all = [...marks, ...loose, ...listModelEnds(sections)];
  if (all.length === 0) return [];
  return [
    '## To decide',
    '',
    'Take each `review:` mark out of its file when it is settled; a release waits for the ' +
      'last of them.',
    '',
    ...all,
    '',
  ];
}

/** Lists models that end: rules and claims name them, and models.yaml has the day. */
function listModelEnds(sections: readonly ChangelogSection[]): string[] {
  const items = sections
    .flatMap((section) => section.items)
    .filter((item) => /\bclaude[- ]/i.test(item) && /deprecat|end.of.life|retire/i.test(item));
  return items.map(
    (item) => `- [ ] see whether models.yaml says it: ${item.replaceAll('\n', ' ')}`,
  );
}
