/** After a model's id may stand: a date, a version, `latest`, `-0`, or what a platform or a gateway appends. Anything else makes it another model. */
const NAME = /(?:^|[./:])(claude-.*?)(?:-v\d.*|-\d{8}.*|-latest.*|-0|[@:[].*)?$/;

/**
 * Whether a model name, as any platform or gateway writes it, is one of these ids: `us.anthropic.claude-opus-4-8-20260101-v1:0` and
 * `anthropic/claude-opus-4.8` are `claude-opus-4-8`, `claude-opus-4-0` is `claude-opus-4`; `claude-opus-5-5` is not `claude-opus-5`.
 */
export function isModel(model: string | undefined, ids: readonly string[]): boolean {
  // An ARN has under 200; what is longer is no model's name, and would take long to read.
  const id = NAME.exec(model?.slice(0, 256) ?? '')?.[1];
  return id !== undefined && ids.includes(id.replaceAll('.', '-'));
}
