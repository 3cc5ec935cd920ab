/** Chooses the upstream of a request. */
import type { Platform } from '@beta-headers/core';
import type { WireForm } from '@beta-headers/grammar';
import { GatewayError } from '../answers/error.ts';
import type { ConfiguredUpstream, Settings } from '../options.ts';
import type { Target } from '../request/target.ts';

/** The upstream of a request, and if the request has to be converted for it. */
export interface Choice {
  readonly upstream: ConfiguredUpstream;
  readonly isConverted: boolean;
}

/**
 * Chooses the upstream. One that lists the model comes before others; then one that speaks the form
 * of the request comes before one that it has to be converted for; then the order counts.
 * @throws {GatewayError} if there is none
 */
export function chooseUpstream(
  { upstreams }: Settings,
  target: Target,
  model: string | undefined,
): Choice {
  const choices = [...listSame(upstreams, target), ...listConvertible(upstreams, target)];
  const listed =
    model === undefined
      ? undefined
      : choices.find(({ upstream }) => findMapped(upstream, model) !== undefined);
  const choice = listed ?? choices[0];
  if (choice) return choice;
  if (!isConvertible(target)) throw createChoiceError(upstreams, target);
  throw new GatewayError(
    'client_credential',
    'the credential of a client cannot be sent in a converted request; configure the auth mode ' +
      '"replace" or "sign" for the upstream',
  );
}

/** Lists the upstreams that speak the form of a request. */
function listSame(
  upstreams: readonly ConfiguredUpstream[],
  { route, kind }: Target,
): readonly Choice[] {
  return upstreams
    .filter(
      ({ facts, listsModels }) =>
        facts.forms.includes(route.form) && (kind !== 'models' || listsModels),
    )
    .map((upstream) => ({ upstream, isConverted: false }));
}

/** Lists the upstreams that a request can be converted for. They need a credential of their own. */
function listConvertible(
  upstreams: readonly ConfiguredUpstream[],
  target: Target,
): readonly Choice[] {
  if (!isConvertible(target)) return [];
  const { form } = target.route;
  return upstreams
    .filter(
      ({ facts, upstream }) => !facts.forms.includes(form) && upstream.auth.mode !== 'passthrough',
    )
    .map((upstream) => ({ upstream, isConverted: true }));
}

const isConvertible = ({ route, kind }: Target): boolean =>
  route.form === 'api' && (kind === 'messages' || kind === 'count-tokens');

/** Finds the upstream's own name of a model; `undefined` if it does not list the model. */
export function findMapped({ upstream }: ConfiguredUpstream, model: string): string | undefined {
  const { models } = upstream;
  return models && Object.hasOwn(models, model) ? models[model] : undefined;
}

/** The names of the forms in messages. */
const FORM_NAMES: { readonly [F in WireForm]: string } = {
  api: 'the Messages API',
  invoke: 'Bedrock InvokeModel',
  converse: 'Bedrock Converse',
  'raw-predict': 'Vertex rawPredict',
};

/** The paths of the platforms that do not speak the Messages API. */
const OWN_PATHS: { readonly [P in Platform]?: string } = {
  bedrock: 'POST /model/{id}/invoke, …/invoke-with-response-stream or …/count-tokens',
  vertex:
    'POST …/publishers/anthropic/models/{model}:rawPredict or :streamRawPredict, or ' +
    '…/models/count-tokens:rawPredict',
};

/** Makes the error of a request that no upstream takes. */
export function createChoiceError(
  upstreams: readonly ConfiguredUpstream[],
  { route, pathname }: Target,
): GatewayError {
  const shown = `${route.method} ${pathname.slice(0, 200)}`;
  if (route.form === 'api') {
    const platforms = new Set(upstreams.map(({ upstream }) => upstream.platform));
    const own = [...platforms].flatMap((platform) => OWN_PATHS[platform] ?? []);
    // The operations that these platforms have beside those of Claude.
    if (own.length > 0 && /\/(?:model|publishers)\//.test(pathname))
      return new GatewayError(
        'not_found',
        `no upstream takes ${shown}; it may be ${own.join(', ')}`,
      );
    return new GatewayError(
      'not_found',
      `no upstream takes ${shown}: this gateway forwards to ${[...platforms].join(', ')}, and of ` +
        'the Messages API only POST /v1/messages and /v1/messages/count_tokens are converted; ' +
        'for other endpoints add an upstream on a platform that has them, such as claude-api',
    );
  }
  const forms = new Set(
    upstreams.flatMap(({ facts }) => facts.forms.map((form) => FORM_NAMES[form])),
  );
  return new GatewayError(
    'not_found',
    `no upstream takes ${shown} (${FORM_NAMES[route.form]}); ` +
      `the upstreams of this gateway speak ${[...forms].join(', ')}`,
  );
}
