/** Queries that readers typed, with the pages that answer them. One of these must be near the top. */
import type { Locale } from '../src/lib/site.ts';

/** A query, and the paths of pages that answer it. */
export type ExpectedQuery = readonly [query: string, ...paths: string[]];

const TOOL_SEARCH = '/features/tool-search-tool/';
const FLAG = ['/guides/invalid-beta-flag/', '/errors/#invalid-flag'] as const;
const STARTS = ['/guides/quick-start-node/', '/guides/quick-start-deno/'] as const;
const SEVERAL = ['/concepts/several-betas/', '/errors/#unexpected-values'] as const;
const CLAUDE_CODE = ['/claude-code/', '/guides/claude-code/'] as const;

export const QUERIES: Readonly<Record<Locale, readonly ExpectedQuery[]>> = {
  en: [
    // Those of the review.
    ['mcp_servers', '/features/mcp-client/'],
    ['tool serch', TOOL_SEARCH],
    ['code exection', '/features/code-execution/'],
    ['claude-sonnet-4-5', '/models/claude-sonnet-4-5/'],
    ['count_tokens', '/features/token-counting/'],
    ['container_upload', '/features/files-api/'],
    ['anthropic-beta multiple', ...SEVERAL],
    ['what is beta header', '/concepts/beta-headers/'],
    ['header or body bedrock', '/platforms/bedrock/', '/guides/quick-start-bedrock/'],
    ['gateway', '/guides/gateway/'],
    ['litellm', '/guides/gateway-tables/'],
    ['CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS', ...CLAUDE_CODE],
    ['1m context', '/features/context-1m/'],
    ['cache ttl 1 hour', '/features/extended-cache-ttl/'],
    ['invalid beta flag', ...FLAG],
    ['Extra inputs are not permitted', '/errors/#extra-field'],
    ['unexpected value', '/errors/#unexpected-value'],
    ['defer_loading bedrock', TOOL_SEARCH],
    ['npm install', ...STARTS],
    ['boto3', '/guides/aws-sdk/'],
    ['files api python', '/features/files-api/'],
    ['files', '/features/files-api/'],
    ['files code execution', '/features/files-api/', '/features/code-execution/'],
    ['serch', '/features/web-search/', TOOL_SEARCH],
    ['2026-11', '/changes/2026-11/'],
    ['mcp-client-2025-11-20', '/betas/mcp-client-2025-11-20/'],
    // Others.
    ['getting started', ...STARTS],
    ['python', '/guides/python/'],
    ['eslint', '/guides/scan/'],
    ['interleaved thinking', '/features/interleaved-thinking/'],
    ['fine grained streaming', '/features/fine-grained-tool-streaming/'],
    ['pdf', '/features/pdfs/'],
    ['changelog', '/changes/'],
    ['what changed in november 2026', '/changes/2026-11/'],
    ['computer-use-2025-01-24', '/betas/computer-use-2025-01-24/'],
    ['structured outpts', '/features/structured-outputs/'],
    ['vercel ai sdk', '/guides/ai-sdk/'],
    ['prompt cachng', '/features/prompt-caching/'],
    ['web_fetch_20250910', '/features/web-fetch/'],
    ['/v1/skills', '/features/skills/'],
    ['speed fast', '/features/fast-mode/'],
    ['mcp server for agents', '/guides/mcp/'],
    ['cloudflare worker', '/guides/cloudflare-workers/'],
    ['fallbacks', '/features/server-side-fallback/'],
  ],
  id: [
    ['konteks 1 juta', '/features/context-1m/'],
    ['cache ttl 1 jam', '/features/extended-cache-ttl/'],
    ['berkas', '/features/files-api/'],
    ['pasang', ...STARTS],
    ['beberapa header beta', ...SEVERAL],
    ['header apa untuk pencarian alat', TOOL_SEARCH],
    ['cara mulai', ...STARTS],
    ['tool serch', TOOL_SEARCH],
    ['code exection', '/features/code-execution/'],
    ['invalid beta flag', ...FLAG],
    // Others.
    ['apa itu header beta', '/concepts/beta-headers/'],
    ['unggah file', '/features/files-api/'],
    ['galat invalid beta flag', ...FLAG],
    ['eksekusi kode', '/features/code-execution/'],
    ['konektor mcp', '/features/mcp-client/'],
    ['apa yang berubah', '/changes/'],
    ['claude code di vertex', ...CLAUDE_CODE],
    ['cari beta lama', '/guides/scan/'],
    ['penghitungan token', '/features/token-counting/'],
    ['mode cepat', '/features/fast-mode/'],
    ['penggunaan komputer', '/features/computer-use/'],
    ['konteks panjang', '/features/context-1m/'],
    ['kompaksi', '/features/compact/'],
    ['batch pesan', '/features/message-batches/'],
    ['keluaran terstruktur', '/features/structured-outputs/'],
  ],
};
