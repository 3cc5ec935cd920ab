/** Reads the markup of a built site: elements, attributes, links and scripts. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';

export interface Markup {
  readonly pages: number;
  /** `img src`, with a page that has it. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Schemes and hosts of links and files. */
  readonly hosts: ReadonlyMap<string, string>;
  /** The texts of scripts that run. */
  readonly scripts: ReadonlySet<string>;
  /** The number of each element. */
  readonly elements: ReadonlyMap<string, number>;
  /** Scripts with data that cannot be read. */
  readonly broken: readonly string[];
}

const ADDRESSES: ReadonlySet<string> = new Set(['href', 'src', 'action', 'formaction', 'data']);

/** Reads every page below a folder. */
export function readMarkup(folder: string): Markup {
  const attributes = new Map<string, string>();
  const hosts = new Map<string, string>();
  const scripts = new Set<string>();
  const elements = new Map<string, number>();
  const broken: string[] = [];
  const files = globSync('**/*.html', { cwd: folder });
  for (const file of files) {
    let script: { readonly isData: boolean; text: string } | undefined;
    const parser = new Parser({
      onopentag(name, given) {
        elements.set(name, (elements.get(name) ?? 0) + 1);
        attributes.set(name, file);
        for (const [key, value] of Object.entries(given)) {
          attributes.set(`${name} ${key}`, file);
          if (ADDRESSES.has(key)) hosts.set(readHost(value), `${file}: ${value}`);
        }
        if (name === 'script' && given['src'] === undefined)
          script = { isData: /json/.test(given['type'] ?? ''), text: '' };
      },
      ontext: (text) => {
        if (script) script.text += text;
      },
      onclosetag(name) {
        if (name !== 'script' || !script) return;
        if (!script.isData) scripts.add(script.text);
        else if (!isJson(script.text)) broken.push(`${file}: ${script.text.slice(0, 200)}`);
        script = undefined;
      },
    });
    parser.end(readFileSync(join(folder, file), 'utf8'));
  }
  return { pages: files.length, attributes, hosts, scripts, elements, broken };
}

function readHost(address: string): string {
  if (!URL.canParse(address, 'https://site.invalid')) return `no address: ${address}`;
  const { protocol, host } = new URL(address, 'https://site.invalid');
  return `${protocol}//${host}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Lists the entries that another map does not have. */
export const findNew = <T>(of: ReadonlyMap<string, T>, known: ReadonlyMap<string, T>): string[] =>
  [...of].flatMap(([key, value]) => (known.has(key) ? [] : [`${key} (${String(value)})`]));
