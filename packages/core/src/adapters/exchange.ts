/** Plans, reports and sends one request. */
import { defaultCatalog } from '../catalog/catalog.ts';
import type { EngineCatalog } from '../catalog/types.ts';
import { plan } from '../plan.ts';
import { BetaPolicyError } from '../policy-error.ts';
import { goesIntoBody } from '../request/body-betas.ts';
import { readToday } from '../request/day.ts';
import { readJson } from '../request/json.ts';
import { findPlatform } from '../request/platform.ts';
import { getRoute } from '../request/route.ts';
import type { BetaPlan, BetaRequest, Mode, Platform } from '../types.ts';
import type { AdapterOptions, Exchange, Outgoing, Send } from './adapter.ts';
import { readOutgoingBody } from './body.ts';
import { createReporter, type Reporter } from './report.ts';
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
  const { method = 'GET', url, headers } = outgoing;
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
  return {
    exchange: new PlannedExchange(request, platform, outgoing, send, options, reporter),
    canRepeat: !body.isStream && !isSigned(headers, url),
  };
}

/**
 * The exchange of one request. It is a class, because V8 makes a hidden class for each object
 * literal with a getter: the bodies of all requests would stay in memory until a full collection.
 */
class PlannedExchange implements Exchange {
  readonly request: BetaRequest;
  readonly platform: Platform;
  readonly account: string | undefined;
  readonly client: object | undefined;
  readonly signal: AbortSignal | null | undefined;
  readonly #outgoing: Outgoing;
  readonly #send: Send;
  readonly #options: AdapterOptions<EngineCatalog<string>>;
  readonly #reporter: Reporter;
  #attempt = 0;

  constructor(
    request: BetaRequest,
    platform: Platform,
    outgoing: Outgoing,
    send: Send,
    options: AdapterOptions<EngineCatalog<string>>,
    reporter: Reporter,
  ) {
    this.request = request;
    this.platform = platform;
    this.account = outgoing.account;
    this.client = outgoing.client;
    this.signal = outgoing.signal;
    this.#outgoing = outgoing;
    this.#send = send;
    this.#options = options;
    this.#reporter = reporter;
  }

  get attempt(): number {
    return this.#attempt;
  }

  plan(rejected: readonly string[], missing: readonly string[] = []): BetaPlan {
    const options = this.#options;
    return plan(this.request, {
      ...options,
      ...(missing.length > 0 && { always: [...(options.always ?? []), ...missing] as never }),
      today: options.today ?? readToday(),
      rejected: [...(options.rejected ?? []), ...rejected],
    });
  }

  report(planned: BetaPlan): void {
    this.#attempt++;
    // On a retry of the client, the request was already reported.
    const isRepeated = this.#attempt === 1 && isClientRetry(this.#outgoing.headers);
    this.#reporter.reportPlan(planned, this.#attempt, isRepeated);
  }

  async send(planned: BetaPlan): Promise<Response> {
    return sendPlanned(planned, this.#outgoing, this.#send, this.#options.mode);
  }
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
const isRefused = (planned: BetaPlan): boolean =>
  planned.decisions.some((decision) => decision.action === 'refused');

const toText = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

/** Tests if a request is a retry of the official client. */
const isClientRetry = (headers: Headers): boolean =>
  Number(headers.get('x-stainless-retry-count')) > 0;
