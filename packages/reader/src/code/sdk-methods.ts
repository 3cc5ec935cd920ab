/** Finds the endpoint of a method of an SDK. */
import { BATCHES_PATH, COUNT_TOKENS_PATH, MESSAGES_PATH } from '@beta-headers/grammar';
import { OPENAI_PATH } from '../json/shape.ts';

/** The endpoint of a method. */
export interface SdkMethod {
  readonly path: string;
  readonly method: string;
  /** A method of `client.beta`, which takes `betas`. */
  readonly isBeta: boolean;
  readonly isOpenAi: boolean;
  /** LiteLLM translates the messages of OpenAI into the request of the platform. */
  readonly isTranslated?: boolean;
}

/** The methods of messages, which have endpoints of their own. */
const METHODS: readonly (readonly [RegExp, string])[] = [
  [/messages\.batches\.create$/, BATCHES_PATH],
  [/messages\.count_?tokens$/i, COUNT_TOKENS_PATH],
  [
    /messages\.(?:with_raw_response\.|with_streaming_response\.|withResponse\.)?(?:create|stream|parse|tool_?runner)$/i,
    MESSAGES_PATH,
  ],
];
const RESOURCE =
  /^(?:[A-Za-z_$][\w$]*\.)+?(?:(beta)\.)?((?:files|models|skills|agents|sessions|environments|vaults|messages|[a-z][\w]*)(?:\.[a-zA-Z]\w*)*)\.(create|list|retrieve|delete|update|upload|download|retrieve_?[mM]etadata|archive)$/;
const VERBS: Readonly<Record<string, readonly [method: string, suffix: string]>> = {
  create: ['POST', ''],
  upload: ['POST', ''],
  list: ['GET', ''],
  retrieve: ['GET', '/{id}'],
  retrieve_metadata: ['GET', '/{id}'],
  retrieveMetadata: ['GET', '/{id}'],
  download: ['GET', '/{id}/content'],
  update: ['POST', '/{id}'],
  archive: ['POST', '/{id}/archive'],
  delete: ['DELETE', '/{id}'],
};

/** Finds the endpoint of `client.beta.messages.create`; `undefined` for other calls. */
export function findSdkMethod(chain: string): SdkMethod | undefined {
  const isBeta = /\.beta\./.test(chain);
  if (/(?:^|\.)(?:chat\.completions|responses)\.(?:create|parse|stream)$/.test(chain))
    return { path: OPENAI_PATH, method: 'POST', isBeta: false, isOpenAi: true };
  if (/^(?:litellm\.)?a?completion$/.test(chain))
    return {
      path: MESSAGES_PATH,
      method: 'POST',
      isBeta: false,
      isOpenAi: true,
      isTranslated: true,
    };
  const found = METHODS.find(([form]) => form.test(chain));
  if (found) return { path: found[1], method: 'POST', isBeta, isOpenAi: false };
  const [, beta, resource = '', verb = ''] = RESOURCE.exec(chain) ?? [];
  const isKnown = beta !== undefined || /^(?:files|models|skills)$/.test(resource);
  const target = isKnown ? VERBS[verb] : undefined;
  if (!target || /^(?:requests|httpx|axios|ky|got)\./.test(chain)) return undefined;
  const names = resource.split('.').map(toSnakeCase);
  const path = `/v1/${names.join('/{id}/')}${target[1]}`;
  return { path, method: target[0], isBeta, isOpenAi: false };
}

const toSnakeCase = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
