import type { ManifestFile } from '../manifest-sources.ts';
import { collectContents } from './contents.ts';
import { type Lint, listEntries } from './lint.ts';

/**
 * A citation leads to the place that says it: a file of a repository at one commit, a page with
 * what to look for there, a declaration or a changelog section of a package.
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
          `\`${'url' in data ? data.url : ''}\` ${moving}, so it can say something else tomorrow`,
          'link the file at the commit that was read: /blob/<40 hex digits>/path',
        );
      }
    }
    // An overlay has its own readers, and lists need no more than the source.
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
          ? `\`${value.source}\` is cited without what it says`
          : `\`${value.source}\` is cited without the place in it`,
        page
          ? 'add `says`: what a reader should find there, in our own words'
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
