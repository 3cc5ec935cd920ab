import { plan } from '@beta-headers/core';
const parsed = JSON.parse(JSON.stringify({ model: 'claude-opus-5-5', max_tokens: 1, messages: [{ role: 'user', content: 'H' }], compaction: { type: 'summarize' }, stream: true }));
const time = (name: string, f: () => unknown, n = 20000) => { for (let i = 0; i < 4000; i++) f(); const s = performance.now(); for (let i = 0; i < n; i++) f(); console.log(name, (1000 * (performance.now() - s) / n).toFixed(2), 'µs'); };
for (let k = 0; k < 2; k++) {
time('plan path POST', () => plan({ method: 'POST', path: '/v1/messages', body: parsed }));
time('plan path post', () => plan({ method: 'post', path: '/v1/messages', body: parsed }));
time('plan url POST', () => plan({ method: 'POST', path: 'http://127.0.0.1:9999/v1/messages', body: parsed }));
time('plan url? POST', () => plan({ method: 'POST', path: 'http://127.0.0.1:9999/v1/messages?beta=true', body: parsed }));
}
