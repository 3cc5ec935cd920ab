// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.

/**
 * Adaptive thinking (client marker). A value that Claude Code has been seen to send, named after
 * adaptive thinking, which needs no header. No official page documents the value, so nothing more
 * is claimed here; Google Cloud has rejected a request of Claude Code over it.
 *
 * Stage: internal. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/api/beta-headers
 */
export const ADAPTIVE_THINKING_2026_01_28 = 'adaptive-thinking-2026-01-28';

/**
 * Sign a member out. Ends the sessions of one member of a Claude Enterprise organization, for
 * example after a lost device. You cannot sign out the primary owner or the person whose key you
 * use. Without the header the request returns a 400; where the beta is not enabled, a 400 with the
 * error code `organization_not_enrolled_in_beta`.
 *
 * Stage: preview. In `@anthropic-ai/sdk` since 1.6.0.
 * @see https://platform.claude.com/docs/en/api/beta/organization/users
 */
export const ADMIN_USER_SIGN_OUT_2026_10_08 = 'admin-user-sign-out-2026-10-08';

/**
 * Advanced tool use. Used to enable three features at once: tool search with `defer_loading`, which
 * finds tools in a large catalog; programmatic tool calling, where code that Claude runs calls your
 * tools; and `input_examples`, which show good calls in a tool definition. All three have been
 * generally available on the Claude API since February 17, 2026, so the header does nothing there
 * any more. Amazon Bedrock does not accept it: there and on Google Cloud narrower names are in use,
 * `tool-search-tool-2025-10-19`, and `tool-examples-2025-10-29` for the examples.
 *
 * Stage: graduated. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/tool-search-tool
 * @deprecated The feature is generally available and no longer needs the header.
 */
export const ADVANCED_TOOL_USE_2025_11_20 = 'advanced-tool-use-2025-11-20';

/**
 * Advisor tool. Lets a fast, cheaper model ask a stronger one for advice in the middle of its work.
 * You add the server tool `advisor_20260301` with the advisor's `model`; the API hands the advisor
 * the whole conversation and gives its plan back as an `advisor_tool_result` block. It is meant for
 * long agent runs, and executor and advisor must be a pair that the documentation lists. Amazon
 * Bedrock, Google Cloud and Microsoft Foundry do not offer it.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 0.87.0.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/advisor-tool
 */
export const ADVISOR_TOOL_2026_03_01 = 'advisor-tool-2026-03-01';

/**
 * AFK mode (client marker). A value that Claude Code sends while its Auto Mode is active. Users saw
 * the Claude API reject it in March 2026. No official page documents it, so nothing more is claimed
 * here.
 *
 * Stage: internal. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/api/beta-headers
 */
export const AFK_MODE_2026_01_31 = 'afk-mode-2026-01-31';

/**
 * Agent API (before Managed Agents). A value that programs sent to the endpoints for agents and
 * environments in March to May 2026. No official page documents it, and the SDK does not know it.
 * The API refuses it beside a managed-agents value. Code that still sends it should move to
 * `managed-agents-2026-04-01`, which is documented.
 *
 * Stage: beta. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/api/beta-headers
 */
export const AGENT_API_2026_03_01 = 'agent-api-2026-03-01';

/**
 * Agent memory stores. Lists memories in a stable order that the server defines (`order_by` and
 * `order` are ignored), allows only 0 or 1 for `depth`, and matches `path_prefix` by whole path
 * segments. Since July 22, 2026 the managed-agents header behaves the same way on this list. Page
 * cursors issued under the old behaviour are not valid under this header.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 0.110.0.
 * @see https://platform.claude.com/docs/en/managed-agents/memory
 */
export const AGENT_MEMORY_2026_07_22 = 'agent-memory-2026-07-22';

/**
 * Usage and cost by dimension. Two reports for Claude Console and Claude Enterprise organizations
 * alike: token usage, and cost in USD, grouped and filtered by model, workspace, API key, user and
 * more. They replace the older usage and cost reports, which are now called legacy and still work
 * without a header.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 1.2.0.
 * @see https://platform.claude.com/docs/en/manage-claude/usage-cost-analytics-api
 */
export const ANALYTICS_USAGE_COST_2026_08_24 = 'analytics-usage-cost-2026-08-24';

/**
 * Cache diagnostics. Explains an unexpected prompt-cache miss: send
 * `diagnostics.previous_message_id`, and the response says where this request diverged from that
 * earlier one. Generally available on the Claude API since September 23, 2026. The `diagnostics`
 * object is the opt-in; include it on every turn, with a null id on the first. The header is no
 * longer needed and does nothing.
 *
 * Stage: graduated. In `@anthropic-ai/sdk` since 0.96.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/cache-diagnostics
 * @deprecated The feature is generally available and no longer needs the header.
 */
export const CACHE_DIAGNOSIS_2026_04_07 = 'cache-diagnosis-2026-04-07';

/**
 * Self-hosted environments of Claude Code. Creates and deletes the pools of a self-hosted
 * environment, in which the cloud sessions of Claude Code run on your own machines. It is the API
 * behind the admin page on claude.ai. The requests need the OAuth token of an owner, not an API
 * key. An owner must allow self-hosted environments first; until then they return a 403.
 *
 * Stage: beta. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://code.claude.com/docs/en/self-hosted-environments-testing#create-a-dedicated-test-environment
 */
export const CCR_BYOC_2025_07_29 = 'ccr-byoc-2025-07-29';

/**
 * Claude Code managed settings. Reads and writes the settings that a Claude Enterprise organization
 * imposes on its members' Claude Code: one set for all, or one for each RBAC group with a default.
 * Needs an organization-level Admin API key with a managed-settings scope. Without the header, or
 * from an organization that is not enabled, requests return a 404.
 *
 * Stage: preview. In `@anthropic-ai/sdk` since 1.11.0.
 * @see https://platform.claude.com/docs/en/api/beta/organization/claude_code/managed_settings/configuration/retrieve
 */
export const CE_CLAUDE_CODE_MANAGED_SETTINGS_2026_10_06 = 'ce-claude-code-managed-settings-2026-10-06';

/**
 * Plugins API (Claude Enterprise). Lists and manages the plugins of a Claude Enterprise
 * organization: upload plugins and versions, choose which version members are served, control who
 * may use each, and check a marketplace before you connect it. It belongs to the Admin API and
 * needs an Admin API key with a plugin scope. Without the header the endpoints return a 404,
 * exactly as if they did not exist.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 0.130.0.
 * @see https://platform.claude.com/docs/en/manage-claude/plugins-api
 */
export const CE_PLUGINS_2026_09_01 = 'ce-plugins-2026-09-01';

