/** The answers to "Do you need it?", compared with a reading of data.json of its own. */
import { readFileSync } from 'node:fs';
import type { Platform } from '@beta-headers/core';
import type { Catalog, CatalogBeta } from '@beta-headers/manifest';
import { describe, expect, it } from 'vitest';
import { catalog, getBeta, getFeature } from '../src/lib/catalog.ts';
import { answerNeed } from '../src/lib/need/answer.ts';
import { addNeed } from '../src/lib/need/markdown.ts';
import type { PlatformAnswer } from '../src/lib/need/placement.ts';
import {
  describeLimit,
  explainNeed,
  writePlacement,
  writeVerdictSentence,
} from '../src/lib/need/text.ts';
import { listWritings } from '../src/lib/need/write.ts';
import { listSamples } from '../src/lib/samples.ts';

const file = new URL('../../packages/manifest/data.json', import.meta.url);
const data = JSON.parse(readFileSync(file, 'utf8')) as Catalog;

const claims = (name: string, platform: string) =>
  data.features.find((feature) => feature.name === name)?.availability[platform] ?? [];
const accepts = (id: string, platform: string): boolean =>
  (data.betas.find((beta) => beta.id === id)?.acceptance[platform] ?? []).some(
    ({ status }) => status === 'accepted' || status === 'ignored',
  );
/** The rules that apply on a platform. */
const rules = ({ requires }: CatalogBeta, platform: string) =>
  requires.filter((rule) => !rule.platform || rule.platform.includes(platform));
const isCurrent = ({ stage }: CatalogBeta): boolean => stage === 'beta' || stage === 'preview';
/** Reports whether a value of the same feature has become unnecessary. */
const isFreed = ({ feature }: CatalogBeta): boolean =>
  data.betas.some(
    (one) => one.feature === feature && (one.stage === 'graduated' || one.stage === 'legacy-shape'),
  );

/** Every answer for every beta, with what data.json says of the two. */
const answers = data.betas.flatMap((beta) =>
  answerNeed(catalog, beta).platforms.map((answer) => ({
    name: `${beta.id} on ${answer.platform}`,
    beta,
    answer,
    available: claims(beta.feature, answer.platform).some(({ status }) => status === 'available'),
    rules: rules(beta, answer.platform),
  })),
);
const select = (...kinds: PlatformAnswer['answer'][]) =>
  answers.filter(({ answer }) => kinds.includes(answer.answer));

