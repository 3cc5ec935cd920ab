/** Guesses the platform of a list of betas from the settings or the code around it. */
import type { Platform } from '@beta-headers/core';
import type { PlatformGuess } from '../types.ts';

/** A variable of Claude Code with its value, also as `name` and `value` of Kubernetes. */
const SETTING =
  /\bCLAUDE_CODE_USE_(BEDROCK|VERTEX|FOUNDRY|MANTLE)\b["']?(?:\s{0,4}[:=\s]|(?:,\s{0,40}|\s{1,40})["']?value["']?\s{0,4}[:=])\s{0,4}["']?(?:1|true)/;
const SETTINGS: Readonly<Record<string, Platform>> = {
  BEDROCK: 'bedrock',
  VERTEX: 'vertex',
  FOUNDRY: 'foundry',
  MANTLE: 'bedrock-mantle',
};
/** The class of Strands, and that of Pydantic AI, for Bedrock. Both call Converse. */
const CONVERSE_CLASS = /\b(?:BedrockModel|BedrockConverseModel)\(/;

/** Forms of model names that only one platform has. */
const MODELS: readonly (readonly [RegExp, Platform])[] = [
  [/^bedrock\/converse\//, 'bedrock-converse'],
  [/^(?:bedrock\/|arn:aws[\w-]*:bedrock:|(?:[a-z-]+\.)?anthropic\.claude)/, 'bedrock'],
  [/^vertex_ai\/|^claude-[\w.-]+@(?:\d{8}|default)$/, 'vertex'],
  [/^azure_ai\//, 'foundry'],
];
/** The name of a model, but not the alias that LiteLLM gives it. */
const MODEL_WORD =
  /(?<!model_name["']?:\s{0,4}["']?)(?<![\w./:@-])[\w./:@-]{0,200}claude-[\w.:@-]{1,100}/g;
/** The length up to which the names of models are looked for. */
const LOOKED_AT = 100_000;

/** Guesses the platform from the name of a model. */
export const guessFromModel = (model: string): Platform | undefined =>
  MODELS.find(([form]) => form.test(model.slice(0, 200)))?.[1];

/** Guesses the platform from settings, from a class, or from the models that the text names. */
export function guessFromSettings(text: string): PlatformGuess | undefined {
  const guess = SETTINGS[SETTING.exec(text)?.[1] ?? ''];
  if (guess) return { guess, from: 'client' };
  if (CONVERSE_CLASS.test(text)) return { guess: 'bedrock-converse', from: 'client' };
  return guessFromModels(text);
}

/** Guesses the platform from the models that a text names, unless they are on several. */
export function guessFromModels(text: string): PlatformGuess | undefined {
  const models = text.slice(0, LOOKED_AT).match(MODEL_WORD) ?? [];
  const platforms = new Set(models.map(guessFromModel));
  const [only] = platforms;
  return only && platforms.size === 1 ? { guess: only, from: 'model' } : undefined;
}
