/** Replaces `${VAR}`, `${VAR:-default}` and `${file:path}` in the values of a parsed file. */
import { dirname, resolve } from 'node:path';
import { CredentialError } from '../../upstream/credential-error.ts';
import { readSecretFile } from '../credentials/secret-file.ts';
import type { ConfigProblem } from './config-error.ts';
import type { Environment } from './types.ts';
import type { Path, YamlFile } from './yaml-document.ts';

/** A part of a value: text, or the path of a file that it is read from. */
export type Part = string | { readonly file: string };

/** A value that was put together. */
export interface Expansion {
  readonly parts: readonly Part[];
  /** The sources, such as `${ANTHROPIC_API_KEY}`; they can be shown, the value cannot. */
  readonly label: string;
}

/** A value with everything replaced, and the places where something was. */
export interface Expanded {
  readonly value: unknown;
  /** By {@link toKey}. */
  readonly expansions: ReadonlyMap<string, Expansion>;
  /** The keys of the values in which something could not be replaced. */
  readonly failed: ReadonlySet<string>;
  readonly problems: readonly ConfigProblem[];
}

/** Makes the key of a path in a map. */
export const toKey = (path: Path): string => JSON.stringify(path);

/**
 * Replaces the variables and files in all texts of a file. It works on values, after parsing, so a
 * variable cannot change the structure. The map at `overlay` is data and is left as it is.
 */
export async function expandValues(yaml: YamlFile, env: Environment): Promise<Expanded> {
  const expansions = new Map<string, Expansion>();
  const failed = new Set<string>();
  const problems: ConfigProblem[] = [];
  const expand = async (value: unknown, path: Path): Promise<unknown> => {
    if (Array.isArray(value))
      return Promise.all(value.map((item, index) => expand(item, [...path, index])));
    if (typeof value === 'object' && value !== null) {
      if (path.length === 1 && path[0] === 'overlay') return value;
      const entries = Object.entries(value).map(async ([key, item]) => [
        key,
        await expand(item, [...path, key]),
      ]);
      return Object.fromEntries(await Promise.all(entries));
    }
    if (typeof value !== 'string' || !value.includes('${')) return value;
    const read = await expandText(value, dirname(yaml.file), env);
    for (const { needle, message } of read.problems)
      problems.push(yaml.problemIn(path, needle, message));
    if (read.problems.length > 0) {
      failed.add(toKey(path));
      return value;
    }
    if (read.label !== '') expansions.set(toKey(path), { parts: read.parts, label: read.label });
    return read.text;
  };
  return { value: await expand(yaml.value, []), expansions, failed, problems };
}

interface ExpandedText {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly label: string;
  readonly problems: readonly { readonly needle: string; readonly message: string }[];
}

async function expandText(text: string, folder: string, env: Environment): Promise<ExpandedText> {
  const parts: Part[] = [];
  const labels: string[] = [];
  const problems: { needle: string; message: string }[] = [];
  let whole = '';
  for (const token of splitText(text)) {
    if ('literal' in token) {
      parts.push(token.literal);
      whole += token.literal;
      continue;
    }
    const found = await resolveReference(token.reference, folder, env);
    if ('message' in found) {
      problems.push({ needle: token.needle, message: found.message });
      continue;
    }
    parts.push(found.part);
    labels.push(found.label);
    whole += found.value;
  }
  return { text: whole, parts, label: labels.join(''), problems };
}

type Token =
  | { readonly literal: string }
  /** `reference` is `undefined` if the brace is not closed. */
  | { readonly reference: string | undefined; readonly needle: string };

/** Splits a text at its references. `$${` is a literal `${`. */
function splitText(text: string): Token[] {
  const tokens: Token[] = [];
  let rest = text;
  for (;;) {
    const start = rest.indexOf('${');
    if (start < 0) return [...tokens, { literal: rest }];
    if (rest[start - 1] === '$') {
      tokens.push({ literal: `${rest.slice(0, start - 1)}\${` });
      rest = rest.slice(start + 2);
      continue;
    }
    const end = rest.indexOf('}', start);
    tokens.push({ literal: rest.slice(0, start) });
    if (end < 0) return [...tokens, { reference: undefined, needle: rest.slice(start) }];
    const reference = rest.slice(start + 2, end);
    tokens.push({ reference, needle: rest.slice(start, end + 1) });
    rest = rest.slice(end + 1);
  }
}

type Resolved =
  | { readonly value: string; readonly part: Part; readonly label: string }
  | { readonly message: string };

const FORMS = `\${VAR}, \${VAR:-default} or \${file:path}`;

async function resolveReference(
  reference: string | undefined,
  folder: string,
  env: Environment,
): Promise<Resolved> {
  if (reference === undefined)
    return {
      message:
        'the brace of a reference is not closed; add `}`, or write two `$` for the text itself',
    };
  if (reference.startsWith('file:')) return resolveFile(reference.slice(5).trim(), folder);
  const [name = '', ...rest] = reference.split(':-');
  if (!/^[A-Za-z_]\w*$/.test(name))
    return { message: `this is none of the forms ${FORMS}; write \`$\${\` for the text \`\${\`` };
  const found = Object.hasOwn(env, name) ? env[name] : undefined;
  const value = found || (rest.length > 0 ? rest.join(':-') : undefined);
  if (value !== undefined) return { value, part: value, label: `\${${name}}` };
  const state = found === '' ? 'is empty' : 'is not set';
  return {
    message:
      `the variable ${name} ${state}; set it in the environment of the gateway, such as with ` +
      `\`export ${name}=…\`, or give a default: \${${name}:-…}`,
  };
}

async function resolveFile(path: string, folder: string): Promise<Resolved> {
  if (path === '') return { message: `the path is missing; write \${file:path}` };
  const file = resolve(folder, path);
  try {
    return { value: await readSecretFile(file), part: { file }, label: `\${file:${path}}` };
  } catch (error) {
    if (error instanceof CredentialError) return { message: error.message };
    throw error;
  }
}

/** Puts a value together again, with the files as they are now. */
export async function readParts(parts: readonly Part[]): Promise<string> {
  const texts = parts.map((part) => (typeof part === 'string' ? part : readSecretFile(part.file)));
  return (await Promise.all(texts)).join('');
}