describe('the answer for a platform', () => {
  it('exists for every beta on every platform', () => {
    expect(answers).toHaveLength(data.betas.length * data.platforms.length);
    for (const { answer, name } of answers) {
      const platform = data.platforms.find(({ id }) => id === answer.platform);
      expect(answer.wire, name).toBe(platform?.wire);
    }
  });

  it('says to send only where the feature exists, something needs it, and it is taken', () => {
    for (const { name, beta, answer, available, rules: own } of select('send')) {
      expect(available, name).toBe(true);
      expect(accepts(beta.id, answer.platform), name).toBe(true);
      expect(answer.send, name).toEqual([{ value: beta.id }]);
      // An ended value is sent where a platform still takes it for the models it was made for.
      const only = data.features.find((feature) => feature.name === beta.feature)?.models?.only;
      const isBound = beta.stage === 'retired' && only !== undefined;
      const isClients = beta.stage === 'internal' && own.length > 0;
      const isNeeded = isCurrent(beta) || own.some(({ platform }) => platform) || isClients;
      expect(isNeeded || isBound, name).toBe(true);
      if (isBound) expect(answer.models, name).toEqual(only);
    }
  });

  it('names another value only where that one is taken', () => {
    for (const { name, beta, answer } of select('instead')) {
      expect(answer.send.length, name).toBeGreaterThan(0);
      for (const { value } of answer.send) {
        expect(value, name).not.toBe(beta.id);
        expect(accepts(value, answer.platform), `${name}: ${value}`).toBe(true);
      }
    }
  });

  it('says that no header is needed only where the feature exists and no rule needs it', () => {
    for (const { name, beta, available, rules: own } of select('no-header')) {
      expect(available, name).toBe(true);
      expect(isCurrent(beta) ? own : own.filter(({ platform }) => platform), name).toEqual([]);
    }
  });

  it('says so only where data.json shows that the feature works without the value', () => {
    for (const { name, beta } of select('no-header')) {
      const isMarker = beta.stage === 'internal' && beta.requires.length === 0;
      expect(isCurrent(beta) || isMarker || isFreed(beta), name).toBe(true);
    }
  });

  it('names the only model with which an ended value is still of use', () => {
    const [bedrock] = select('send').filter(({ name }) => name.startsWith('output-128k'));
    expect(bedrock?.name).toBe('output-128k-2025-02-19 on bedrock');
    const { models } = data.features.find(({ name }) => name === 'output-128k') ?? {};
    expect(bedrock?.answer.models).toEqual(models?.only);
    expect(describeLimit(bedrock?.answer as PlatformAnswer, 'en')).toBe(
      'only with Claude Sonnet 3.7',
    );
    const beta = getBeta('output-128k-2025-02-19');
    expect(explainNeed(answerNeed(catalog, beta), beta, 'en')).toEqual([
      'Amazon Bedrock (InvokeModel) (only with Claude Sonnet 3.7): still needed.',
    ]);
  });

  it('says that a feature is absent only where no claim says that it is available', () => {
    for (const { name, beta, answer } of select('unavailable')) {
      const all = claims(beta.feature, answer.platform);
      expect(all.at(-1)?.status, name).toBe('unavailable');
      expect(
        all.filter((one) => one.status === 'available' && !one.shape),
        name,
      ).toEqual([]);
    }
  });

  it('says that a value is refused only where it is', () => {
    for (const { name, beta, answer } of select('refused'))
      expect(
        beta.acceptance[answer.platform]?.map(({ status }) => status),
        name,
      ).toEqual(['rejected']);
    for (const { name, beta, answer } of answers.filter((one) => one.answer.rejects))
      expect(accepts(beta.id, answer.platform), name).toBe(false);
  });

  it('never hides that nobody knows', () => {
    for (const { name, beta, answer, available } of answers) {
      const isKnown = available && (isFreed(beta) || accepts(beta.id, answer.platform));
      if (answer.answer === 'unknown') expect(isKnown, name).toBe(false);
      const all = claims(beta.feature, answer.platform);
      if (all.every(({ status }) => status === 'unknown'))
        expect(['unknown', 'leave-out', 'refused', 'instead'], name).toContain(answer.answer);
    }
  });
});

describe('the verdict', () => {
  it.each(data.betas.map((beta) => [beta.id, beta] as const))('of %s fits its stage', (_, beta) => {
    const { kind, since, platforms } = answerNeed(catalog, beta);
    const sent = platforms.filter(({ answer }) => answer === 'send');
    const home = platforms.find(({ platform }) => platform === 'claude-api')?.answer;
    const event = beta.stage === 'retired' ? beta.retired : beta.graduated;
    expect(since).toBe(isCurrent(beta) ? undefined : event?.date);
    if (beta.stage === 'internal') expect(kind).toBe('client');
    else if (beta.stage === 'superseded') expect(kind).toBe('superseded');
    else if (beta.stage === 'retired') expect(kind).toBe('no');
    else if (!isCurrent(beta)) expect(kind).toBe(sent.length > 0 ? 'depends' : 'no');
    else if (kind === 'yes') expect(home).toBe('send');
    else if (kind === 'unknown') expect(sent).toEqual([]);
    else expect(kind).toBe('depends');
  });

  it.each(data.features.map((feature) => [feature.name, feature] as const))(
    'of the feature %s names values that are taken where it says',
    (_, feature) => {
      for (const { platform, answer, send } of answerNeed(catalog, feature).platforms) {
        if (answer !== 'send') continue;
        expect(send.length).toBeGreaterThan(0);
        for (const { value } of send) expect(accepts(value, platform), platform).toBe(true);
      }
    },
  );

  it.each([
    ['files-api-2025-04-14', 'No, since 19 August 2026.', 'Tidak, sejak 19 Agustus 2026.'],
    ['mcp-client-2025-11-20', 'Yes.', 'Ya.'],
    [
      'webhooks-2026-10-07',
      'Yes, if your organization has been given access.',
      'Ya, jika organisasi Anda sudah diberi akses.',
    ],
    ['tool-search-tool-2025-10-19', 'Depends on the platform.', 'Tergantung platformnya.'],
    [
      'mcp-client-2025-04-04',
      'Not any more: it was superseded by `mcp-client-2025-11-20`.',
      'Tidak lagi: sudah digantikan oleh `mcp-client-2025-11-20`.',
    ],
    [
      'output-128k-2025-02-19',
      'No: it was retired on 19 February 2026.',
      'Tidak: sudah dihentikan pada 19 Februari 2026.',
    ],
    [
      'claude-code-20250219',
      'No: official clients send it themselves.',
      'Tidak: klien resmi mengirimnya sendiri.',
    ],
    ['memory-2025-08-18', 'Nobody knows.', 'Belum ada yang tahu.'],
  ])('of %s is one sentence in both languages', (id, en, indonesian) => {
    const need = answerNeed(catalog, getBeta(id));
    expect(writeVerdictSentence(need, 'en')).toBe(en);
    expect(writeVerdictSentence(need, 'id')).toBe(indonesian);
  });

  it('of a graduated beta names the platform that still needs it', () => {
    const beta = getBeta('web-search-2025-03-05');
    const need = answerNeed(catalog, beta);
    expect(need.kind).toBe('depends');
    expect(explainNeed(need, beta, 'en').join(' ')).toContain('Google Cloud (Vertex AI)');
  });

  it('of a feature names the forms that need no header', () => {
    const feature = getFeature('computer-use');
    const need = answerNeed(catalog, feature);
    expect(need.kind).toBe('form');
    expect(explainNeed(need, feature, 'en').join(' ')).toContain('computer_toolset_20260801');
  });
});

