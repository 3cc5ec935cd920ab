/** Reads the target of a request: its kind, its wire form and its path. */
import {
  BATCHES_PATH,
  COUNT_TOKENS_PATH,
  MESSAGES_PATH,
  type Route,
  readRoute,
} from '@beta-headers/grammar';
import { GatewayError } from '../answers/error.ts';
import type { RequestKind } from '../types.ts';

/** The target of a request. */
export interface Target {
  readonly kind: RequestKind;
  readonly route: Route;
  /** The path as received, percent-encoded. */
  readonly pathname: string;
  /** The query with its `?`, or an empty text. */
  readonly search: string;
  /** True if the request has parameters of a message, which are planned. */
  readonly isPlanned: boolean;
}

/**
 * Reads the target of a request.
 * @throws {GatewayError} for a path that another server may resolve to a different one
 */
export function readTarget(method: string, url: string): Target {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  const [plain = ''] = (start < 0 ? '/' : url.slice(start)).split('#', 1);
  const query = plain.indexOf('?');
  const pathname = query < 0 ? plain : plain.slice(0, query);
  if (hasDotSegment(pathname))
    throw new GatewayError('path_invalid', 'the path has a ".." segment; write it without');
  const route = readRoute(method, pathname);
  const kind = findKind(route, pathname);
  return {
    kind,
    route,
    pathname,
    search: query < 0 ? '' : plain.slice(query),
    isPlanned: route.params !== 'none',
  };
}

/** Tests for a `..` segment, encoded or not, which a server behind this one may resolve. */
function hasDotSegment(pathname: string): boolean {
  if (!pathname.includes('%') && !pathname.includes('..')) return false;
  const plain = pathname.replace(/%2e/gi, '.').replace(/%2f|%5c|\\/gi, '/');
  return plain.split('/').includes('..');
}

function findKind({ method, path }: Route, pathname: string): RequestKind {
  if (method === 'POST' && path === MESSAGES_PATH) return 'messages';
  if (method === 'POST' && path === COUNT_TOKENS_PATH) return 'count-tokens';
  if (isBelow(path, BATCHES_PATH)) return 'batches';
  if (isBelow(path, '/v1/files')) return 'files';
  if (method !== 'GET' && method !== 'HEAD') return 'other';
  if (isBelow(path, '/v1/models')) return 'models';
  return isBelow(pathname, '/api/hello') || isBelow(pathname, '/inference-profiles')
    ? 'probe'
    : 'other';
}

const isBelow = (path: string, parent: string): boolean =>
  path.startsWith(parent) && (path.length === parent.length || path[parent.length] === '/');