/**
 * User management (Claude Enterprise). Manages the groups and the custom roles of a Claude
 * Enterprise organization through the Admin API. These endpoints left beta on August 19, 2026:
 * delete the header. Members and invites never needed it.
 *
 * Stage: graduated. In `@anthropic-ai/sdk` since 0.121.0.
 * @see https://platform.claude.com/docs/en/manage-claude/user-management
 * @deprecated The feature is generally available and no longer needs the header.
 */
export const CE_USER_MANAGEMENT_2026_07_13 = 'ce-user-management-2026-07-13';

/**
 * Claude Code marker. A marker that Claude Code sends with its own requests; unlike any other value
 * here, its date has no hyphens. No official page documents it, and nothing is known that a caller
 * of the API would need it for. It matters when a gateway forwards the requests of Claude Code to
 * another platform.
 *
 * Stage: internal. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/api/beta-headers
 */
export const CLAUDE_CODE_20250219 = 'claude-code-20250219';

/**
 * Claude Tag API (the value of the guide). The header value that two language versions of the guide
 * to the Claude Tag API name. They say that every request needs it and that the SDK sends it. The
 * SDK and the release notes name `experimental-claude-tag-2026-10-21` instead, for the same
 * endpoints. Where one of the two is refused, try the other.
 *
 * Stage: beta. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/manage-claude/claude-tag-api
 */
export const CLAUDE_TAG_2026_09_28 = 'claude-tag-2026-09-28';

/**
 * Code execution tool. The first tool, `code_execution_20250522`, which runs Python only. A second
 * version with a header of its own replaced it in September 2025, and neither header has been
 * needed since February 17, 2026.
 *
 * Stage: graduated. In `@anthropic-ai/sdk` since 0.52.0.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool
 * @deprecated The feature is generally available and no longer needs the header.
 */
export const CODE_EXECUTION_2025_05_22 = 'code-execution-2025-05-22';

/**
 * Code execution tool. The second tool, `code_execution_20250825`, with Bash and file operations.
 * The value was documented but never listed in the SDK's union; Anthropic's Go examples and several
 * public clients still send it.
 *
 * Stage: graduated. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool
 * @deprecated The feature is generally available and no longer needs the header.
 */
export const CODE_EXECUTION_2025_08_25 = 'code-execution-2025-08-25';

/**
 * Dynamic filtering of the web tools. Early in 2026 Anthropic's page on web search named this value
 * for dynamic filtering: with `web_search_20260209` and `web_fetch_20260209` Claude runs code on
 * the results and keeps what matters. Neither the later pages nor the SDK ask for a header with
 * these tools. The AI SDK of Vercel still sends the value with both.
 *
 * Stage: graduated. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-search-tool
 * @deprecated The feature is generally available and no longer needs the header.
 */
export const CODE_EXECUTION_WEB_TOOLS_2026_02_09 = 'code-execution-web-tools-2026-02-09';

/**
 * Compaction at a token threshold. Adds the edit type `compact_20260112` to
 * `context_management.edits`. When the input passes the trigger (150,000 tokens unless you say
 * otherwise) the API writes a summary in the middle of an ordinary request and goes on from there.
 * Send the returned `compaction` block back and everything before it is dropped. Works from Opus
 * 4.6 and Sonnet 4.6 on.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 0.121.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/compaction-threshold
 */
export const COMPACT_2026_01_12 = 'compact-2026-01-12';

/**
 * Compaction on demand. Adds the top-level parameter `compaction`. Such a request gets no reply,
 * only one signed `compaction` block that holds the summary as readable text; put it first in
 * `messages` in place of what it summarizes. The header belongs on that request and on every later
 * one that carries the block. `compaction` cannot be combined with `context_management`.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 0.126.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/compaction-on-demand
 */
export const COMPACT_2026_09_04 = 'compact-2026-09-04';

/**
 * Computer use. The first version, with `computer_20241022`, `bash_20241022` and
 * `text_editor_20241022`. It was made for Claude 3.5 Sonnet, which the Claude API retired on
 * October 28, 2025, so there is hardly a model left that knows these tools.
 *
 * Stage: superseded. In `@anthropic-ai/sdk` since 0.30.0.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/computer-use-tool
 * @deprecated Use `computer-use-2025-01-24` instead.
 */
export const COMPUTER_USE_2024_10_22 = 'computer-use-2024-10-22';

/**
 * Computer use. Enables `computer_20250124`, which adds scrolling, dragging, holding keys and
 * waiting. Models from Claude 3.7 Sonnet up to Sonnet 4.5 and Haiku 4.5 were made for this version;
 * for them it is still the right one.
 *
 * Stage: superseded. In `@anthropic-ai/sdk` since 0.37.0.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/computer-use-tool
 * @deprecated Use `computer-use-2025-11-24` instead.
 */
export const COMPUTER_USE_2025_01_24 = 'computer-use-2025-01-24';

/**
 * Computer use. Enables `computer_20251124`, which adds zooming into a part of the screen
 * (`enable_zoom`). It came with Claude Opus 4.5 and is for the models after it, except the 5.5
 * models on the Claude API and Google Cloud, and Fable 5.2 and Mythos 5.2 everywhere but on Amazon
 * Bedrock. New work should use the toolset wherever it is offered; with older models on Amazon
 * Bedrock this is the newest version there is.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 0.121.0.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/computer-use-tool
 */
export const COMPUTER_USE_2025_11_24 = 'computer-use-2025-11-24';

/**
 * 1M token context window. Used to raise the context window from 200k to 1M tokens. Models with a
 * 1M window have it by default today, without a header and at standard prices; on Claude Sonnet 4
 * and 4.5 the value lost its effect on April 30, 2026, so longer requests fail there. Sending it is
 * harmless on the Claude API and does nothing.
 *
 * Stage: graduated. In `@anthropic-ai/sdk` since 0.60.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/context-windows
 * @deprecated The feature is generally available and no longer needs the header.
 */
export const CONTEXT_1M_2025_08_07 = 'context-1m-2025-08-07';

/**
 * Context editing. Keeps a long conversation small by rule instead of by summary: before Claude
 * reads it, the API clears old tool results (`clear_tool_uses_20250919`) or old thinking
 * (`clear_thinking_20251015`). You list the edits in `context_management.edits`; your own copy of
 * the conversation stays as it is. The third edit there, `compact_20260112`, summarizes instead and
 * has a beta of its own, `compact-2026-01-12`.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 0.66.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/context-editing
 */
export const CONTEXT_MANAGEMENT_2025_06_27 = 'context-management-2025-06-27';

/**
 * Cyber Verification Program on Amazon Bedrock. Opus and Sonnet models block cybersecurity work
 * that attackers do as well. The Cyber Verification Program lifts the blocks on dual use for
 * organizations that were approved. On Amazon Bedrock a request of such an organization has to
 * carry this value, and the account or project must keep data (retention mode `default`, or
 * `provider_data_share` beside Fable). On the other platforms nothing is sent for it.
 *
 * Stage: preview. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://support.claude.com/en/articles/14604842-real-time-cyber-safeguards-on-claude-opus-and-sonnet
 */
