import { AI_SDK_REQUESTS } from './src/ai-sdk.ts';
import { LANGCHAIN_REQUESTS } from './src/langchain.ts';
import { compare } from './src/peer.ts';
for (const [n, l] of [['ai', AI_SDK_REQUESTS], ['lc', LANGCHAIN_REQUESTS]] as const)
  for (const r of l) { try { const { theirs, ours } = await compare(r); console.log(n, r.feature, '| theirs', theirs.found, 'missed', theirs.missed, 'needless', theirs.needless, '| ours', ours.found, ours.missed, ours.needless); } catch (e) { console.log(n, r.feature, String(e), String((e as Error).cause).slice(0,300)); } }
