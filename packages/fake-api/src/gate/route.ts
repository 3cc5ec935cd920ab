/** Paths of requests, in the form of any platform, as the Claude API's own endpoints. */

/** The form of a path, on which the place of the betas depends. */
export type Form = 'api' | 'invoke' | 'converse' | 'raw-predict';

/** An endpoint in the Claude API's own terms. */
export interface Route {
  readonly form: Form;
  /** `/v1/messages`, without prefix, query and closing slash. */
  readonly path: string;
  /** The model, if the path names it. */
  readonly model?: string | undefined;
  /** True or false if the path decides it. */
  readonly stream?: boolean | undefined;
}

const MESSAGES = '/v1/messages';
const COUNT = '/v1/messages/count_tokens';

/** Reads the path of a URL or a path alone, with or without a query. */
export function readRoute(url: string): Route {
  const path = (url.split(/[?#]/, 1)[0] ?? '').replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, '');
  return readBedrock(path) ?? readVertex(path) ?? { form: 'api', path: readApi(path) };
}

const BEDROCK =
  /\/model\/(.+)\/(invoke(?:-with-response-stream)?|converse(?:-stream)?|count-tokens)\/*$/;

/** Reads a path of Bedrock. The model may be an ARN whose slash is not encoded. */
function readBedrock(path: string): Route | undefined {
  const [, name, action] = BEDROCK.exec(path) ?? [];
  if (name === undefined || action === undefined) return undefined;
  return {
    form: action.startsWith('converse') ? 'converse' : 'invoke',
    path: action === 'count-tokens' ? COUNT : MESSAGES,
    model: decode(name),
    stream: action.endsWith('stream'),
  };
}

function readVertex(path: string): Route | undefined {
  const [, name, verb] =
    /\/publishers\/anthropic\/models\/([^/]+):(rawPredict|streamRawPredict)\/*$/.exec(path) ?? [];
  if (name === undefined) return undefined;
  if (name === 'count-tokens') return { form: 'raw-predict', path: COUNT };
  return {
    form: 'raw-predict',
    path: MESSAGES,
    model: decode(name),
    stream: verb === 'streamRawPredict',
  };
}

/** Reads the path from the last `/v1/` on, which may be missing in front of `/messages`. */
function readApi(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
  const version = segments.lastIndexOf('v1', -2);
  const isMessages = (segment: string, i: number): boolean =>
    segment === 'messages' && (i === 0 || segments[i - 1] === 'anthropic');
  const start = segments.findIndex((segment, i) => i > version && isMessages(segment, i));
  // A gateway's address may have a version of its own before that of the API.
  if (start >= 0) return `/v1/${segments.slice(start).join('/')}`;
  return `/${segments.slice(Math.max(version, 0)).join('/')}`;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