export const CVP_DATA_RETENTION_2026_06_24 = 'cvp-data-retention-2026-06-24';

/**
 * Dangerous tool use (client marker). A value seen in public clients and documented on no official
 * page. The AI SDK of Vercel adds it when a caller sets its `safeguards` option, and LiteLLM
 * forwards it to most providers. Neither the SDK's types nor the documentation know the value or
 * such a field, so nothing more is claimed here.
 *
 * Stage: internal. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/api/beta-headers
 */
export const DANGEROUS_TOOL_USE_2026_09_03 = 'dangerous-tool-use-2026-09-03';

/**
 * Full thinking for developers. A developer mode that returns the raw thinking of Claude 4 and
 * later models instead of a summary. AWS lists it for Bedrock and asks you to contact your account
 * team for access; no Anthropic page explains it. Without access, expect the same error as for an
 * unknown value.
 *
 * Stage: preview. In `@anthropic-ai/sdk` since 0.52.0.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html
 */
export const DEV_FULL_THINKING_2025_05_14 = 'dev-full-thinking-2025-05-14';

/**
 * Dreams. A dream is an asynchronous job that reads a memory store together with past session
 * transcripts and writes a reorganized store: duplicates merged, stale entries replaced, new
 * insights added. By default the result goes to a new store, so you can review it before you use
 * it; with `output_behavior` set to `update_existing` it goes to the store that was read. A
 * research preview: your organization needs access, and the managed-agents header alone does not
 * give it.
 *
 * Stage: preview. In `@anthropic-ai/sdk` since 0.111.0.
 * @see https://platform.claude.com/docs/en/managed-agents/dreams
 */
export const DREAMING_2026_04_21 = 'dreaming-2026-04-21';

/**
 * Effort. `output_config.effort` trades thoroughness for speed and cost: it steers how many tokens
 * Claude spends on thinking, text and tool calls. The parameter has been generally available since
 * February 5, 2026 and needs no header. The value began as the beta for Claude Opus 4.5, and AWS
 * still documents it for that model on Bedrock. Google Cloud has rejected the header by name, so do
 * not send it there.
 *
 * Stage: graduated. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/build-with-claude/effort
 * @deprecated The feature is generally available and no longer needs the header.
 */
export const EFFORT_2025_11_24 = 'effort-2025-11-24';

/**
 * External Storage (Enterprise Frontier Safeguards). Keeps the data that Anthropic's safeguards
 * retain of your requests in a bucket of your own, on Amazon S3 or Google Cloud Storage. It is part
 * of Enterprise Frontier Safeguards, zero data retention for organizations that use the most
 * capable models. The endpoints register, activate, rename and delete such storage;
 * `inference_data_privacy` attaches it to a workspace, and sets whether Anthropic's human review
 * applies there. Anthropic approves External Storage for the organization, the workspace or the
 * user profile first, and turning human review off needs an approval of its own.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 1.13.0.
 * @see https://platform.claude.com/docs/en/manage-claude/enterprise-frontier-safeguards/customer-owned-storage
 */
export const EFS_2026_10_01 = 'efs-2026-10-01';

/**
 * Environments (before Managed Agents). An older value for the endpoints of self-hosted
 * environments. A comment in the official Go SDK says that `managed-agents-2026-04-01` replaces it.
 * No page documents it. Send the managed-agents value instead.
 *
 * Stage: superseded. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/managed-agents/self-hosted-sandboxes
 * @deprecated Use `managed-agents-2026-04-01` instead.
 */
export const ENVIRONMENTS_2026_03_01 = 'environments-2026-03-01';

/**
 * Claude Code routines by API. Starts a run of a saved Claude Code routine with one POST, for
 * example from an alert or a CI job, and gets back the session that it opened. The endpoint belongs
 * to Claude Code and not to the Claude Platform: it takes the bearer token of that routine instead
 * of an API key, and is billed to the Claude subscription.
 *
 * Stage: beta. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/api/claude-code/routines-fire
 */
export const EXPERIMENTAL_CC_ROUTINE_2026_04_01 = 'experimental-cc-routine-2026-04-01';

/**
 * Claude Tag API. Manages Claude Tag, Claude as a teammate in Slack, for a Claude Enterprise
 * organization: settings of channels and workspaces, and the access bundles attached to them. It
 * does from code what an owner otherwise sets by hand in claude.ai, and needs an Admin API key with
 * a Claude Tag scope. Without the header the endpoints return a 404.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 1.3.0.
 * @see https://platform.claude.com/docs/en/manage-claude/claude-tag-api
 */
export const EXPERIMENTAL_CLAUDE_TAG_2026_10_21 = 'experimental-claude-tag-2026-10-21';

/**
 * 1-hour cache duration. Lets a cached prompt prefix live for an hour instead of five minutes:
 * `cache_control: {type: ephemeral, ttl: "1h"}`. Generally available since August 13, 2025, so the
 * header does nothing. The SDK deprecates the value; delete it from your requests.
 *
 * Stage: graduated. In `@anthropic-ai/sdk` since 0.52.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/prompt-caching#1-hour-cache-duration
 * @deprecated The feature is generally available and no longer needs the header.
 */
export const EXTENDED_CACHE_TTL_2025_04_11 = 'extended-cache-ttl-2025-04-11';

/**
 * Fallback credit. The first form: the token is handed back as a bare string, and a token that
 * cannot be redeemed fails the retry with a 400. Amazon Bedrock knows the feature under the name
 * `fallback-credit-2026-06-09`.
 *
 * Stage: superseded. In `@anthropic-ai/sdk` since 0.103.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/fallback-credit
 * @deprecated Use `fallback-credit-2026-07-01` instead.
 */
export const FALLBACK_CREDIT_2026_06_01 = 'fallback-credit-2026-06-01';

/**
 * Fallback credit on Amazon Bedrock. The name under which AWS documents fallback credit: it goes
 * into the `anthropic_beta` list of the body, on the original request and on the retry. AWS names
 * Claude Fable 5 as the model whose refusals carry a token. The SDK's union of beta names does not
 * have this value.
 *
 * Stage: beta. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-fallback-credit.html
 */
export const FALLBACK_CREDIT_2026_06_09 = 'fallback-credit-2026-06-09';

/**
 * Fallback credit. Takes `fallback_credit_token` as an object too, `{ token, mode }`. With
 * `mode: "best_effort"` a token that cannot be redeemed no longer fails the retry: it is served at
 * the normal price, and `usage.fallback_credit` tells what became of the token. The bare string
 * keeps working and means `strict`.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 0.115.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/fallback-credit
 */
export const FALLBACK_CREDIT_2026_07_01 = 'fallback-credit-2026-07-01';

