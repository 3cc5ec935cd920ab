/**
 * Reads CHANGELOG.md as release-please writes it: `## [1.12.0](…) (2026-11-20)`, then bullets, some
 * with paragraphs below them.
 */
import type { ChangelogSection } from './facts.ts';

const HEADING = /^##\s+\[?(\d+\.\d+\.\d+)\]?(?:\([^)]*\))?(?:\s+\((\d{4}-\d{2}-\d{2})\))?/;

/** Reads the sections of a changelog, in its order; each bullet includes its paragraphs. */
export function readChangelog(text: string): ChangelogSection[] {
  const sections: { version: string; date: string | undefined; items: string[] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const heading = HEADING.exec(line);
    const section = sections.at(-1);
    if (heading) sections.push({ version: heading[1] as string, date: heading[2], items: [] });
    else if (!section) continue;
    else if (/^[*-] /.test(line)) section.items.push(line.slice(2).trim());
    else if (/^\s+\S/.test(line) && section.items.length > 0)
      section.items.push(`${section.items.pop() as string}\n${line.trim()}`);
  }
  return sections;
}
