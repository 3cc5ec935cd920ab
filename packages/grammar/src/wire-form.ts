/** Finds the parts of a request, by the form in which a platform expects it. */

/**
 * The forms of a request: `api` as on the Claude API; `invoke` (InvokeModel and CountTokens) and
 * `converse` on Bedrock; `raw-predict` on Vertex.
 */
export type WireForm = 'api' | 'invoke' | 'converse' | 'raw-predict';

/**
 * The places of betas: the `anthropic-beta` header, the body's `anthropic_beta`, and the same key
 * in Converse's additional fields.
 */
export const BETA_PLACEMENTS = ['header', 'body', 'converse'] as const;

/** The place of betas in a request. */
export type BetaPlacement = (typeof BETA_PLACEMENTS)[number];

/** The place of message params: `body` in the body, `batch` in each item of it, `none` nowhere. */
export type ParamsKind = 'body' | 'batch' | 'none';

/** The key for the fields that Converse passes on to the model unchanged. */
export const CONVERSE_FIELDS = 'additionalModelRequestFields';

/** The `anthropic_version` of the official clients, in the bodies of the forms that have one. */
export const BODY_VERSIONS = {
  invoke: 'bedrock-2023-05-31',
  'raw-predict': 'vertex-2023-10-16',
} as const;

/** Returns the place of betas in a form. */
export function findBetaPlacement(form: WireForm): BetaPlacement {
  return form === 'converse' ? form : form === 'invoke' ? 'body' : 'header';
}

/** Message params in a body. */
export interface MessageParams {
  /** The path to the params. */
  readonly at: readonly (string | number)[];
  /** The params, or any other value if the body is wrong there. */
  readonly value: unknown;
}

/**
 * Lists the message params in a body: the body itself, each item of a batch, or the fields that
 * Converse passes on to the model. On an endpoint without message params, returns the body.
 */
export function listMessageParams(
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