/**
 * Fast mode. `speed: "fast"` runs the same model with up to 2.5 times as many output tokens a
 * second, at a premium price. On Claude Opus 5.5, Fable 5.2 and Mythos 5.2 it is generally
 * available and needs no header. On Opus 5 it is still a research preview, and there `"fast"` needs
 * the header; on Opus 4.8 it ended on November 30, 2026. The header without `speed` changes
 * nothing, and message batches do not take `speed`.
 *
 * Stage: preview. In `@anthropic-ai/sdk` since 0.74.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/fast-mode
 */
export const FAST_MODE_2026_02_01 = 'fast-mode-2026-02-01';

/**
 * Files API. Uploads a file once and lets any number of Messages requests refer to it by `file_id`,
 * as a document, an image or an upload into a code execution container. It has been generally
 * available since August 19, 2026: neither `/v1/files` nor a `file` source in a message needs a
 * header on the Claude API. The old header is not harmless, though: on `/v1/files` it still
 * switches the answers to their beta shapes.
 *
 * Stage: legacy-shape. In `@anthropic-ai/sdk` since 0.52.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/files#migrate-from-files-api-2025-04-14
 */
export const FILES_API_2025_04_14 = 'files-api-2025-04-14';

/**
 * Fine-grained tool streaming. Streams the input of a tool call as Claude writes it, without
 * buffering or JSON validation on the server, so that large parameters begin to arrive sooner.
 * Generally available on every model and platform: set `eager_input_streaming: true` on each tool
 * that should stream this way. Be ready for partial or invalid JSON. The old header still works as
 * a switch for all tools that leave that field unset.
 *
 * Stage: legacy-shape. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/fine-grained-tool-streaming
 */
export const FINE_GRAINED_TOOL_STREAMING_2025_05_14 = 'fine-grained-tool-streaming-2025-05-14';

/**
 * Data controls on Google Cloud's Agent Platform. Sets which encryption key and which storage
 * bucket apply to requests that reach Claude through Google Cloud's Agent Platform: for a Google
 * Cloud project of yours, or for one end customer behind a user profile. Each of the two controls
 * is off or on, with a Cloud KMS key or a Cloud Storage bucket for each region, and the answer
 * tells whether the region has validated it and applies it. A profile's own key or bucket goes
 * before the project's. The calls themselves go to the Claude API, and a project must have been
 * proved to be yours.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 1.14.0.
 * @see https://platform.claude.com/docs/en/manage-claude/enterprise-frontier-safeguards/setup-google-cloud-agent-platform
 */
export const GOOGLE_MANAGED_DATA_CONTROLS_2026_09_01 = 'google-managed-data-controls-2026-09-01';

/**
 * Inline tool definitions. Lets a `tool_addition` block in a `role: "system"` message carry a
 * tool's whole definition, so that a conversation can gain a tool, change its schema or move a
 * server tool to a newer version without touching `tools` or losing the prompt cache. It covers
 * adding and removing tools by reference too. A definition that holds an `mcp_toolset` needs the
 * beta of the MCP connector as well. Keep at least one non-deferred tool in `tools`.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 0.128.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/mid-conversation-system-messages#define-tools-in-a-message-beta
 */
export const INLINE_TOOLS_2026_09_15 = 'inline-tools-2026-09-15';

/**
 * Interleaved thinking. Lets Claude think between tool calls instead of only before the first one,
 * while you use manual extended thinking (`thinking.type: enabled` with a token budget). It is a
 * header alone: no field of the request says that you want it. Models with adaptive thinking
 * interleave by themselves, so the header matters for Claude 4, 4.1 and 4.5 models and, deprecated,
 * for Sonnet 4.6. With it, `budget_tokens` may exceed `max_tokens`, because it covers the whole
 * assistant turn.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 0.52.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/extended-thinking
 */
export const INTERLEAVED_THINKING_2025_05_14 = 'interleaved-thinking-2025-05-14';

/**
 * Managed Agents: research preview features. In the first weeks of Managed Agents, the features in
 * research preview (outcomes, multiagent sessions, memory) asked for this value besides the general
 * one. Memory needs the general value alone since April 23, 2026, outcomes and multiagent sessions
 * since May 6.
 *
 * Stage: superseded. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/managed-agents/define-outcomes
 * @deprecated Use `managed-agents-2026-04-01` instead.
 */
export const MANAGED_AGENTS_2026_04_01_RESEARCH_PREVIEW = 'managed-agents-2026-04-01-research-preview';

/**
 * Claude Managed Agents. An agent harness that Anthropic runs for you: you define an agent and an
 * environment once, start sessions, and exchange events with them while Claude works with its tools
 * in a sandbox. The beta gives access to the endpoints for agents, environments, sessions,
 * deployments and their runs, and vaults. Every request to them needs it, reads included. Sessions
 * keep their state on the server, so they fall outside zero data retention.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 0.95.0.
 * @see https://platform.claude.com/docs/en/managed-agents/overview
 */
export const MANAGED_AGENTS_2026_04_01 = 'managed-agents-2026-04-01';

/**
 * 8k output tokens for Claude 3.5 Sonnet. Raised the output limit of Claude 3.5 Sonnet to 8,192
 * tokens from July 2024 on; on August 19, 2024 that became the ordinary limit of the model. The
 * model is retired, so nothing needs this value any more.
 *
 * Stage: retired. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/release-notes/overview
 * @deprecated The value no longer has any effect.
 */
export const MAX_TOKENS_3_5_SONNET_2024_07_15 = 'max-tokens-3-5-sonnet-2024-07-15';

/**
 * MCP connector, first form. The first form of the connector: each entry of `mcp_servers` carries
 * its own `tool_configuration` with `enabled` and `allowed_tools`. It is deprecated but still
 * documented. To move on, take `tool_configuration` off the server and add one `mcp_toolset` for it
 * to `tools`.
 *
 * Stage: superseded. In `@anthropic-ai/sdk` since 0.52.0.
 * @see https://platform.claude.com/docs/en/agents-and-tools/mcp-connector#deprecated-version-mcp-client-2025-04-04
 * @deprecated Use `mcp-client-2025-11-20` instead.
 */
export const MCP_CLIENT_2025_04_04 = 'mcp-client-2025-04-04';

/**
 * MCP connector. Moves the choice of tools out of `mcp_servers` and into `tools`: one `mcp_toolset`
 * for each server, with `default_config` and `configs` to allow, deny or defer single tools. Every
 * server in `mcp_servers` must be named by exactly one toolset.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 0.71.0.
 * @see https://platform.claude.com/docs/en/agents-and-tools/mcp-connector
 */
export const MCP_CLIENT_2025_11_20 = 'mcp-client-2025-11-20';

/**
 * MCP connector with pinned tool lists. Adds `mcp_tool_listing` blocks to responses, each with the
 * tools that one server offered. Copy such a list into `tools` of the `mcp_toolset` and the server
 * is not asked again: exactly those tools are used, and a change of the server does not reach the
 * conversation. An `mcp_toolset` that is defined in the middle of a conversation needs this date
 * too, besides `inline-tools-2026-09-15`.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 0.128.0.
 * @see https://platform.claude.com/docs/en/agents-and-tools/mcp-connector
 */
