/** The answers of the recording upstream to requests that no check scripts. */
import type { ServerResponse } from 'node:http';
import { encodeFrame } from './event-stream.ts';
import type { ReceivedRequest } from './upstream.ts';

/** The id of every answer, which clients quote in reports. */
export const REQUEST_ID = 'req_conformance_0123456789';

/** A message, with unusual white space so that a re-serialised copy differs. */
export const MESSAGE: string =
  '{"id": "msg_conformance",  "type":"message","role":"assistant","model":"claude-sonnet-4-6",' +
  '"content":[{"type":"text","text":"caf\\u00e9"}],"stop_reason":"end_turn",' +
  '"stop_sequence":null,"usage":{"input_tokens":3,"output_tokens":5},"a_new_field":1.0}';

/** The payloads of the events of a streamed message. */
export const EVENTS: readonly string[] = [
  '{"type":"message_start","message":{"id":"msg_conformance","type":"message","role":"assistant",' +
    '"model":"claude-sonnet-4-6","content":[],"stop_reason":null,"stop_sequence":null,' +
    '"usage":{"input_tokens":3,"output_tokens":1}}}',
  '{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}',
  '{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"first piece"}}',
  '{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"caf\u00e9 \u{1F600}"}}',
  '{"type":"content_block_stop","index":0}',
  '{"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},' +
    '"usage":{"output_tokens":5}}',
  '{"type":"message_stop"}',
];

/** The list of models. */
const MODELS: string =
  '{"data": [{"type":"model","id":"claude-sonnet-4-6","display_name":"Claude Sonnet 4.6",' +
  '"created_at":"2026-02-17T00:00:00Z"}],"has_more":false,"first_id":"claude-sonnet-4-6",' +
  '"last_id":"claude-sonnet-4-6"}';

/** Tests if a request is for a stream, by its path or its body. */
export function isStreamRequest(request: ReceivedRequest): boolean {
  if (request.url.includes('with-response-stream')) return true;
  if (request.url.includes(':streamRawPredict')) return true;
  return /"stream"\s*:\s*true/.test(request.body.toString('utf8'));
}

/** Tests if the answer has to be an AWS event stream. */
function isEventStreamRequest(request: ReceivedRequest): boolean {
  return request.url.includes('/invoke-with-response-stream');
}

/** Encodes one event in the form that the request's platform uses. */
export function encodeEvent(request: ReceivedRequest, payload: string): Buffer {
  if (isEventStreamRequest(request)) return encodeFrame(payload);
  const { type } = JSON.parse(payload) as { type: string };
  return Buffer.from(`event: ${type}\ndata: ${payload}\n\n`);
}

/** Begins a stream in the form that the request's platform uses. */
export function beginStream(request: ReceivedRequest, response: ServerResponse): void {
  const type = isEventStreamRequest(request)
    ? 'application/vnd.amazon.eventstream'
    : 'text/event-stream; charset=utf-8';
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-cache',
    ...idHeaders(request),
  });
  response.flushHeaders();
}

/** Returns the headers that name a request on the platform of the path. */
export function idHeaders(request: ReceivedRequest): Record<string, string> {
  const name = request.url.startsWith('/model/') ? 'x-amzn-requestid' : 'request-id';
  return { [name]: REQUEST_ID };
}

/** Answers a request as its platform would. */
export function answerByPath(request: ReceivedRequest, response: ServerResponse): void {
  const path = request.url.split('?')[0] ?? '';
  if (isStreamRequest(request)) return answerStream(request, response);
  response.writeHead(200, { 'content-type': 'application/json', ...idHeaders(request) });
  if (request.method === 'HEAD') response.end();
  else response.end(chooseJson(request.method, path));
}

function answerStream(request: ReceivedRequest, response: ServerResponse): void {
  beginStream(request, response);
  for (const payload of EVENTS) response.write(encodeEvent(request, payload));
  response.end();
}

function chooseJson(method: string, path: string): string {
  if (path.endsWith('/models')) return MODELS;
  if (path.endsWith('/count_tokens') || path.endsWith('count-tokens:rawPredict')) {
    return '{"input_tokens": 17}';
  }
  if (path.startsWith('/model/') && path.endsWith('/count-tokens')) return '{"inputTokens": 17}';
  if (path.includes('/batches')) return BATCH;
  if (path.includes('/files')) return FILE;
  if (method === 'GET') return '{"data": []}';
  return MESSAGE;
}

const BATCH =
  '{"id": "msgbatch_conformance","type":"message_batch","processing_status":"in_progress"}';

const FILE = '{"id": "file_conformance","type":"file","filename":"a.txt","size_bytes":7}';
