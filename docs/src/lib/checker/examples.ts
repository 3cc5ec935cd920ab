/** Texts that the box offers to try, one of each kind that readers come with. */
import { SAMPLE_MODEL } from '../site.ts';

export const CHECK_EXAMPLES = {
  list:
    'anthropic-beta: claude-code-20250219,interleaved-thinking-2025-05-14,' +
    'advanced-tool-use-2025-11-20,context-management-2025-06-27',
  error:
    'botocore.errorfactory.ValidationException: An error occurred (ValidationException) when ' +
    'calling the InvokeModel operation: invalid beta flag',
  request: `curl https://api.anthropic.com/v1/messages \\
  -H 'anthropic-beta: files-api-2025-04-14' \\
  -d '{
    "model": "${SAMPLE_MODEL}",
    "max_tokens": 1024,
    "mcp_servers": [{"type": "url", "name": "docs", "url": "https://example.com/mcp"}],
    "tools": [{"type": "mcp_toolset", "mcp_server_name": "docs"}],
    "messages": [{"role": "user", "content": "Hello, Claude"}]
  }'`,
} as const;