export const MCP_CLIENT_2026_09_15 = 'mcp-client-2026-09-15';

/**
 * MCP servers (client marker). A value seen in public clients. LiteLLM knows it and drops it for
 * every provider, Anthropic included. No official page documents it, so nothing more is claimed
 * here. For remote MCP servers use the MCP connector and its documented beta.
 *
 * Stage: internal. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/api/beta-headers
 */
export const MCP_SERVERS_2025_12_04 = 'mcp-servers-2025-12-04';

/**
 * MCP tunnels in the Admin API. The management API as it was first, at /v1/organizations/tunnels of
 * the Admin API with the scope `org:manage_tunnels`. It is deprecated and works on during a
 * migration window. To migrate, change the path to /v1/tunnels, the header to
 * `mcp-tunnels-2026-06-22` and the scope to `workspace:manage_tunnels`.
 *
 * Stage: superseded. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/api/admin/mcp_tunnels
 * @deprecated Use `mcp-tunnels-2026-06-22` instead.
 */
export const MCP_TUNNELS_2026_05_19 = 'mcp-tunnels-2026-05-19';

/**
 * MCP tunnels. A tunnel lets Claude reach MCP servers inside your private network without opening
 * an inbound port. The beta gives access to the management API at /v1/tunnels: tunnels, their
 * certificates and their tokens. A tunnel turns away MCP traffic until it has at least one CA
 * certificate. A research preview that may change without a deprecation period; ask for access
 * first.
 *
 * Stage: preview. In `@anthropic-ai/sdk` since 0.121.0.
 * @see https://platform.claude.com/docs/en/agents-and-tools/mcp-tunnels/reference#tunnels-api
 */
export const MCP_TUNNELS_2026_06_22 = 'mcp-tunnels-2026-06-22';

/**
 * Memory (a value that no page explains). A value that programs send with the memory tool,
 * `memory_20250818`, whose date it bears. No official page documents it, and the SDK does not know
 * it. Amazon Bedrock refuses it. The tool needs no header on the Claude API; until February 17,
 * 2026 it needed `context-management-2025-06-27`.
 *
 * Stage: beta. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/memory-tool
 */
export const MEMORY_2025_08_18 = 'memory-2025-08-18';

/**
 * Message Batches. Processes large sets of Messages requests asynchronously at half the price, at
 * /v1/messages/batches. It left beta in December 2024: delete the header. A feature that a request
 * inside a batch uses still needs its own beta, in the header of the whole batch and never inside
 * the item.
 *
 * Stage: graduated. In `@anthropic-ai/sdk` since 0.29.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/batch-processing
 * @deprecated The feature is generally available and no longer needs the header.
 */
export const MESSAGE_BATCHES_2024_09_24 = 'message-batches-2024-09-24';

/**
 * Message threads. Keeps a conversation on the server for a few minutes, so that each request sends
 * only the new messages: `thread: {type: create}` starts one,
 * `thread: {type: continue, previous_message_id}` goes on. Requests get smaller and the first token
 * comes sooner in long agent loops; prices stay the same. A thread can vanish at any time, so keep
 * the whole conversation yourself and be ready to send it again.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 1.2.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/message-threads
 */
export const MESSAGE_THREADS_2026_08_12 = 'message-threads-2026-08-12';

/**
 * Messages API (first beta). The beta under which the Messages API began in December 2023. The API
 * has been generally available since February 2024 and is the ordinary way to call Claude today.
 * Nothing needs this value any more; it is kept here so that old code can be told what happened.
 *
 * Stage: graduated. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/api/messages
 * @deprecated The feature is generally available and no longer needs the header.
 */
export const MESSAGES_2023_12_15 = 'messages-2023-12-15';

/**
 * Per-message effort (an early name). The value that the AI SDK of Vercel sent with a per-message
 * effort until it took the documented one, `mid-conversation-output-config-2026-07-01`. What the
 * API makes of this name is not known, so a request that sends it alone gets the documented value
 * as well.
 *
 * Stage: internal. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/build-with-claude/effort-per-message
 */
export const MID_CONVERSATION_EFFORT_2026_08_01 = 'mid-conversation-effort-2026-08-01';

/**
 * Per-message effort. Changes the effort level partway through a conversation and keeps the prompt
 * cache: a `role: "system"` message carries `output_config.effort`, while the top-level value stays
 * as it was. The new level holds for later turns until another message changes it. Leave the
 * message where it is in every later request; moving it invalidates later thinking on models with
 * preserved thinking.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 0.123.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/effort-per-message
 */
export const MID_CONVERSATION_OUTPUT_CONFIG_2026_07_01 = 'mid-conversation-output-config-2026-07-01';

/**
 * Mid-conversation system messages (client marker). A value that the AI SDK of Vercel sends with
 * every `role: "system"` message that is not the first. The feature needs no header, and
 * Anthropic's page says so. No official page documents the value, so nothing more is claimed here.
 *
 * Stage: internal. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/build-with-claude/mid-conversation-system-messages
 */
export const MID_CONVERSATION_SYSTEM_2026_04_07 = 'mid-conversation-system-2026-04-07';

/**
 * Turn-scoped system messages. Limits a mid-conversation `role: "system"` message to the current
 * turn: with `clear_at: "next_user_message"` its text is shown to the model only until a later user
 * message exists. The message stays in `messages` unchanged, costs no input tokens from then on,
 * and keeps the prompt cache and later thinking blocks valid. Use it for reminders that belong to
 * one turn of a tool loop.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 0.123.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/mid-conversation-system-messages#turn-scoped-system-messages
 */
export const MID_CONVERSATION_SYSTEM_CLEAR_AT_2026_08_21 = 'mid-conversation-system-clear-at-2026-08-21';

/**
 * Mid-conversation tool changes. Offers a tool to Claude, or withdraws it, from one point of a
 * conversation onward, without editing `tools`, so that the prompt cache keeps matching. You put
 * `tool_addition` and `tool_removal` blocks into a `role: "system"` message; each names a tool that
 * `tools` declares. On the Claude API `inline-tools-2026-09-15` covers the same blocks and
 * definitions by value as well; this value also works on Bedrock and Google Cloud.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 0.116.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/mid-conversation-system-messages#mid-conversation-tool-changes
 */
export const MID_CONVERSATION_TOOL_CHANGES_2026_07_01 = 'mid-conversation-tool-changes-2026-07-01';

/**
 * Stop reason at the context window limit. Lets you ask for the maximum number of output tokens
 * without computing the input size: a response that reaches the context window ends with
 * `stop_reason: model_context_window_exceeded` instead of failing validation. Claude Sonnet 4.5 and
 * every newer model do so by default; earlier models opt in with the header.
 *
 * Stage: graduated. In `@anthropic-ai/sdk` since 0.66.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/handling-stop-reasons
 * @deprecated The feature is generally available and no longer needs the header.
 */