describe('the samples', () => {
  it('send what the answer says, as the engine sees it', () => {
    let compared = 0;
    for (const { name, beta, answer } of answers) {
      const values = answer.send.map(({ value }) => value);
      for (const { now } of listSamples(beta, answer.platform as Platform)) {
        if (answer.answer === 'no-header' || answer.answer === 'unavailable')
          expect(now.betas, name).not.toContain(beta.id);
        // A value that some models alone need is not in the sample of another model.
        else if (values.length > 0 && answer.models.length === 0)
          expect(
            values.some((value) => now.betas.includes(value)),
            name,
          ).toBe(true);
        else continue;
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(250);
  });
});

describe('what is written', () => {
  const list = (id: string): string[] =>
    listWritings(answerNeed(catalog, getBeta(id)), getBeta(id)).map(
      ({ answer }) => answer.platform,
    );

  it('begins with the platforms that need the value', () => {
    expect(list('tool-search-tool-2025-10-19').slice(0, 4)).toEqual([
      'bedrock',
      'bedrock-mantle',
      'vertex',
      'claude-api',
    ]);
    expect(list('mcp-client-2025-11-20')[0]).toBe('claude-api');
  });

  it('is nothing for a marker of official clients', () => {
    expect(list('claude-code-20250219')).toEqual([]);
  });
});

describe('the place of a value', () => {
  const find = (id: string, platform: string): PlatformAnswer =>
    answerNeed(catalog, getBeta(id)).platforms.find(
      (one) => one.platform === platform,
    ) as PlatformAnswer;

  it('is the header, the body or the further fields of Converse', () => {
    expect(writePlacement(find('tool-search-tool-2025-10-19', 'bedrock'))).toBe(
      '"anthropic_beta": ["tool-search-tool-2025-10-19"]',
    );
    expect(writePlacement(find('tool-search-tool-2025-10-19', 'vertex'))).toBe(
      'anthropic-beta: tool-search-tool-2025-10-19',
    );
    expect(writePlacement(find('computer-use-2025-01-24', 'bedrock-converse'))).toContain(
      '"additionalModelRequestFields": { "anthropic_beta": [',
    );
  });
});

describe('the Markdown of a page', () => {
  const page = '<!-- x -->\n\n# tool-search\n\nText.\n\n## Rules\n\nMore.\n';

  it('begins with the answer, and has the place of the value on each platform', () => {
    const text = addNeed(page, getBeta('tool-search-tool-2025-10-19'), 'en');
    expect(text).toMatch(/^<!-- x -->\n\n# tool-search\n\n\*\*Do you need it\?\*\* Depends on/);
    expect(text).toContain(
      '| Amazon Bedrock (InvokeModel) | Send it (some models; sources disagree) | ' +
        'Body: `"anthropic_beta": ["tool-search-tool-2025-10-19"]` |',
    );
    expect(text.indexOf('Text.')).toBeLessThan(text.indexOf('## Rules'));
    expect(text.endsWith('## Rules\n\nMore.\n')).toBe(true);
  });

  it('must have a title', () => {
    expect(() => addNeed('Text.', getFeature('mcp-client'), 'id')).toThrow(
      'The Markdown of mcp-client has no title.',
    );
  });
});
