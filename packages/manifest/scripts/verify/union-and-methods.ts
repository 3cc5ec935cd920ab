/** Reads the union and the methods of an SDK release with regular expressions. */

/** A method that sends betas by default. */
export interface Method {
  readonly name: string;
  /** `POST /v1/agents/{}`; every variable part is `{}`. */
  readonly endpoint: string;
  readonly betas: readonly string[];
}

/** Reads the dated values of the AnthropicBeta union. */
export function readUnion(sources: ReadonlyMap<string, string>): string[] {
  for (const text of sources.values()) {
    const union = /^export type AnthropicBeta =([^;]+);/m.exec(text);
    if (union)
      return [...(union[1] as string).matchAll(/'([^']+)'/g)].map((match) => match[1] as string);
  }
  throw new Error('the SDK sources declare no AnthropicBeta');
}

/** Reads the methods of resource classes that add a beta to the header. */
export function readMethods(sources: ReadonlyMap<string, string>): Method[] {
  return [...sources].flatMap(([path, text]) => {
    const classes = text.split(/^export (?:abstract )?class /m).slice(1);
    return classes.flatMap((body) => readClassMethods(path, body.slice(0, body.search(/^}/m))));
  });
}

const CALL =
  /_client\.(get|post|put|patch|delete|getAPIList)(?:<[^(]*>)?\(\s*(?:path)?[`']([^`']+)[`']/;

function readClassMethods(path: string, body: string): Method[] {
  const withoutComments = body.replaceAll(/^\s*\/\*\*[\s\S]*?\*\/$/gm, '');
  // A class member starts after two spaces. Overloads have no body and therefore no header.
  const members = withoutComments
    .split(/^ {2}(?=(?:async )?[A-Za-z_]\w*(?:<[^\n]*>)?\()/m)
    .slice(1);
  return members.flatMap((member) => {
    const header = /'anthropic-beta':\s*\[\s*\.\.\.\(\w+ \?\? \[\]\),\s*((?:'[^']+',?\s*)+)\]/.exec(
      member,
    );
    if (!header) return [];
    const name = /^(?:async )?(\w+)/.exec(member)?.[1] as string;
    const call = CALL.exec(member);
    if (!call) throw new Error(`${path}: ${name} sends a beta and calls no path that can be read`);
    const verb = call[1] === 'getAPIList' ? 'GET' : (call[1] as string).toUpperCase();
    const url = (call[2] as string).replaceAll(/\$\{[^}]*\}/g, '{}').replace(/\?.*$/, '');
    return [
      {
        name: `${path.replace(/^src\/resources\//, '').replace(/\.ts$/, '')}#${name}`,
        endpoint: `${verb} ${url}`,
        // A literal may be a list: 'a-2026-01-01,b-2026-01-01'.
        betas: [...(header[1] as string).matchAll(/'([^']+)'/g)].flatMap((m) =>
          (m[1] as string).split(','),
        ),
      },
    ];
  });
}
