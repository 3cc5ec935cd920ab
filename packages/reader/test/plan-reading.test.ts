import { describe, expect, it } from 'vitest';
import {
  classifyErrorText,
  describeNoneInIndonesian,
  findDecisionPlaces,
  planReading,
  type RequestReading,
  readText,
  redactBody,
  redactHeaders,
  redactUrl,
} from '../src/index.ts';

const BODY = {
  model: 'claude-opus-5-5',
  max_tokens: 1,
  mcp_servers: [{ type: 'url', name: 'x', url: 'https://x.example' }],
  tools: [{ type: 'mcp_toolset', mcp_server_name: 'x' }],
  messages: [],
};
const URL = 'https://api.anthropic.com/v1/messages';

function read(text: string): RequestReading {
  const reading = readText(text);
  if (reading.kind !== 'request') throw new Error(reading.kind);
  return reading;
}

describe('the plan for a reading', () => {
  it('is for the platform that the text shows, or for the one in question', () => {
    const reading = read(`curl ${URL} -d '${JSON.stringify(BODY)}'`);
    expect(planReading(reading)).toMatchObject({ from: 'host', verdict: 'works' });
    const bedrock = planReading(reading, { platform: 'bedrock' });
    expect(bedrock).toMatchObject({ from: 'option', verdict: 'refused' });
    expect(bedrock?.request.url).toBe('/v1/messages');
  });

  it('does not refuse the form of OpenAI at a gateway, which translates it', () => {
    const body = '{"model": "us.anthropic.claude-opus-5", "messages": []}';
    const address = 'http://127.0.0.1:8000/api/v1/chat/completions';
    const gateway = planReading(read(`curl ${address} -d '${body}'`));
    expect(gateway).toMatchObject({ from: 'model', verdict: 'unverified' });
    expect(gateway?.plan.decisions).not.toContainEqual(
      expect.objectContaining({ action: 'refused' }),
    );
    expect(gateway?.request.url).toBe(address);
    const host = 'https://bedrock-runtime.us-east-1.amazonaws.com/v1/chat/completions';
    expect(planReading(read(`curl ${host} -d '${body}'`))?.verdict).not.toBe('works');
  });

  it('is unverified if the text does not have what may use a feature', () => {
    expect(planReading(read(`curl ${URL} -d @body.json`))?.verdict).toBe('unverified');
    const openai = read(
      '{"model":"anthropic/claude-opus-5","max_completion_tokens":1,"messages":[{"role":"user","content":"x"}]}',
    );
    expect(planReading(openai, { platform: 'claude-api' })?.verdict).toBe('unverified');
  });

  it('is for Converse alone if the body has its form', () => {
    const converse = read(
      '{"modelId":"anthropic.claude-opus-5-5","messages":[{"role":"user","content":[{"text":"x"}]}],"inferenceConfig":{}}',
    );
    expect(planReading(converse)?.plan.platform).toBe('bedrock-converse');
    expect(planReading(converse, { platform: 'vertex' })).toBeUndefined();
  });

  it('has decisions whose places are in the text', () => {
    const text = JSON.stringify(BODY);
    const reading = read(text);
    const [decision] = planReading(reading, { platform: 'claude-api' })?.plan.decisions ?? [];
    const [place] = decision ? findDecisionPlaces(decision, reading) : [];
    expect(text.slice(place?.start, place?.end)).toBe('"type":"mcp_toolset"');
  });
});

describe('an error in a text', () => {
  it('is classified with its platform, and hides keys', () => {
    const key = 'sk-ant-api03-0123456789abcdefghij';
    const error = {
      text: 'invalid beta flag',
      platform: { guess: 'bedrock', from: 'id' },
    } as const;
    const info = classifyErrorText(error, { sent: [key, 'files-api-2025-04-14'] });
    expect(info).toMatchObject({ platform: 'bedrock', kind: 'unsupported-unnamed' });
    expect(info?.suspects).toEqual(['(33 characters)', 'files-api-2025-04-14']);
  });
});

describe('a text that is none of these', () => {
  it('is described in Indonesian', () => {
    const reading = readText('{"a":1,}');
    if (reading.kind !== 'none') throw new Error(reading.kind);
    expect(describeNoneInIndonesian(reading)).toEqual([
      'JSON-nya rusak di baris 1, kolom 7: ada koma sebelum kurung tutup.',
      'Hapus komanya.',
    ]);
  });
});

describe('redaction', () => {
  it('hides credentials by the names of headers, fields and parameters', () => {
    expect(
      redactHeaders([
        ['Cookie', 'a=b'],
        ['anthropic-beta', 'x'],
      ]),
    ).toEqual([
      ['Cookie', '[hidden]'],
      ['anthropic-beta', 'x'],
    ]);
    const body = { max_tokens: 1, servers: [{ authorization_token: 's', name: 'x' }] };
    expect(redactBody(body)).toEqual({
      max_tokens: 1,
      servers: [{ authorization_token: '[hidden]', name: 'x' }],
    });
    expect(redactUrl('https://u:p@x.example/v1?api_key=s&beta=true')).toBe(
      'https://[hidden]@x.example/v1?api_key=[hidden]&beta=true',
    );
  });
});
