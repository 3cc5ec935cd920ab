/** Plans, reports and sends one request. */
import { defaultCatalog } from '../catalog/catalog.ts';
import type { EngineCatalog } from '../catalog/types.ts';
import { plan } from '../plan.ts';
import { BetaPolicyError } from '../policy-error.ts';
import { goesIntoBody } from '../request/body-betas.ts';
import { readJson } from '../request/json.ts';
import { findPlatform } from '../request/platform.ts';
import { getRoute } from '../request/route.ts';
import type { BetaPlan, BetaRequest, Mode } from '../types.ts';
import type { AdapterOptions, Exchange, Outgoing, Send } from './adapter.ts';
import { readOutgoingBody } from './body.ts';
import { createReporter } from './report.ts';
import { isSigned } from './signature.ts';

/** An exchange, and if it can be repeated. */
export interface OpenExchange {
  readonly exchange: Exchange;
  /** True if the request can be sent more than once, with other headers and another body. */
  readonly canRepeat: boolean;
}

/** Makes the exchange of a request, and reads its body. */
export async function createExchange<C extends EngineCatalog<string>>(
  outgoing: Outgoing,
  send: Send,
  options: AdapterOptions<C>,
): Promise<OpenExchange> {
  const { method = 'GET', url, headers, signal, account } = outgoing;
  const body = await readOutgoingBody(outgoing.body);
  const request: BetaRequest = { method, url, headers, body: body.value };
  const { platform } = findPlatform(
    options.catalog ?? defaultCatalog,
    options.platform,
    url,
    getRoute(method, url),
  );
  const reporter = createReporter(options, outgoing.logger);
  if (body.problem) reporter.warnOfBody(body.problem, request, platform);
  let attempt = 0;
  const exchange: Exchange = {
    request,
    platform,
    account,
    signal,
    get attempt() {
      return attempt;
    },
    plan: (rejected, missing = []) =>
      plan(request, {
        ...options,
        ...(missing.length > 0 && { always: [...(options.always ?? []), ...missing] as never }),
        today: options.today ?? new Date().toISOString().slice(0, 10),
        rejected: [...(options.rejected ?? []), ...rejected],
      }),
    report(planned) {
      attempt++;
      // On a retry of the client, the request was already reported.
      const isRepeated = attempt === 1 && isClientRetry(headers);
      reporter.reportPlan(planned, attempt, isRepeated);
    },
    send: async (planned) => sendPlanned(planned, outgoing, send, options.mode),
  };
  return { exchange, canRepeat: !body.isStream && !isSigned(headers, url) };
}

async function sendPlanned(
  planned: BetaPlan,
  { method = 'GET', headers: given, url, body }: Outgoing,
  send: Send,
  mode: Mode | undefined,
): Promise<Response> {
  if (mode !== 'observe' && isRefused(planned)) throw new BetaPolicyError(planned);
  if (!planned.changed) return send(given, body);
  if (isSigned(given, url)) {
    // Only the header would change, and a platform with betas in the body does not read it.
    const isHeaderUnread = goesIntoBody(readJson(body), getRoute(method, url));
    if (isHeaderUnread && !('body' in planned)) return send(given, body);
    throw new BetaPolicyError(planned, 'BETA_SIGNED');
  }
  const headers = new Headers(given);
  if (planned.header === undefined) headers.delete('anthropic-beta');
  else headers.set('anthropic-beta', planned.header);
  if (!('body' in planned)) return send(headers, body);
  headers.delete('content-length');
  return send(headers, toText(planned.body));
}

/** Tests if a plan refuses the request. */
export const isRefused = (planned: BetaPlan): boolean =>
  planned.decisions.some((decision) => decision.action === 'refused');

const toText = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

/** Tests if a request is a retry of the official client. */
const isClientRetry = (headers: Headers): boolean =>
  Number(headers.get('x-stainless-retry-count')) > 0;
