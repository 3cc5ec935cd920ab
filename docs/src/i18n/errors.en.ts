/** The English texts of the page of errors. */
export const errorsEn = {
  title: 'Errors about betas',
  lead:
    'Every message about betas that is known, by kind: what it means and what to do. Wordings ' +
    'change and gateways wrap them, so read the kind, not the text; `classifyBetaError` does ' +
    'that in your code.',
  ask: 'Paste yours into the checker',
  kinds: 'Kinds',
  message: 'Message',
  seenOn: 'Seen on',
  status: 'Status',
  advice: 'What to do',
  about: 'About',
  source: 'Source',
  asOf:
    'The kind and the advice below are what `classifyBetaError` answers to the example, worked ' +
    'out when this page was built.',
  recorded: 'Recorded',
  reconstructed: 'Reconstructed from a description',
  kind: {
    unsupported:
      'The header names a value that the platform, the model or your organization does not ' +
      'accept. The Claude API gives the same answer for a name that does not exist and for one ' +
      'that you may not use.',
    'unsupported-unnamed':
      'The same, but the answer does not name the value. Bedrock decides model by model; every ' +
      'value that you sent is suspect.',
    missing:
      'A field, a tool or an endpoint is only known together with a beta. Either the client ' +
      'did not send the beta, or a gateway removed it from the request.',
    'not-enrolled': 'The value exists, and your organization has not been given access.',
    'empty-header':
      'The header was sent without a value. Some clients send it empty when the list of betas ' +
      'is empty.',
    conflict: 'This endpoint refuses two of the betas when they come together.',
    limited:
      'The beta has arrived, and a limit of its own was reached. No header changes that: wait, ' +
      'or ask for a higher limit.',
  },
  rows: (count: number) =>
    count === 1
      ? 'The wording that the manifest knows'
      : `All ${count} wordings that the manifest knows`,
  notBeta: 'What looks similar, and is not about betas',
  notBetaLead:
    'These mention a beta or a known field, and changing the header does not fix them. ' +
    '`classifyBetaError` answers `undefined`.',
  shape: {
    'unexpected-value': {
      title: 'Unexpected value(s) … for the `anthropic-beta` header',
      note: 'The present wording of the Claude API.',
    },
    'unexpected-value-older': {
      title: 'Unexpected value(s) …, older wordings',
      note:
        'The same sentence with the address of the older documentation. Still met through ' +
        'gateways.',
    },
    'unexpected-values': {
      title: 'Several values at once',
      note: 'Each value is in backticks, separated by commas.',
    },
    'unsupported-header': {
      title: 'Unsupported beta header: …',
      note: 'From older documentation; rarely met on the wire.',
    },
    'vertex-value': {
      title: 'On Vertex AI',
      note:
        'The same text as on the Claude API. The request id begins with `req_vrtx_`. ' +
        'count_tokens refuses more values than messages does.',
    },
    'copilot-header': {
      title: 'unsupported beta header(s): …',
      note:
        'From the gateway of GitHub Copilot. A second layer behind it may still answer ' +
        '`invalid beta flag`.',
    },
    'converse-feature': {
      title: 'The … beta feature is not currently supported on Converse',
      note: 'Bedrock names the feature, not the beta. Call InvokeModel instead.',
    },
    'wrapped-value': {
      title: 'Wrapped by a gateway',
      note:
        'LiteLLM, OpenRouter and others put the answer as text into an answer of their own, ' +
        'sometimes twice.',
    },
    'invalid-flag': {
      title: 'invalid beta flag',
      note: 'The answer of Bedrock, whichever value is the cause.',
    },
    'invalid-flag-exception': {
      title: 'ValidationException: invalid beta flag',
      note: 'The same as the AWS SDKs throw it.',
    },
    'invalid-flag-wrapped': {
      title: 'The model returned the following errors: invalid beta flag',
      note: 'The same from the model behind InvokeModel.',
    },
    'invalid-flag-databricks': {
      title: 'On Databricks',
      note: 'Its native endpoint passes on the answer of the platform behind it.',
    },
    'no-betas': {
      title: 'A gateway that takes no betas',
      note:
        'A gateway before models of other makers translates the request, and refuses betas as ' +
        'such.',
    },
    'input-tag-tool': {
      title: 'tools.…: Input tag … does not match any of the expected tags',
      note: 'A tool type that exists only with a beta. The list shows what is available without it.',
    },
    'input-tag-block': {
      title: 'messages.…: Input tag … found',
      note:
        'A content block from an earlier answer. A request that replays it has to send the ' +
        'beta that it came with.',
    },
    'input-tag-file': {
      title: "Input tag 'file' found using 'type'",
      note:
        'A file as source, from before the Files API was generally available. No header is ' +
        'needed for it now: look for an old endpoint or a gateway that does not know it.',
    },
    'extra-field': {
      title: '…: Extra inputs are not permitted',
      note:
        'A field at the top of the body that exists only with a beta. A plain typo gives the ' +
        'same message, and then no beta is concerned.',
    },
    'extra-tool-field': {
      title: 'tools.….custom.…: Extra inputs are not permitted',
      note: 'A field inside a tool. The path names the variant that the API took the tool for.',
    },
    'extra-field-bedrock': {
      title: 'Extra inputs are not permitted, on Bedrock',
      note: 'Typical where a gateway took the beta out of the request and left its field in.',
    },
    'named-block': {
      title: '`tool_addition` blocks require anthropic-beta: …',
      note:
        'A block of a conversation that names its header. A gateway may have removed the ' +
        'header.',
    },
    'api-in-beta': {
      title: 'this API is in beta: add … to the `anthropic-beta` header',
      note: 'From the endpoints of agents and memory stores, also where another value was sent.',
    },
    'renamed-field': {
      title: 'output_format: This field is deprecated.',
      note: 'The parameter has another name since structured outputs are generally available.',
    },
    'sdk-method': {
      title: 'Messages.create() got an unexpected keyword argument …',
      note:
        'The SDK refuses the call before anything is sent: the parameter is one of ' +
        '`client.beta.messages`. TypeScript says that it does not exist in the type.',
    },
    'leaked-betas': {
      title: 'betas: Extra inputs are not permitted',
      note:
        'The parameter `betas` of the official client reached the body: it was given to the ' +
        'namespace without beta, or to an item of a batch.',
    },
    'hidden-endpoint': {
      title: '404 from an admin endpoint',
      note:
        'Some endpoints answer as if they did not exist when the header is missing or the ' +
        'organization has no access.',
    },
    'not-enrolled-code': {
      title: 'error_code: organization_not_enrolled_in_beta',
      note: 'Read the code, not the message: its wording is not fixed.',
    },
    'not-enrolled-subscription': {
      title: 'The long context beta is not yet available for this subscription.',
      note:
        'A subscription without access. The feature is generally available by now and needs no ' +
        'header.',
    },
    'google-policy': {
      title: 'Organization Policy constraint … violated',
      note:
        'On Google Cloud an organization policy decides which features of partner models may ' +
        'be used; some are forbidden by default. No header changes it.',
    },
    'not-enrolled-preview': {
      title: 'Fast mode is currently available in research preview …',
      note: 'From the first weeks of the preview.',
    },
    'empty-value': {
      title: 'Unexpected value(s) `` for the `anthropic-beta` header',
      note:
        'Two backticks with nothing between them. An empty list of betas, or a comma at the ' +
        'end, gives it.',
    },
    'conflict-pair': {
      title: 'Two betas that cannot be used together',
      note:
        'The exact wording has not been recorded. The official client appends its own beta to ' +
        'memory stores: do not send the other one there yourself.',
    },
    'tool-of-model': {
      title: '… does not support tool types: …',
      note:
        'The model does not have this version of the tool, whatever the header. The message ' +
        'goes on with those that it has.',
    },
    'typo-field': { title: 'A field that no beta knows', note: 'A typo in the name of a field.' },
    'rate-limit': {
      title: 'A rate limit that names a beta',
      note: 'Wait, or ask for a higher limit.',
    },
    'value-of-field': {
      title: 'A wrong value in a known field',
      note: 'The field is known, so the beta has arrived.',
    },
    'compaction-place': {
      title: 'A compaction block in the wrong place',
      note: 'The header is there; the block must come first in its message.',
    },
    'thread-unsupported': {
      title: 'thread_unsupported_request',
      note: 'The beta has arrived; the request uses a field that threads do not support.',
    },
  },
};
