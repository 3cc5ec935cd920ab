/**
 * The same as the main module, for pages. The larger parts, which read code, commands and errors,
 * are loaded for the first text that needs them. A text of one kind needs few of them.
 * @module
 */
import type { CodeParts } from './code/code-readers.ts';
import { type CodeReaders, type LazyPart, NotLoaded, type Parts, readWith } from './read-base.ts';
import type { SourceParts } from './text.ts';
import type { Reading, ReadOptions } from './types.ts';

export { MAX_TEXT } from './read-base.ts';

const NONE: CodeReaders = {
  findPowerShell: () => ({ drafts: [] }),
  findCalls: () => [],
  findFrameworkCalls: () => [],
  findStatements: () => [],
  addOuterHeaders: (_, draft) => draft,
  isOtherLanguage: () => false,
};

/** The modules of the parts. */
interface Modules extends CodeParts {
  readonly classify: typeof import('./answers/classify-reading.ts');
  readonly literals: SourceParts['literals'];
  readonly exported: SourceParts['exported'];
  readonly http: Parts['http'];
  readonly json: Parts['json'];
  readonly joined: Parts['joined'];
  readonly texts: Parts['texts'];
  readonly decorations: Parts['decorations'];
  readonly none: Pick<Parts, 'describeNone'>;
}

const LOADERS: { readonly [K in LazyPart]: () => Promise<Modules[K]> } = {
  classify: () => import('./answers/classify-reading.ts'),
  literals: () => import('./literals/literals.ts'),
  exported: () => import('./json/exported.ts'),
  http: () => import('./http.ts'),
  json: () => import('./json/read-json.ts'),
  joined: () => import('./joined.ts'),
  texts: () => import('./text-readers.ts'),
  decorations: () => import('./decorations.ts'),
  none: () => import('./none-texts-en.ts'),
  powershell: () => import('./code/powershell.ts'),
  calls: () => import('./code/code.ts'),
  sdkCalls: () => import('./code/sdk-call.ts'),
  frameworks: () => import('./code/framework-calls.ts'),
  statements: () => import('./code/statements.ts'),
  typedCalls: () => import('./code/typed-calls.ts'),
  outerHeaders: () => import('./code/outer-headers.ts'),
};

const ALL_PARTS = Object.keys(LOADERS) as LazyPart[];

/** The length from which all parts are loaded first: each missing one begins the reading anew. */
const LONG = 100_000;

const loaded: { -readonly [K in LazyPart]?: Modules[K] } = {};

async function load<K extends LazyPart>(part: K): Promise<void> {
  loaded[part] = await LOADERS[part]();
}

/** Returns a loaded part. Otherwise the reading stops, and begins again when the part is there. */
function get<K extends LazyPart>(part: K): Modules[K] {
  const found: Modules[K] | undefined = loaded[part];
  if (!found) throw new NotLoaded(part);
  return found;
}

/**
 * Reads any text, as `readText` does. Loads the readers of code and of commands and the classifier
 * of errors once each, for the first text that needs them.
 * @example
 * ```ts
 * const reading = await readTextLazily('anthropic-beta: files-api-2025-04-14');
 * ```
 */
export async function readTextLazily(text: string, options: ReadOptions = {}): Promise<Reading> {
  if (typeof text === 'string' && text.length > LONG) await Promise.all(ALL_PARTS.map(load));
  const [commands, code] = await Promise.all([loadCommands(text), loadCode(text)]);
  const parts: Parts = {
    commands,
    code,
    classify: (error) => get('classify').classifyBetaError(error),
    describeNone: (reading) => get('none').describeNone(reading),
    get literals() {
      return get('literals');
    },
    get exported() {
      return get('exported');
    },
    get http() {
      return get('http');
    },
    get joined() {
      return get('joined');
    },
    get json() {
      return get('json');
    },
    get texts() {
      return get('texts');
    },
    get decorations() {
      return get('decorations');
    },
  };
  for (;;) {
    try {
      return readWith(text, options, parts);
    } catch (error) {
      if (!(error instanceof NotLoaded)) throw error;
      await load(error.part);
    }
  }
}

/** Loads the functions that classify an error or a log. */
export const loadClassifier = (): Promise<typeof import('./answers/classify-reading.ts')> =>
  import('./answers/classify-reading.ts');

/** Loads the Indonesian sentences for texts that are no request. */
export const loadIndonesian = (): Promise<typeof import('./none-texts-id.ts')> =>
  import('./none-texts-id.ts');

/** A name of a program for requests, before its first argument. */
const COMMAND = /\b(?:(?:curl|wget)(?:\.exe)?|bedrock-runtime|https?|xhs?)[ \t]/;

const loadCommands = async (text: string): Promise<Parts['commands']> =>
  COMMAND.test(text) ? (await import('./commands/commands.ts')).COMMAND_READERS : [];

/**
 * Loads what decides on the readers of code, and at the same time what all of them need. The
 * readers of other texts are rarely needed for code.
 */
async function loadCode(text: string): Promise<CodeReaders> {
  if (!mayBeCode(text)) {
    await load(/^\s*[{[]/.test(text) ? 'json' : 'texts');
    return NONE;
  }
  const [{ makeCodeReaders }] = await Promise.all([
    import('./code/code-readers.ts'),
    load('literals'),
  ]);
  return makeCodeReaders(get);
}

/** A call, and no JSON as a whole. Code without a call has no request. */
const CALL =
  /[\w$)\]>!?](?:\(|[ \t]{0,4}\r?\n?[ \t]{0,4}\{|\s{1,4}\((?=[\s"'`{[$]|\w+\s?,))|\bnew\b|=>|\$\w+\s?=|\bheaders?\b\s?[.[]|\.(?:post|get|put|patch|delete|create)\b/;

/** A word in errors that looks like a call: `value(s)`. */
const PLURAL = /\b(?:value|header|flag|beta|field|input)\(s\)/gi;
const POWERSHELL = /\b(?:Invoke-|iwr|irm)/i;

function mayBeCode(text: string): boolean {
  if (typeof text !== 'string') return false;
  if (!CALL.test(text.replaceAll(PLURAL, '')) && !POWERSHELL.test(text)) return false;
  if (!/^\s*[{[]/.test(text)) return true;
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}
