/** Where the parts of a request are, by the form in which a platform takes it. */

/**
 * The forms of a request: `api` as the Claude API takes it; Bedrock's `invoke` (InvokeModel and CountTokens) and `converse`;
 * `raw-predict` of Vertex.
 */
export type WireForm = 'api' | 'invoke' | 'converse' | 'raw-predict';

/** Where betas go: the `anthropic-beta` header, the body's `anthropic_beta`, or the same key in Converse's additional fields. */
export type BetaPlacement = 'header' | 'body' | 'converse';

/** Where the endpoint has message params: `body` in the body, `batch` in each item of it, `none` nowhere. */
export type ParamsKind = 'body' | 'batch' | 'none';

/** The key of Converse for what it hands through to the model as it is. */
export const CONVERSE_FIELDS = 'additionalModelRequestFields';

/** Says where a form wants its betas. */
export function betaPlacement(form: WireForm): BetaPlacement {
  return form === 'converse' ? form : form === 'invoke' ? 'body' : 'header';
}

/** Message params in a body. */
export interface MessageParams {
  /** The keys and indexes that lead there. */
  readonly at: readonly (string | number)[];
  /** The params; anything, or nothing, in a body that is wrong there. */
  readonly value: unknown;
}

/**
 * Lists the message params in a body: the body itself, each item of a batch, or what Converse hands through to the model.
 * On an endpoint without any, the body takes their place.
 */
export function messageParams(
  body: Readonly<Record<string, unknown>>,
  { form, params }: { readonly form: WireForm; readonly params: ParamsKind },
): MessageParams[] {
  if (form === 'converse') return [{ at: [CONVERSE_FIELDS], value: body[CONVERSE_FIELDS] }];
  if (params !== 'batch') return [{ at: [], value: body }];
  const { requests } = body;
  if (!Array.isArray(requests)) return [];
  return requests.map((item: { readonly params?: unknown } | null | undefined, i) => ({
    at: ['requests', i, 'params'],
    value: item?.params,
  }));
}
