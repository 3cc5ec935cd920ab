import { createServer } from 'node:http';
import Anthropic from '@anthropic-ai/sdk';
import { betaMiddleware } from '@beta-headers/node';
import { betaMiddleware as coreM } from '@beta-headers/core';
const ev = (d: any) => `event: ${d.type}\ndata: ${JSON.stringify(d)}\n\n`;
const usage = { input_tokens: 1, output_tokens: 1 };
const events = [ev({ type: 'message_start', message: { id: 'm', type: 'message', role: 'assistant', model: 'x', content: [], stop_reason: null, stop_sequence: null, usage } }), ev({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }), ...Array.from({ length: 200 }, (_, i) => ev({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: `w ${i} ` } })), ev({ type: 'content_block_stop', index: 0 }), ev({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage }), ev({ type: 'message_stop' })];
const server = createServer((q, r) => { q.resume(); q.on('end', () => { r.writeHead(200, { 'content-type': 'text/event-stream' }); for (const e of events) r.write(e); r.end(); }); });
await new Promise<void>((res) => server.listen(0, '127.0.0.1', () => res()));
const o = { apiKey: 'n', baseURL: `http://127.0.0.1:${(server.address() as any).port}`, maxRetries: 0 };
const cl: any = { bare: new Anthropic(o), bare2: new Anthropic(o), noop: new Anthropic({ ...o, middleware: [(q: any, n: any) => n(q)] }), core: new Anthropic({ ...o, middleware: [coreM() as any] }), ours: new Anthropic({ ...o, middleware: [betaMiddleware() as any] }) };
const t: any = Object.fromEntries(Object.keys(cl).map((k) => [k, []]));
const names = Object.keys(cl);
for (let r = 0; r < 600; r++) for (let i = 0; i < names.length; i++) { const k = names[(i + r) % names.length]!; const s = performance.now(); await cl[k].beta.messages.stream({ model: 'claude-opus-5-5', max_tokens: 1, messages: [{ role: 'user', content: 'H' }], compaction: { type: 'summarize' } }).finalMessage(); if (r >= 100) t[k].push(performance.now() - s); }
const q = (a: number[], p: number) => a.sort((x, y) => x - y)[Math.floor(a.length * p)]!;
for (const k of names) console.log(k, q(t[k], 0.25).toFixed(3), q(t[k], 0.5).toFixed(3), q(t[k], 0.1).toFixed(3));
server.closeAllConnections(); server.close();