export const MODEL_CONTEXT_WINDOW_EXCEEDED_2025_08_26 = 'model-context-window-exceeded-2025-08-26';

/**
 * OAuth token authentication. Says that a request is authenticated with an OAuth bearer token
 * instead of an API key. The official SDK appends it to every request when it holds token
 * credentials, and to token refreshes. The credentials decide whether it is needed, not the body:
 * requests with the login of a Claude subscription fail with a 401 without it, while the guides to
 * Workload Identity Federation send none. With an API key leave it out.
 *
 * Stage: internal. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/manage-claude/authentication
 */
export const OAUTH_2025_04_20 = 'oauth-2025-04-20';

/**
 * Workload identity federation. Exchanges an OIDC token of your own identity provider for a
 * short-lived Claude API token, so that no long-lived key is stored. The official SDK sends the
 * value on that exchange alone, beside oauth-2025-04-20; the cURL examples of the guides exchange
 * without either. On a refresh_token grant it must not be sent.
 *
 * Stage: internal. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/manage-claude/workload-identity-federation
 */
export const OIDC_FEDERATION_2026_04_01 = 'oidc-federation-2026-04-01';

/**
 * 128k output tokens. Raised the output limit of Claude Sonnet 3.7 to 128k tokens. That model was
 * retired on February 19, 2026, and current models reach their limits without a header. For more
 * than the standard limit in batches, see `output-300k-2026-03-24`.
 *
 * Stage: retired. In `@anthropic-ai/sdk` since 0.37.0.
 * @see https://platform.claude.com/docs/en/about-claude/models/migration-guide
 * @deprecated The value no longer has any effect.
 */
export const OUTPUT_128K_2025_02_19 = 'output-128k-2025-02-19';

/**
 * 300k output tokens in batches. Raises the cap of `max_tokens` to 300,000 for requests in a
 * message batch, for texts far longer than the standard limit in one turn. It works in Message
 * Batches only, not in the synchronous Messages API. One such generation can take more than an
 * hour; ordinary batch prices apply.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 0.81.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/batch-processing#extended-output-beta
 */
export const OUTPUT_300K_2026_03_24 = 'output-300k-2026-03-24';

/**
 * PDF support. Lets Claude read PDF documents, their text and their pages as images, from
 * `document` blocks in Messages. It left beta in December 2024: delete the header. On Google Cloud
 * the value has been rejected, which takes a whole request down for a header that does nothing.
 *
 * Stage: graduated. In `@anthropic-ai/sdk` since 0.31.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/pdf-support
 * @deprecated The feature is generally available and no longer needs the header.
 */
export const PDFS_2024_09_25 = 'pdfs-2024-09-25';

/**
 * Per-turn control (client marker). The value that Claude Code sends when a message in the middle
 * of a conversation carries `output_config`. Measured at the Claude API: with it the request
 * passes, without it the field is refused. No official page explains it. In your own requests send
 * the documented value, `mid-conversation-output-config-2026-07-01`, which enables the same field.
 *
 * Stage: internal. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/api/beta-headers
 */
export const PER_TURN_CONTROL_2026_07_01 = 'per-turn-control-2026-07-01';

/**
 * Prompt caching. Reuses the beginning of a prompt that an earlier request already sent, for less
 * money and a faster answer; you mark it with `cache_control`. Generally available since December
 * 17, 2024, so the header does nothing. The SDK deprecates the value; delete it from your requests.
 *
 * Stage: graduated. In `@anthropic-ai/sdk` since 0.29.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/prompt-caching
 * @deprecated The feature is generally available and no longer needs the header.
 */
export const PROMPT_CACHING_2024_07_31 = 'prompt-caching-2024-07-31';

/**
 * Prompt cache scope (client marker). A value that Claude Code sends by itself. A report connects
 * it with a `scope` field inside `cache_control`, which was refused when a gateway did not send the
 * value. No official page documents the value or the field, so nothing more is claimed here.
 *
 * Stage: internal. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/api/beta-headers
 */
export const PROMPT_CACHING_SCOPE_2026_01_05 = 'prompt-caching-scope-2026-01-05';

/**
 * Prompt tools. Generates a prompt from the description of a task, improves a prompt, or turns a
 * prompt into a template with variables. An experimental API for the makers of prompt-engineering
 * tools, in a closed research preview from April 2025 on. It was retired together with the
 * Workbench on August 17, 2026; requests get an error since then.
 *
 * Stage: retired. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://docs.claude.com/en/api/prompt-tools-generate
 * @deprecated The value no longer has any effect.
 */
export const PROMPT_TOOLS_2025_04_02 = 'prompt-tools-2025-04-02';

/**
 * Hidden thinking (client marker). A value that Claude Code sends by default so that thinking is
 * not shown in its interface. The maker of Claude Code says that it changes neither thinking itself
 * nor its budget. No official page documents it; to keep thinking out of an answer, use the
 * documented `thinking.display`.
 *
 * Stage: internal. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/api/beta-headers
 */
export const REDACT_THINKING_2026_02_12 = 'redact-thinking-2026-02-12';

/**
 * Search result blocks. Lets you hand Claude your own search results as `search_result` blocks, in
 * tool results or in a user message, so that it cites them the way it cites web pages. Generally
 * available on the Claude API and Google Cloud since August 2025, on Amazon Bedrock since November
 * 2025. The header is no longer required; delete it.
 *
 * Stage: graduated. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/build-with-claude/search-results
 * @deprecated The feature is generally available and no longer needs the header.
 */
export const SEARCH_RESULTS_2025_06_09 = 'search-results-2025-06-09';

/**
 * Server-side fallback, list form. The first public form: `fallbacks` is a list of models. The
 * string `"default"` and the rules by which an entry inherits `thinking`, `output_config` and
 * `speed` came with `server-side-fallback-2026-07-01`. To move on, change the header; the list may
 * stay.
 *
 * Stage: superseded. In `@anthropic-ai/sdk` since 0.103.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/refusals-and-fallback
 * @deprecated Use `server-side-fallback-2026-07-01` instead.
 */
export const SERVER_SIDE_FALLBACK_2026_06_01 = 'server-side-fallback-2026-06-01';

/**
 * Server-side fallback, early-access preview. A date of the early-access preview, whose parameter
 * was a single object, `fallback`. The preview was discontinued when the feature became public,
 * although the public value bears the earlier date `2026-06-01`. Under this value `fallbacks` is
 * refused. Replace the header and the parameter together.
 *
 * Stage: retired. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/build-with-claude/refusals-and-fallback
 * @deprecated The value no longer has any effect.
 */
export const SERVER_SIDE_FALLBACK_2026_06_02 = 'server-side-fallback-2026-06-02';

