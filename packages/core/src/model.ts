/** After a model's id may stand: a date, a version, `latest`, or what a platform appends. Else it is another model. */
const SUFFIX = /^(?:$|[@:]|-v\d|-\d{8}|-latest)/;

/**
 * Whether a model name, as any platform writes it, is one of these ids:
 * `us.anthropic.claude-opus-4-8-20260101-v1:0` is `claude-opus-4-8`; `claude-opus-5-5` is not `claude-opus-5`.
 */
export function isModel(model: string | undefined, ids: readonly string[]): boolean {
  if (model === undefined) return false;
  return ids.some((id) => {
    const at = model.indexOf(id);
    return at >= 0 && (at === 0 || /[./:]/.test(model[at - 1] as string)) && SUFFIX.test(model.slice(at + id.length));
  });
}
