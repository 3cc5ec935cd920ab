/**
 * Reads a release by other means: regular expressions over the compiled .d.ts and .js files. It
 * shares no code with src/read, so that each confirms the other. It is coarser, and judges only
 * what it can find.
 */
import type { Release } from '../release/release.ts';

/** Selects the compiled files that the oracle reads. */
export const isCompiledFile = (path: string): boolean =>
  path === 'package.json' ||
  path === 'CHANGELOG.md' ||
  /^(resources\/.*|client|index|lib\/.*)\.(d\.ts|js)$/.test(path);

export interface Seen {
  /** The values of the union. */
  readonly union: ReadonlySet<string>;
  /** The number of places in the resources that send each beta. */
  readonly defaults: ReadonlyMap<string, number>;
  /** Beta ids anywhere in code or in comments. */
  readonly ids: ReadonlySet<string>;
  /**
   * Params, tool types and content block types that beta message params have and GA params lack.
   */
  readonly surface: ReadonlySet<string>;
  /** The declarations of message params, without comments. */
  readonly params: string;
  /** Lines of comments that name a beta. */
  readonly words: string;
  readonly apiVersion: string | undefined;
  /** The newest changelog section that names the release. */
  readonly deprecates: boolean;
}

const ID = /[a-z][a-z0-9]*(?:-[a-z0-9]+)*-20\d\d-\d\d-\d\d(?:-[a-z][a-z0-9]*)*(?![\w-])/g;

/** Reads a release. */
export function readCompiled({ files, version }: Release): Seen {
  const all = [...files].filter(([path]) => path !== 'CHANGELOG.md');
  const text = (...paths: string[]): string =>
    paths.map((path) => files.get(`resources/${path}.d.ts`) ?? '').join('\n');
  const beta = text(
    'beta/messages/messages',
    'beta/messages',
    'beta/prompt-caching/messages',
    'beta/tools/messages',
  );
  const ga = text('messages/messages', 'messages');
  const union =
    /type AnthropicBeta\s*=([^;]*);/.exec(
      [...files]
        .filter(([path]) => path.endsWith('.d.ts'))
        .map(([, body]) => body)
        .join('\n'),
    )?.[1] ?? '';
  const changelog = files.get('CHANGELOG.md') ?? '';
  const own = changelog.slice(changelog.indexOf(version)).split(/\n## /)[0] ?? '';
  return {
    union: new Set([...union.matchAll(/'([^']+)'/g)].map((match) => match[1] as string)),
    defaults: countDefaults(all),
    ids: new Set(all.flatMap(([, body]) => body.match(ID) ?? [])),
    surface: subtract(findThings(beta), findGaThings(ga)),
    params: stripComments(
      [beta, ga, text('beta/messages/batches'), text('messages/batches'), text('shared')].join(
        '\n',
      ),
    ),
    words: all
      .filter(([path]) => path.endsWith('.d.ts'))
      .flatMap(([, body]) => findCommentsWithIds(body))
      .sort()
      .join('\n'),
    apiVersion: /['"]anthropic-version['"]: ['"]([\d-]+)/.exec(
      `${files.get('client.js') ?? ''}${files.get('index.js') ?? ''}`,
    )?.[1],
    deprecates: /deprecat|from the SDK/i.test(own),
  };
}

function countDefaults(files: readonly (readonly [string, string])[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const [path, body] of files) {
    if (!path.startsWith('resources/') || !path.endsWith('.js')) continue;
    // A long list has one line for each item, and a line that closes it.
    for (const [, value] of body.matchAll(
      /['"]anthropic-beta['"]:([^\n]*\[\n[\s\S]*?\n\s*\]|[^\n]*)/gi,
    )) {
      for (const id of value?.match(ID) ?? []) found.set(id, (found.get(id) ?? 0) + 1);
    }
  }
  return found;
}

/** Finds top-level params, and the discriminators of the members of the two large unions. */
function findThings(text: string): Set<string> {
  const plain = stripComments(text);
  const params = /interface MessageCreateParamsBase \{([\s\S]*?)\n\}/.exec(plain)?.[1] ?? '';
  const found = new Set(
    [...params.matchAll(/^ {4}(\w+)\??:/gm)].map((match) => match[1] as string),
  );
  for (const union of ['ToolUnion', 'ContentBlockParam']) {
    const members = new RegExp(`type (?:Beta)?${union}\\s*=([^;]*);`).exec(plain)?.[1] ?? '';
    for (const [name] of members.matchAll(/\w+/g)) {
      // A member may be declared in a namespace, one step deeper.
      const [, indent = '', body = ''] =
        new RegExp(`^( *)(?:export )?interface ${name} \\{([\\s\\S]*?)\\n\\1\\}`, 'm').exec(
          plain,
        ) ?? [];
      const type = new RegExp(`^${indent} {4}type: ([^;]*);`, 'm').exec(body)?.[1] ?? '';
      for (const [, tag] of type.matchAll(/'([^']+)'/g)) found.add(tag as string);
    }
  }
  found.delete('betas');
  return found;
}

/**
 * Finds the discriminators of a file: before 0.30 GA params had no named union of content blocks.
 */
function findGaThings(text: string): Set<string> {
  const named = findThings(text);
  if (!/type ContentBlockParam\b/.test(text))
    for (const [, tag] of text.matchAll(/^ {4}type: '([^']+)'/gm)) named.add(tag as string);
  return named;
}

const subtract = (a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> =>
  new Set([...a].filter((thing) => !b.has(thing)));

const stripComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+\n/g, '\n');

function findCommentsWithIds(body: string): string[] {
  return (body.match(/\/\*\*[\s\S]*?\*\//g) ?? []).filter((comment) =>
    /-20\d\d-?\d\d-?\d\d/.test(comment),
  );
}