/**
 * Server-side fallback, early-access preview. A date of the early-access preview, whose parameter
 * was a single object, `fallback`. The preview was discontinued when the feature became public,
 * although the public value bears the earlier date `2026-06-01`. Under this value `fallbacks` is
 * refused. Replace the header and the parameter together.
 *
 * Stage: retired. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/build-with-claude/refusals-and-fallback
 * @deprecated The value no longer has any effect.
 */
export const SERVER_SIDE_FALLBACK_2026_06_09 = 'server-side-fallback-2026-06-09';

/**
 * Server-side fallback. Takes `fallbacks` as the string `"default"` as well as a list, and lets
 * each entry of the list set its own `max_tokens`, `output_config`, `thinking` and `speed`. What an
 * entry leaves out is taken from the request wherever the fallback model supports it.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 0.115.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/refusals-and-fallback
 */
export const SERVER_SIDE_FALLBACK_2026_07_01 = 'server-side-fallback-2026-07-01';

/**
 * Agent Skills and the Skills API. A skill is a folder of instructions, scripts and resources that
 * Claude loads when a task calls for it: the ready-made ones for PowerPoint, Excel, Word and PDF,
 * or your own, uploaded at /v1/skills. On the Claude API it has been generally available since
 * August 19, 2026, and by now on the other platforms that have it; load skills through
 * `container.skills` without a header. The old header still works, and on /v1/skills it brings back
 * the old response shapes.
 *
 * Stage: legacy-shape. In `@anthropic-ai/sdk` since 0.67.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/skills-guide
 */
export const SKILLS_2025_10_02 = 'skills-2025-10-02';

/**
 * Listing spend limits. Lists the spend limits of an organization: per user, seat tier and group in
 * Claude Enterprise; for the organization, its workspaces and its usage tier in Claude Console.
 * Only the list needs the beta. Reading one limit, setting or deleting one, the effective report
 * and the increase requests need none.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 0.131.0.
 * @see https://platform.claude.com/docs/en/manage-claude/spend-limits-api
 */
export const SPEND_LIMIT_READS_2026_09_26 = 'spend-limit-reads-2026-09-26';

/**
 * Structured output (name seen in a client). A value that appears in LiteLLM's table, where it is
 * dropped for every provider. No official page or SDK knows it, so nothing more is claimed here.
 * Structured outputs are another feature, with names in the plural, and need no header.
 *
 * Stage: internal. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/api/beta-headers
 */
export const STRUCTURED_OUTPUT_2024_03_01 = 'structured-output-2024-03-01';

/**
 * Structured outputs. An undocumented value that `beta.messages.parse` of the TypeScript SDK sent
 * up to 0.70.0. The API rejected it in November 2025, and 0.70.1 sends another. Update the SDK.
 *
 * Stage: retired. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/api/beta-headers
 * @deprecated The value no longer has any effect.
 */
export const STRUCTURED_OUTPUTS_2025_09_17 = 'structured-outputs-2025-09-17';

/**
 * Structured outputs. Guarantees that a response matches your JSON schema, and that tool inputs
 * match theirs (`strict: true`). The feature is generally available with `output_config.format` and
 * needs no header. Only the old parameter `output_format`, which is deprecated and lives in the
 * beta Messages API alone, belongs to the beta; the TypeScript SDK turns it into
 * `output_config.format` before it sends a request.
 *
 * Stage: graduated. In `@anthropic-ai/sdk` since 0.121.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/structured-outputs
 * @deprecated The feature is generally available and no longer needs the header.
 */
export const STRUCTURED_OUTPUTS_2025_11_13 = 'structured-outputs-2025-11-13';

/**
 * Structured outputs. `beta.messages.parse` of the TypeScript SDK appends this value to every
 * request. No official page documents it, and it is no member of the SDK's list of values.
 * Structured outputs need no header, so nothing is known to depend on it.
 *
 * Stage: internal. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/api/beta-headers
 */
export const STRUCTURED_OUTPUTS_2025_12_15 = 'structured-outputs-2025-12-15';

/**
 * Task budgets. Tells Claude how many tokens it has for a whole agent run, thinking, tool calls and
 * tool results included. The model sees the countdown and finishes in good order instead of being
 * cut off. You set `output_config.task_budget` with a `total`, and `remaining` when you carry the
 * budget over a compaction of your own. The budget is advice, not a limit: `max_tokens` still caps
 * each single response.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 0.121.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/task-budgets
 */
export const TASK_BUDGETS_2026_03_13 = 'task-budgets-2026-03-13';

/**
 * Telemetry destinations. Sends OpenTelemetry traces of your organization's API requests to a
 * collector that you run. The endpoints create, change, test and delete destinations, and choose
 * the workspaces that each one covers. Part of the Admin API.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 0.134.0.
 * @see https://platform.claude.com/docs/en/manage-claude/opentelemetry
 */
export const TELEMETRY_DESTINATIONS_2026_08_11 = 'telemetry-destinations-2026-08-11';

/**
 * Preserved-thinking controls. Newer models use a thinking block that you send back only if nothing
 * before it has changed. This beta enables `thinking.block_binding`: its `prefix_mismatch_behavior`
 * chooses between a 400 error and dropping the blocks that fail the check. The response gains
 * `input_transformations`, which lists what was dropped. Use it to find code that edits
 * conversation history before stricter enforcement finds it.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 0.123.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/preserved-thinking#preserved-thinking-controls
 */
export const THINKING_BINDING_CONTROLS_2026_08_01 = 'thinking-binding-controls-2026-08-01';

/**
 * Progress updates while thinking. `thinking.display: "updates"` returns the short progress notes
 * that newer models write between tool calls, while the reasoning itself stays hidden. Each note
 * arrives as its own `thinking` block just before the tool call, so a long agentic turn is not
 * silent for your users. The values `summarized` and `omitted` need no header.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 0.121.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/thinking#progress-updates
 */
export const THINKING_DISPLAY_UPDATES_2026_08_18 = 'thinking-display-updates-2026-08-18';

/**
 * Thinking token estimates. Adds `estimated_tokens` to the `thinking_delta` events of a stream, so
 * that you can show progress while the thinking itself is hidden. Each value is a coarse increment;
 * add them up for a running estimate. It is a display hint and no billing figure:
 * `usage.output_tokens` stays authoritative. The header alone turns it on.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 0.98.0.
 * @see https://platform.claude.com/docs/en/api/beta-headers
 */
export const THINKING_TOKEN_COUNT_2026_05_13 = 'thinking-token-count-2026-05-13';

/**
 * Token counting. Counts the tokens of a Messages request before you send it, at
 * /v1/messages/count_tokens. It left beta in December 2024: delete the header. The beta namespace
 * of the SDK still appends it; where a platform rejects it, use the general one,
 * `client.messages.countTokens`.
 *
 * Stage: graduated. In `@anthropic-ai/sdk` since 0.31.0.
 * @see https://platform.claude.com/docs/en/build-with-claude/token-counting
 * @deprecated The feature is generally available and no longer needs the header.
 */
