/** A path, as any platform writes it → the Claude API endpoint that it stands for. */

/** What kind of body the rules will look at. */
export type BodyKind = 'messages' | 'batch' | 'other';

export interface Route {
  readonly method: string;
  /** The path on the Claude API, without prefix and query. */
  readonly path: string;
  readonly kind: BodyKind;
  /** Where the betas go: the header, the body's `anthropic_beta`, or Converse's additional fields. */
  readonly placement: 'header' | 'body' | 'converse';
  /** The model in the path, on Bedrock and Vertex. */
  readonly model?: string;
}

/** The model may be an ARN, whose slash a client or a gateway may have left as it is. */
const INVOKE = /\/model\/(.+)\/(invoke|converse|count-tokens)(?:-with-response-stream|-stream)?$/;
const RAW_PREDICT = /\/publishers\/anthropic\/models\/([^/:]+):(?:streamR|r)awPredict$/;

/** Paths are few, but ids and queries make them many: past this number all are forgotten. */
const MAX_ROUTES = 500;
const routes = new Map<string, Route>();

/** Reads method and path of a request, once. Never throws. */
export function routeOf(method: string, path: string): Route {
  const key = `${String(method)} ${String(path)}`;
  let route = routes.get(key);
  if (!route) {
    if (routes.size >= MAX_ROUTES) routes.clear();
    route = read(method, path);
    routes.set(key, route);
  }
  return route;
}

function read(method: string, path: string): Route {
  const verb = String(method).toUpperCase();
  const plain = pathOnly(String(path));
  const invoke = plain.length < 2000 ? INVOKE.exec(plain) : null;
  const raw = invoke ?? RAW_PREDICT.exec(plain);
  if (!raw) return { method: verb, path: plain, kind: kindOf(verb, plain), placement: 'header' };
  const [, model = '', action = ''] = raw;
  const counts = action === 'count-tokens' || model === 'count-tokens';
  return {
    method: verb,
    path: counts ? COUNT : '/v1/messages',
    kind: 'messages',
    placement: action === 'converse' ? 'converse' : invoke ? 'body' : 'header',
    ...(model !== 'count-tokens' && { model: decode(model) }),
  };
}

const COUNT = '/v1/messages/count_tokens';

function kindOf(method: string, path: string): BodyKind {
  if (method !== 'POST') return 'other';
  if (path === '/v1/messages' || path === COUNT) return 'messages';
  return path === '/v1/messages/batches' ? 'batch' : 'other';
}

/** Gateways that name the provider in the path take `/anthropic/messages` too; a base URL without `/v1` leaves `/messages` alone. */
const WITHOUT_V1 = /^(?:[^/]*\/\/[^/]*|.*\/anthropic)?(?=\/messages\b)/;

/** From `/v1` on: a URL's origin, a gateway's prefix, the query and a closing slash fall away. */
function pathOnly(path: string): string {
  const [plain = ''] = path.split(/[?#]/, 1);
  let end = plain.length;
  while (end > 1 && plain[end - 1] === '/') end--;
  return plain.slice(Math.max(plain.lastIndexOf('/v1/', end), 0), end).replace(WITHOUT_V1, '/v1');
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Whether one of these endpoints means this route. */
export function isAt(route: Route, endpoints: readonly string[] = []): boolean {
  return endpoints.some((endpoint) => endpointMatches(endpoint, route));
}

/** Whether `METHOD /v1/path/{}` or `* /v1/path/**` means this route; a name in the braces says nothing. */
export function endpointMatches(pattern: string, route: Route): boolean {
  const [method, path = ''] = pattern.split(' ');
  if (method !== '*' && method !== route.method) return false;
  const want = path.split('/');
  const have = route.path.split('/');
  const open = want.at(-1) === '**';
  if (open) want.pop();
  if (open ? have.length < want.length : have.length !== want.length) return false;
  return want.every(
    (segment, i) => segment === have[i] || (segment.startsWith('{') && have[i] !== ''),
  );
}
