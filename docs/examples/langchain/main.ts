/** Uses the MCP connector with LangChain. `betaFetch` adds the beta header that it needs. */
import { betaFetch } from '@beta-headers/node';
import { ChatAnthropic } from '@langchain/anthropic';

const model = new ChatAnthropic({
  model: 'claude-opus-5-5',
  maxTokens: 1024,
  clientOptions: {
    fetch: betaFetch({ onPlan: ({ plan }) => console.log(`anthropic-beta: ${plan.header}`) }),
  },
});

const answer = await model.invoke('What changed in the last release?', {
  mcp_servers: [{ type: 'url', name: 'docs', url: 'https://mcp.example.com' }],
  tools: [{ type: 'mcp_toolset', mcp_server_name: 'docs' }],
});

console.log(answer.text);
