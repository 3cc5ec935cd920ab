/** Takes keys and tokens out of a body, so that no code contains them. */
import { isFields, type Value, Variable } from './literal.ts';

const SECRET_NAME =
  /(?:^|[_-])(?:token|secret|password|passwd|pwd|api_?key|access_?key|private_?key|key|authorization|credentials?|cookie|signature)$/i;
const SECRET_TEXT =
  /\bsk-[\w-]{8}|\bBearer [\w.~+/-]{8}|\bBasic [A-Za-z0-9+/]{8}|\b(?:AKIA|ASIA)[A-Z0-9]{12}|\bgh[pousr]_\w{16}|\bxox[abprs]-|\beyJ[\w-]{8,}\.eyJ|\bya29\.|-----BEGIN [A-Z ]*PRIVATE KEY|:\/\/[^/?#\s@]{1,200}:[^/?#\s@]{1,200}@/;

/** Tests if the value of a field with this name is a key or a token. */
export const isSecretName = (name: string): boolean =>
  SECRET_NAME.test(name.replaceAll(/([a-z])([A-Z])/g, '$1_$2'));

/** Replaces each secret text by an environment variable that is called after its field. */
export function hideSecrets(value: unknown): Value {
  const names = new Map<string, string>();
  const nameVariable = (field: string, text: string): Variable => {
    const base = field.replaceAll(/([a-z])([A-Z])/g, '$1_$2').replaceAll(/\W+/g, '_');
    const upper = base.toUpperCase();
    // Names that begin like this are variables of the clients, which hold other keys.
    const isTaken = /^(?:ANTHROPIC|AWS|AZURE|CLAUDE|CLOUD|GOOGLE)_|^\d|^$/.test(upper);
    const name = isTaken ? `BODY_${upper}` : upper;
    for (let i = 1; ; i++) {
      const candidate = i > 1 ? `${name}_${i}` : name;
      const used = names.get(candidate);
      if (used === undefined) names.set(candidate, text);
      if (used === undefined || used === text) return new Variable(candidate);
    }
  };
  const hide = (one: unknown, field: string): Value => {
    if (typeof one === 'string')
      return (isSecretName(field) && one !== '') || hasSecret(one) ? nameVariable(field, one) : one;
    if (Array.isArray(one)) return one.map((item) => hide(item, field));
    if (!isFields(one)) return one as Value;
    // Entries, because an assignment would not create a field called __proto__.
    return Object.fromEntries(
      Object.entries(one)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => [key, hide(item, key)]),
    );
  };
  return hide(value, 'secret');
}

/** Tests if a text contains what looks like a key, or an address with a key in its query. */
function hasSecret(text: string): boolean {
  if (SECRET_TEXT.test(text)) return true;
  return [...text.matchAll(/[?&]([\w-]{1,64})=[^&\s]/g)].some(([, name = '']) =>
    isSecretName(name),
  );
}
