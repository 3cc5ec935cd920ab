/** A request in the form of the rules: with the Claude API's method and path. */
import type { Catalog, Platform } from '@beta-headers/manifest';
import { matchesEndpoint } from './endpoint.ts';
import { readModelId } from './model.ts';
import type { Known } from './surface.ts';
import { type Hit, isObject, walk } from './walk.ts';

/** A request that the gate judges. */
export interface GateRequest {
  readonly platform: Platform;
  readonly method: string;
  /** `/v1/messages`, without a query. */
  readonly path: string;
  /** The values as sent, in order, trimmed, an empty one as `''`. Undefined: no header, no list. */
  readonly betas?: readonly string[] | undefined;
  /** `2023-06-01`; undefined counts as the oldest there is. */
  readonly apiVersion?: string | undefined;
  /** The model, if it is not in the body. */
  readonly model?: string | undefined;
  /** The parsed JSON body. */
  readonly body?: unknown;
  /** True if there is a body that cannot be read. */
  readonly isUnread?: boolean | undefined;
  /** The parameters of the query, which rules look at on a GET or DELETE. */
  readonly query?: Readonly<Record<string, string>> | undefined;
}

/** One set of params: the whole body, or one item of a batch. */
export class View {
  readonly prefix: readonly (string | number)[];
  readonly params: unknown;
  /** The model as it is written. */
  readonly model: string | undefined;
  /** The id of the model; undefined if the name does not identify it. */
  readonly modelId: string | undefined;
  readonly #walked = new Map<string, readonly Hit[]>();

  constructor(
    prefix: readonly (string | number)[],
    params: unknown,
    fallbackModel: string | undefined,
  ) {
    this.prefix = prefix;
    this.params = params;
    this.model =
      isObject(params) && typeof params.model === 'string' ? params.model : fallbackModel;
    this.modelId = readModelId(this.model);
  }

  /** Finds every place that a path reaches, once for all rules with the path. */
  reach(at: string): readonly Hit[] {
    // A batch has many items, and most paths begin with a field that they do not have.
    const name = readFirstName(at);
    if (name !== '**' && !(isObject(this.params) && Object.hasOwn(this.params, name))) return [];
    let hits = this.#walked.get(at);
    if (!hits) {
      hits = walk(this.params, at);
      this.#walked.set(at, hits);
    }
    return hits;
  }
}

const firstNames = new Map<string, string>();

/** Reads the name with which a path begins. */
function readFirstName(at: string): string {
  let name = firstNames.get(at);
  if (name === undefined) {
    name = at.split('.', 1)[0]?.replace('[]', '') ?? '';
    firstNames.set(at, name);
  }
  return name;
}

const BATCHES = 'POST /v1/messages/batches';
const MESSAGES = ['POST /v1/messages', 'POST /v1/messages/count_tokens', BATCHES];

/** A request with the facts that rules need, read once. */
export class Reading {
  readonly request: GateRequest;
  readonly catalog: Catalog;
  readonly today: string | undefined;
  /** The surface of message params that the SDK and the rules know. */
  readonly known: Known;
  /**
   * Message params: those of the body, or of each item of a batch. Elsewhere the body, or the query
   * of a GET or DELETE.
   */
  readonly views: readonly View[];
  /** The whole request, for rules about an endpoint. */
  readonly whole: View;
  /** True if the endpoint takes message params; rules without an endpoint hold there. */
  readonly isAboutMessages: boolean;
  /** The betas that were sent, each once. */
  readonly sent: readonly string[];
  readonly #endpoints = new Map<string, boolean>();

  constructor(catalog: Catalog, known: Known, request: GateRequest, today?: string | undefined) {
    this.request = request;
    this.catalog = catalog;
    this.known = known;
    this.today = today;
    this.isAboutMessages = this.isAt(MESSAGES);
    this.sent = [...new Set(request.betas ?? [])];
    const isQuery = /^(?:GET|DELETE)$/i.test(request.method);
    const params = isQuery ? (request.query ?? {}) : request.body;
    this.whole = new View([], params, request.model);
    this.views = this.isAt([BATCHES])
      ? walk(request.body, 'requests[].params').map(
          ({ path, value }) => new View(path, value, request.model),
        )
      : [this.whole];
  }

  /** Tests if the request goes to one of the endpoints. */
  isAt(patterns: readonly string[]): boolean {
    return patterns.some((pattern) => {
      let matches = this.#endpoints.get(pattern);
      if (matches === undefined) {
        matches = matchesEndpoint(pattern, this.request.method, this.request.path);
        this.#endpoints.set(pattern, matches);
      }
      return matches;
    });
  }

  /** Tests if the manifest has a model. What it says of all others is not about a new one. */
  knowsModel(model: string | undefined): boolean {
    return this.catalog.models.some(({ id }) => id === model);
  }

  /** The ids of the models that the request names, each once; undefined for an unknown one. */
  get modelIds(): readonly (string | undefined)[] {
    const ids = new Set(this.views.map((view) => view.modelId));
    return ids.size > 0 ? [...ids] : [this.whole.modelId];
  }
}