export const TOKEN_COUNTING_2024_11_01 = 'token-counting-2024-11-01';

/**
 * Token-efficient tool use. Made the tool calls of Claude Sonnet 3.7 shorter. Claude 4 and later
 * models have it built in, and Sonnet 3.7 is retired, so the header does nothing today. The SDK
 * deprecates the first value; delete it from your requests.
 *
 * Stage: graduated. In `@anthropic-ai/sdk` since 0.37.0.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview
 * @deprecated The feature is generally available and no longer needs the header.
 */
export const TOKEN_EFFICIENT_TOOLS_2025_02_19 = 'token-efficient-tools-2025-02-19';

/**
 * Token-efficient tool use. A value that a gateway, CLIProxyAPI, sends with every request for
 * Claude. No official page documents it, and it is no member of the SDK's list of values.
 *
 * Stage: internal. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/api/beta-headers
 */
export const TOKEN_EFFICIENT_TOOLS_2026_03_28 = 'token-efficient-tools-2026-03-28';

/**
 * Tool use examples on Bedrock and Google Cloud. `input_examples` in a tool definition show Claude
 * what good calls look like, where a JSON schema says only what is allowed. On the Claude API the
 * field needs no header. On Amazon Bedrock and Google Cloud the documentation named this beta for
 * it until February 17, 2026, as the counterpart of `advanced-tool-use-2025-11-20`, with Claude
 * Opus 4.5 and 4.6 as the only models; since then it names no header at all.
 *
 * Stage: beta. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/define-tools
 */
export const TOOL_EXAMPLES_2025_10_29 = 'tool-examples-2025-10-29';

/**
 * Tool search on Bedrock and Google Cloud. Tool search lets Claude find tools in a large catalog
 * instead of reading all definitions at once: tools marked `defer_loading` stay out of the context
 * until a `tool_search_tool_*` server tool finds them. On the Claude API this needs no header. On
 * Amazon Bedrock and Google Cloud this is the name of the beta that enables it; the Claude API's
 * own name was `advanced-tool-use-2025-11-20`, which Bedrock does not accept.
 *
 * Stage: beta. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/tool-search-tool
 */
export const TOOL_SEARCH_TOOL_2025_10_19 = 'tool-search-tool-2025-10-19';

/**
 * Tool use (first betas). The first public beta of tool use, of April 2024. Six weeks later
 * `tools-2024-05-16` took its place, and since May 30, 2024 neither is needed.
 *
 * Stage: graduated. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview
 * @deprecated The feature is generally available and no longer needs the header.
 */
export const TOOLS_2024_04_04 = 'tools-2024-04-04';

/**
 * Tool use (first betas). The second beta of tool use, which added streaming, `tool_choice` and
 * images in tool results. Two weeks later, on May 30, 2024, tool use became generally available and
 * stopped needing a header.
 *
 * Stage: graduated. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview
 * @deprecated The feature is generally available and no longer needs the header.
 */
export const TOOLS_2024_05_16 = 'tools-2024-05-16';

/**
 * User Profiles. The first shape: `external_id` at the top level, and no `access_type`. Keep it
 * until your code reads `external_user_details`, then drop the header.
 *
 * Stage: legacy-shape. In `@anthropic-ai/sdk` since 0.90.0.
 * @see https://platform.claude.com/docs/en/api/user_profiles
 */
export const USER_PROFILES_2026_03_24 = 'user-profiles-2026-03-24';

/**
 * User Profiles. The second shape: adds `access_type` and `external_user_onboarded_at` beside
 * `external_id`. The beta namespace of the SDK appends this value to every User Profiles call, also
 * when you pass another one; use the general namespace to leave it behind.
 *
 * Stage: legacy-shape. In `@anthropic-ai/sdk` since 0.118.0.
 * @see https://platform.claude.com/docs/en/api/user_profiles
 */
export const USER_PROFILES_2026_08_18 = 'user-profiles-2026-08-18';

/**
 * User Profiles. The third shape: `external_user_details` as today, `trust_grants` where `programs`
 * is now. Keep it until your code reads `programs`, then drop the header.
 *
 * Stage: legacy-shape. In `@anthropic-ai/sdk` since 0.125.0.
 * @see https://platform.claude.com/docs/en/api/user_profiles
 */
export const USER_PROFILES_2026_09_04 = 'user-profiles-2026-09-04';

/**
 * Linked billing for user profiles. Lets the customers of your app pay for their own Claude usage:
 * `billing_policy: {type: billing_policy, bill_to: user_profile}` bills the customer behind the
 * user profile that the `anthropic-user-profile-id` header names. If the customer cannot be billed,
 * the request is refused rather than billed to you. Customers who pay through a cloud marketplace
 * cannot be billed this way, and in a batch such a request results in an error.
 *
 * Stage: beta. In `@anthropic-ai/sdk` since 1.10.0.
 * @see https://platform.claude.com/docs/en/manage-claude/oauth-apps/organization-billing-connections
 */
export const USER_PROFILES_BILLING_2026_10_01 = 'user-profiles-billing-2026-10-01';

/**
 * Web fetch tool. Lets Claude read the full content of web pages and PDFs whose addresses already
 * appear in the conversation. Declare a `web_fetch_*` entry in `tools`. It has needed no header
 * since February 17, 2026. Bedrock and Google Cloud do not offer the tool.
 *
 * Stage: graduated. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-fetch-tool
 * @deprecated The feature is generally available and no longer needs the header.
 */
export const WEB_FETCH_2025_09_10 = 'web-fetch-2025-09-10';

/**
 * Web search tool. Lets Claude search the web within a request and cite what it finds. Declare a
 * `web_search_*` entry in `tools`. On the Claude API the tool needs no header. Google Cloud offers
 * the basic `web_search_20250305` and wants this value for it, on Messages but not on token
 * counting.
 *
 * Stage: graduated. Not in the `AnthropicBeta` union of `@anthropic-ai/sdk`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-search-tool
 * @deprecated The feature is generally available and no longer needs the header.
 */
export const WEB_SEARCH_2025_03_05 = 'web-search-2025-03-05';

/**
 * Organization webhooks. Webhook endpoints that belong to the organization and report its events,
 * such as enforcement actions on user profiles, to a URL of yours. The beta gives access to their
 * management: create, change, delete, and renew the signing secret. Anthropic turns the feature on
 * for each organization; until then, and without the header, requests get a 404.
 *
 * Stage: preview. In `@anthropic-ai/sdk` since 0.137.0.
 * @see https://platform.claude.com/docs/en/api/beta/organization/webhooks
 */
export const WEBHOOKS_2026_10_07 = 'webhooks-2026-10-07';
