/** Reads calls of HTTP clients. */
import { isClaudeAddress } from '../address.ts';
import type { Draft } from '../draft.ts';
import type { Unknown } from '../json/body.ts';
import type { Piece } from '../text.ts';
import { type Call, type Context, findEntry, makeDraft, toObject, toPiece } from './call.ts';
import { readHeaderNode } from './evaluate.ts';

/** A request of R or Lua sets its method and its body in another call. */
const isOpenPost = (name: string, url: Piece | undefined): boolean =>
  name === 'request' && /\/messages$/.test(url?.text ?? '');

/** The options of HTTP clients, which an object that is a body does not have. */
const OPTION =
  /^(?:headers|body|json|data|content|method|params|searchParams|form|payload|timeout)$/;

/** Reads fetch, axios, requests, httpx and `client.post`. */
export function readHttpCall(call: Call, context: Context, name: string): Draft | undefined {
  const { evaluator, isPython } = context;
  const [first, second, third] = call.args;
  const isVerb = /^(?:post|put|patch|delete|get)$/.test(name);
  const isPythonRequest = name === 'request' && call.named.length > 0 && second !== undefined;
  const config = first && evaluator.resolve(first).kind === 'object' ? first : undefined;
  const init =
    call.named.length > 0
      ? toObject(call)
      : (config ?? (name === 'post' && third ? third : second));
  const { entries, isOpen } = init ? evaluator.listEntries(init) : { entries: [], isOpen: false };
  const urlNode =
    isPythonRequest || (call.named.length > 0 && name === 'stream')
      ? second
      : config
        ? undefined
        : first;
  const url = toPiece(urlNode ?? findEntry(entries, 'url', 'uri'), context);
  const unknown: Unknown[] = [];
  const root = call.chain.split('.')[0];
  const client = context.clients.find(({ variable }) => variable === root);
  const headers = [
    ...(client?.headers ?? []),
    ...readHeaderNode(findEntry(entries, 'headers'), evaluator, unknown),
  ];
  const isMarked = headers.some(({ name }) => /^anthropic-/i.test(name));
  if ((!url && !isMarked) || name === 'create') return undefined;
  if (url && !isMarked && !isClaudeAddress(url.text)) return undefined;
  if (!url) unknown.push({ part: 'url', why: 'variable', range: urlNode });
  if (isOpen && init) unknown.push({ part: 'headers', why: 'variable', range: init });
  if (isOpen && init) unknown.push({ part: 'body', why: 'variable', range: init });
  const isAxiosPost =
    second &&
    call.named.length === 0 &&
    isVerb &&
    (third || call.chain.startsWith('axios.') || !entries.some(({ key = '' }) => OPTION.test(key)));
  const bodyNode = isAxiosPost
    ? second
    : findEntry(entries, 'body', 'json', 'data', 'content', 'payload');
  const body = bodyNode && evaluator.toBody(bodyNode);
  const given = toPiece(isPythonRequest ? first : findEntry(entries, 'method'), context)?.text;
  const isPythonCall = call.named.length > 0 || isPython;
  return {
    ...makeDraft(call, name === 'fetch' ? 'fetch' : isPythonCall ? 'python' : 'typescript'),
    method: given ?? (isVerb ? name : bodyNode || isOpenPost(name, url) ? 'POST' : 'GET'),
    ...(url && { url: client?.base ? joinBase(client.base, url) : url }),
    headers,
    ...(body?.value !== undefined && { body }),
    unknown: [...unknown, ...(body && body.value === undefined ? body.unknown : [])],
  };
}

/** Joins an address of a client and a path. A whole address stays as it is. */
function joinBase(base: Piece, url: Piece): Piece {
  if (/^\w+:\/\//.test(url.text)) return url;
  return {
    text: `${base.text.replace(/\/+$/, '')}/${url.text.replace(/^\/+/, '')}`,
    runs: url.runs,
  };
}
