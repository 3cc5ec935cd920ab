/** Answers the paths of the server itself: `/healthz`, `/readyz` and `/metrics`. */
import type { Upstream } from '../types.ts';
import type { Local } from './listener.ts';
import { formatError } from './refusals.ts';

/** The state of one upstream's credential. */
export interface CredentialState {
  readonly name: string;
  readonly ready: boolean;
}

/** Options of {@link createLocal}. */
export interface LocalOptions {
  readonly upstreams: readonly Upstream[];
  readonly isClosing: () => boolean;
  /** Renders the metrics. Without it, `/metrics` is an ordinary path. */
  readonly renderMetrics?: () => Promise<{ readonly type: string; readonly text: string }>;
  /** Receives the error of an upstream's credential. */
  readonly onCredentialError?: (name: string, error: unknown) => void;
}

/** The time for which the states of credentials are kept, so that probes stay cheap. */
const KEEP_MS = 5_000;
/** The longest time to get a credential. */
const TIMEOUT_MS = 5_000;

/** Creates the answers of the server's own paths. */
export function createLocal(options: LocalOptions): Local {
  const check = createCheck(options);
  const answers: Record<string, () => Promise<Response>> = {
    '/healthz': async () => Response.json({ status: 'ok' }),
    '/readyz': async () => {
      const upstreams = await check();
      const ready = !options.isClosing() && upstreams.every((upstream) => upstream.ready);
      const status = options.isClosing() ? 'closing' : ready ? 'ready' : 'not ready';
      return Response.json({ status, upstreams }, { status: ready ? 200 : 503 });
    },
  };
  const { renderMetrics } = options;
  if (renderMetrics)
    answers['/metrics'] = async () => {
      const { type, text } = await renderMetrics();
      return new Response(text, { headers: { 'content-type': type } });
    };
  return (method, path) => {
    if (!Object.hasOwn(answers, path)) return undefined;
    return method === 'GET' || method === 'HEAD' ? answers[path]?.() : refuseMethod(method, path);
  };
}

/** These paths are never those of an upstream, which would receive a credential. */
async function refuseMethod(method: string, path: string): Promise<Response> {
  const body = formatError({ status: 405, message: `${path} takes GET and HEAD, not ${method}.` });
  const headers = { allow: 'GET, HEAD', 'content-type': 'application/json' };
  return new Response(body, { status: 405, headers });
}

function createCheck(options: LocalOptions): () => Promise<readonly CredentialState[]> {
  let checked: Promise<readonly CredentialState[]> | undefined;
  let until = 0;
  return () => {
    if (!checked || Date.now() >= until) {
      until = Date.now() + KEEP_MS;
      checked = Promise.all(options.upstreams.map((upstream) => checkUpstream(upstream, options)));
    }
    return checked;
  };
}

async function checkUpstream(upstream: Upstream, options: LocalOptions): Promise<CredentialState> {
  const { name } = upstream;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No credential in time.')), TIMEOUT_MS);
  });
  try {
    await Promise.race([getCredential(upstream), late]);
    return { name, ready: true };
  } catch (error) {
    options.onCredentialError?.(name, error);
    return { name, ready: false };
  } finally {
    clearTimeout(timer);
  }
}

/** Gets a credential as for a request, and drops it. */
async function getCredential({ auth, url }: Upstream): Promise<void> {
  if (auth.mode === 'sign') {
    const request = { method: 'GET', url, headers: new Headers(), body: undefined };
    await auth.sign(request);
  } else if (auth.mode === 'replace') {
    const { value } = auth;
    if (!(typeof value === 'string' ? value : await value())) throw new Error('It is empty.');
  }
}
