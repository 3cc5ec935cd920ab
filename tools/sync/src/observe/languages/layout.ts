/**
 * The official SDKs of other languages: which files are their sources, and where they list betas.
 */
import type { SdkLanguage } from '@beta-headers/manifest';
import { isBetaId } from '../../read/ids.ts';

/** The layout of an SDK's repository. */
export interface Layout {
  readonly language: Exclude<SdkLanguage, 'typescript'>;
  /** The package that users install. */
  readonly package: string;
  /** The sources of the package, without tests and examples. */
  readonly isSource: (path: string) => boolean;
  /** The first official version of the package; older tags belong to another one. */
  readonly from?: string;
}

const NO_SOURCE = /(?:^|\/)(?:tests?|spec|examples?|testdata)\/|_test\.go$/i;
const matchBelow = (folder: RegExp, ending: RegExp) => (path: string) =>
  folder.test(path) && ending.test(path) && !NO_SOURCE.test(path);

/** The layouts; a repository has the one that matches most of its files. */
export const LAYOUTS: readonly Layout[] = [
  { language: 'python', package: 'anthropic', isSource: matchBelow(/^src\/anthropic\//, /\.py$/) },
  {
    language: 'go',
    package: 'github.com/anthropics/anthropic-sdk-go',
    isSource: matchBelow(/^/, /\.go$/),
  },
  {
    language: 'java',
    package: 'com.anthropic:anthropic-java',
    isSource: matchBelow(/^anthropic-java[\w-]*\/src\/main\//, /\.(?:kt|java)$/),
  },
  { language: 'ruby', package: 'anthropic', isSource: matchBelow(/^lib\//, /\.rb$/) },
  {
    language: 'csharp',
    package: 'Anthropic',
    isSource: matchBelow(/^src\/Anthropic(?:\.Client)?\//, /\.cs$/),
    from: '10.0.0',
  },
  { language: 'php', package: 'anthropic-ai/sdk', isSource: matchBelow(/^src\//, /\.php$/) },
];

/** Finds the layout of a list of paths; `undefined` if no SDK has such files. */
export function findLayout(paths: readonly string[]): Layout | undefined {
  const counts = LAYOUTS.map((layout) => ({ layout, count: paths.filter(layout.isSource).length }));
  const [most] = counts.sort((a, b) => b.count - a.count);
  return most && most.count > 0 ? most.layout : undefined;
}

/** The values of a file: in the list of all betas, or anywhere in the code. */
export interface Values {
  readonly listed: readonly string[];
  readonly used: readonly string[];
}

/** `anthropic_beta_param.py`, `AnthropicBeta.kt`, …: the file that lists the betas. */
const LIST_FILE = /(?:^|\/)anthropic_?beta(?:_param)?\.(?:py|kt|rb|cs|php)$/i;
/** Go lists them as constants of a type, beside other types. */
const GO_CONSTANT = /\bAnthropicBeta\w*\s+AnthropicBeta\s*=\s*"([^"]+)"/g;
const QUOTED = /(["'])([a-z0-9][a-z0-9, -]*-20\d{2}[a-z0-9, -]*)\1/g;

/** Finds the betas in a source file that are whole strings, or parts of a list in one. */
export function findValues(path: string, text: string): Values {
  if (!text.includes('-20')) return NONE;
  const used = collectIds(text.matchAll(QUOTED), 2);
  if (LIST_FILE.test(path)) return { listed: used, used };
  return path.endsWith('.go')
    ? { listed: collectIds(text.matchAll(GO_CONSTANT), 1), used }
    : { listed: [], used };
}

const NONE: Values = { listed: [], used: [] };

function collectIds(matches: Iterable<RegExpExecArray>, group: number): string[] {
  const ids = new Set<string>();
  for (const match of matches)
    for (const id of (match[group] ?? '').split(/\s*,\s*/)) if (isBetaId(id)) ids.add(id);
  return [...ids];
}
