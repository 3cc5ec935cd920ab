/**
 * The grammar of rules: paths into a JSON body (`messages[].content[].**.type`) and endpoints (`POST /v1/agents/{id}`).
 *
 * path     = segment *( "." segment )
 * segment  = name [ "[]" ] | "**"          `[]` every element; `**` any depth of nested content
 */
export interface PathError {
  /** 0-based, into the path. */
  readonly index: number;
  readonly message: string;
}

const NAME = /^[A-Za-z_][A-Za-z0-9_-]*(\[\])?$/;

/** What keeps `path` from being a rule path, or `undefined` when it is one. */
export function pathError(path: string): PathError | undefined {
  let index = 0;
  const segments = path.split('.');
  for (const [i, segment] of segments.entries()) {
    if (segment === '')
      return {
        index,
        message:
          i === 0 ? 'it is empty or begins with a dot' : 'two dots in a row, or a dot at the end',
      };
    if (segment === '**') {
      if (i === 0) return { index, message: '`**` cannot come first' };
      if (i === segments.length - 1)
        return { index, message: '`**` cannot come last: name the field it leads to' };
      if (segments[i - 1] === '**') return { index, message: '`**` stands twice' };
    } else if (!NAME.test(segment)) {
      return { index, message: `\`${segment}\` is not a name, a name with [] or **` };
    }
    index += segment.length + 1;
  }
  return undefined;
}

const ENDPOINT =
  /^(GET|POST|PUT|PATCH|DELETE|\*) (\/v1(?:\/(?:[A-Za-z0-9_.-]+|\{[A-Za-z0-9_]+\}))+(?:\/\*\*)?)$/;

/** What keeps `endpoint` from being one, or `undefined` when it is one. */
export function endpointError(endpoint: string): string | undefined {
  if (ENDPOINT.test(endpoint)) return undefined;
  return 'write METHOD /v1/path with a method of GET, POST, PUT, PATCH, DELETE or *, {name} for a variable part and /** at the end for all below';
}
