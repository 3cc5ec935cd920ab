import { it } from 'vitest';
import { PLATFORMS } from '@beta-headers/core';
import { catalog } from '../src/lib/catalog.ts';
import { listSamples } from '../src/lib/samples.ts';
it('x', () => {
  const out: string[] = [];
  for (const b of catalog.betas) {
    const row = PLATFORMS.map((p) => { const s = listSamples(b, p); return `${p}:${s.map((x) => `${x.disputed ? "D" : ""}${x.before ? 'B' : ''}N[${x.now.betas}]`).join('|')}`; });
    out.push(`${b.id} (${b.stage})  ${row.join('  ')}`);
  }
  console.log(out.join('\n'));
  console.log('NONE', catalog.features.filter((f) => listSamples(f, 'claude-api').length === 0).map((f) => f.name).join(' '));
});
