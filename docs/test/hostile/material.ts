/**
 * The hostile material: fragments, texts of a catalogue, and secrets. It was written independently
 * of the code, so if a test fails with it, the code is fixed and not the material.
 */
import { readFileSync } from 'node:fs';

/** Reads a file. Bundlers refuse half a character, which some of the texts have. */
const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8'));
const material = read('fragments');

interface Fragment {
  readonly name: string;
  readonly payload: string;
  /** The payload is repeated that often. */
  readonly repeat?: number;
  /** The payload is put into an address as it is, without percent-encoding. */
  readonly raw?: boolean;
}
export interface Payload {
  readonly name: string;
  readonly text: string;
  readonly raw: boolean;
}

/** Texts for the fragment of an address. */
export const PAYLOADS: readonly Payload[] = (material.fragments as readonly Fragment[]).map(
  ({ name, payload, repeat = 1, raw = false }) => ({ name, text: payload.repeat(repeat), raw }),
);

/** Parameters that an attacker would guess, and those that the checker has. */
export const PARAMETERS: readonly string[] = [
  ...material.parameters,
  'betas',
  'error',
  'gaps',
  'on',
];

/** Texts for the fields of a catalogue. */
export const TEXTS: readonly {
  readonly name: string;
  readonly fields: readonly string[];
  readonly text: string;
}[] = read('catalogue').texts;

/** Pastes with secrets and a prompt. */
export const PASTES: readonly {
  readonly name: string;
  readonly secrets: readonly string[];
  readonly marker: string;
  readonly paste: string;
}[] = read('secrets').secrets;

/** Every secret and every prompt has one of these words, so that a part of one is found as well. */
const PRIVATE = /planted|private-prompt|heron/i;
const ENCODED = /[\w+/-]{12,}/g;

/** Finds what is private in a text, as it is, percent-encoded or in base64. */
export function findPrivate(text: string, secrets: readonly string[] = []): string | undefined {
  const forms = [text, decode(text.replaceAll('+', ' '))];
  for (const form of forms) {
    const found = PRIVATE.exec(form)?.[0] ?? secrets.find((secret) => form.includes(secret));
    if (found !== undefined) return found;
  }
  for (const [run] of text.matchAll(ENCODED)) {
    const plain = Buffer.from(run, 'base64').toString('latin1');
    const found = PRIVATE.exec(plain)?.[0];
    if (found !== undefined) return `${run} = ${plain}`;
  }
  return undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
