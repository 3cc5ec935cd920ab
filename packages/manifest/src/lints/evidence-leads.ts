import type { ManifestFile } from '../manifest-sources.ts';
import { collectContents } from './contents.ts';
import { type Lint, listEntries } from './lint.ts';

/**
 * A citation is precise: a file of a repository at a commit, a page with a summary of what it says,
 * or a declaration or changelog section of a package.
 */
export const evidenceLeads: Lint = {
  name: 'evidence-leads',
  *check(sources) {
    const isPage = new Map<string, boolean>();
    for (const { file, data, path } of listEntries(sources, 'sources')) {
      if ('internal' in data) continue;
      isPage.set(data.id, 'url' in data);
      const moving = 'url' in data && !file.overlay ? describeMovingTarget(data.url) : undefined;
      if (moving) {
        yield file.problem(
          [...path, 'url'],
          'evidence-leads',
          `\`${'url' in data ? data.url : ''}\` ${moving}, so its content can change`,
          'link the file at the commit that was read: /blob/<40 hex digits>/path',
        );
      }
    }
    // Citations in overlays and lists may be less precise.
    const features = new Set<ManifestFile>(sources.features);
    for (const { file, value, path } of collectContents(sources).citations) {
      const page = isPage.get(value.source);
      if (file.overlay || page === undefined) continue;
      const isVague = page
        ? features.has(file) && value.says === undefined
        : value.at === undefined;
      if (!isVague) continue;
      yield file.problem(
        path(),
        'evidence-leads',
        page
          ? `\`${value.source}\` is cited without a summary of what it says`
          : `\`${value.source}\` is cited without a place in the package`,
        page
          ? 'add `says`: what a reader should find there, in your own words'
          : 'add `at`: the declaration (`AnthropicBeta`) or the section (`CHANGELOG.md 1.9.0`)',
      );
    }
  },
};

function describeMovingTarget(url: string): string | undefined {
  const path = /^https?:\/\/(?:www\.)?github\.com(\/[^?#]*)/i.exec(url)?.[1];
  if (path === undefined) return undefined;
  const [, , , kind, revision] = path.split('/');
  if (kind === undefined || kind === '') return 'is a whole repository';
  if (kind !== 'blob' && kind !== 'tree') return undefined;
  return /^[0-9a-f]{40}$/.test(revision ?? '')
    ? undefined
    : `follows the branch or tag ${revision}`;
}
