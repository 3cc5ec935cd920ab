/** The public pages that state the requirements. */

/** Claude Code's requirements on a gateway. */
export const PROTOCOL = 'https://code.claude.com/docs/en/llm-gateway-protocol';
/** The connection of Claude Code to a gateway. */
export const CONNECT = 'https://code.claude.com/docs/en/llm-gateway-connect';
/** Claude Code on Amazon Bedrock. */
export const BEDROCK = 'https://code.claude.com/docs/en/amazon-bedrock';
/** The errors of the Claude API. */
export const ERRORS = 'https://platform.claude.com/docs/en/api/errors';
/** The streams of the Claude API. */
export const STREAMING = 'https://platform.claude.com/docs/en/build-with-claude/streaming';
/** The beta headers of the Claude API. */
export const BETAS = 'https://platform.claude.com/docs/en/api/beta-headers';
/** Counting tokens on the Claude API. */
export const COUNTING = 'https://platform.claude.com/docs/en/api/messages-count-tokens';
/** Batches of messages on the Claude API. */
export const BATCHES = 'https://platform.claude.com/docs/en/api/creating-message-batches';
/** Files on the Claude API. */
export const FILES = 'https://platform.claude.com/docs/en/build-with-claude/files';
/** Claude's requests on Amazon Bedrock. */
export const INVOKE_BODY =
  'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html';
/** The operation InvokeModelWithResponseStream. */
export const INVOKE_STREAM =
  'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithResponseStream.html';
/** The signature of AWS. */
export const SIGV4 = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html';
/** Claude's requests on Vertex AI. */
export const VERTEX =
  'https://docs.cloud.google.com/vertex-ai/generative-ai/docs/partner-models/claude/use-claude';
/** Connection-specific header fields of HTTP. */
export const HOP_BY_HOP = 'https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1';
/** The header field Host. */
export const HOST = 'https://www.rfc-editor.org/rfc/rfc9110#section-7.2';
/** The method HEAD. */
export const HEAD = 'https://www.rfc-editor.org/rfc/rfc9110#section-9.3.2';
/** Requests that a server makes to addresses of somebody else's choice. */
export const SSRF =
  'https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html';
/** The numbers of JSON, whose precision JSON itself does not limit. */
export const NUMBERS = 'https://www.rfc-editor.org/rfc/rfc8259#section-6';
/** The header field Content-Encoding. */
export const ENCODING = 'https://www.rfc-editor.org/rfc/rfc9110#section-8.4';
/** The correspondence of answers to requests. */
export const CORRESPONDENCE = 'https://www.rfc-editor.org/rfc/rfc9112#section-9.2';
