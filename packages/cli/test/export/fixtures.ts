/** Catalogs and readers for the tests of the tables. */
import { type Catalog, type CatalogAcceptance, catalog } from '@beta-headers/manifest/data';

/** The answers that the cited evidence gives, read by hand; see each comment for the source. */
export const EVIDENCE: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  bedrock: {
    // ai-gateway-pull-2512: live probes of August 11, 2026.
    'computer-use-2025-01-24': 'computer-use-2025-01-24',
    'mcp-client-2025-11-20': 'mcp-client-2025-11-20',
    'files-api-2025-04-14': null,
    'thinking-token-count-2026-05-13': null,
    // aws-claude-messages-compaction: supported with InvokeModel.
    'compact-2026-01-12': 'compact-2026-01-12',
    // cliproxyapi-issue-4750: 400 invalid beta flag.
    'prompt-caching-scope-2026-01-05': null,
    // ai-bedrock-anthropic-provider: strips it and adds the value of the tool search tool.
    'advanced-tool-use-2025-11-20': 'tool-search-tool-2025-10-19',
  },
  vertex: {
    // docs-compaction-threshold-md: Google Cloud, beta.
    'compact-2026-01-12': 'compact-2026-01-12',
    // ax-pull-457: 400 without the header, and works with it.
    'web-search-2025-03-05': 'web-search-2025-03-05',
    // claude-code-issue-21625, sub2api-pull-3375: 400, Unexpected value(s).
    'prompt-caching-scope-2026-01-05': null,
    'thinking-token-count-2026-05-13': null,
    // litellm-beta-headers: replaced.
    'advanced-tool-use-2025-11-20': 'tool-search-tool-2025-10-19',
  },
  foundry: {
    // docs-de-implement-tool-use: the header for the Claude API and Microsoft Foundry.
    'advanced-tool-use-2025-11-20': 'advanced-tool-use-2025-11-20',
    'tool-search-tool-2025-10-19': 'advanced-tool-use-2025-11-20',
    // litellm-beta-headers: passed on under the same name, and null.
    'files-api-2025-04-14': 'files-api-2025-04-14',
    'fine-grained-tool-streaming-2025-05-14': null,
  },
};

/** Values about whose acceptance no source says anything. */
export const WITHOUT_EVIDENCE: Readonly<Record<string, readonly string[]>> = {
  bedrock: ['afk-mode-2026-01-31', 'tools-2024-04-04', 'managed-agents-2026-04-01'],
  vertex: ['fast-mode-2026-02-01', 'mcp-client-2025-11-20', 'claude-code-20250219'],
  foundry: ['oauth-2025-04-20', 'redact-thinking-2026-02-12', 'prompt-caching-2024-07-31'],
};

/** A claim without evidence, for made-up answers. */
export type Claim = Omit<CatalogAcceptance, 'evidence'>;

/** Returns the Catalog with other answers of Bedrock to some betas. */
export function changeBedrock(changes: Readonly<Record<string, readonly Claim[]>>): Catalog {
  return {
    ...catalog,
    betas: catalog.betas.map((beta) => {
      const claims = changes[beta.id];
      if (!claims) return beta;
      const bedrock = claims.map((claim) => ({ ...claim, evidence: [] }));
      return { ...beta, acceptance: { ...beta.acceptance, bedrock } };
    }),
  };
}

/** Reads the first claim without a condition: an answer independent of the code under test. */
export function readStatus(id: string, platform: string): string {
  const beta = catalog.betas.find((candidate) => candidate.id === id);
  const claim = beta?.acceptance[platform]?.find(({ models, endpoint }) => !models && !endpoint);
  return claim?.status ?? 'unknown';
}
