/** Renders findings in one line, the same in the changeset, the report and on the terminal. */
import type {
  EndpointGraduated,
  Finding,
  InCode,
  MethodGone,
  ModelChanged,
  Named,
  NewEndpoints,
} from '../compare/finding.ts';

const listNames = (names: readonly string[], most = 4): string => {
  const shown = names
    .slice(0, most)
    .map((name) => `\`${name}\``)
    .join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
};

const listInBrackets = (names: readonly string[]): string =>
  names.length > 0 ? ` (${listNames(names)})` : '';

/** Joins the first three names, with the number of the rest. */
export const joinFirst = (names: readonly string[]): string =>
  names.length > 3
    ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
    : names.join(', ');

/** Renders a finding in one line of Markdown. */
export function renderHeadline(finding: Finding): string {
  switch (finding.kind) {
    case 'new-beta': {
      const tied = [
        ...finding.surface.map(({ entry }) => entry.entry),
        ...finding.methods.map((method) => method.endpoint),
      ];
      const where = finding.inUnion ? '' : ' (not in the union)';
      const kind = finding.knownFeature ? 'a new date of' : 'a new feature';
      const feature = `${kind} ${finding.feature}`;
      const things = tied.length > 0 ? `: ${listNames(tied)}` : '';
      return `New beta \`${finding.beta}\`${where}, ${feature}${things}`;
    }
    case 'in-union':
      return `Now in the SDK's union: \`${finding.beta}\``;
    case 'removed':
      return `Removed from the SDK's union: \`${finding.beta}\``;
    case 'deprecated':
      return `Deprecated in the changelog of ${finding.version}: \`${finding.beta}\``;
    case 'graduated':
      return (
        `Graduated: GA params now accept ${listNames(finding.entries)}` +
        listInBrackets(finding.betas)
      );
    case 'new-default':
      return (
        `Sent by default: \`${finding.beta}\` by ` +
        `${listNames(finding.methods.map((method) => method.name))}`
      );
    case 'changed-default':
      return (
        `Default changed: \`${finding.method}\` sends ` +
        `${finding.after.length > 0 ? listNames(finding.after) : 'nothing'} instead of ` +
        `${listNames(finding.before)}`
      );
    case 'new-surface':
      return `New in beta params: \`${finding.entry.entry}\`${listInBrackets(finding.betas)}`;
    case 'requirement-changed':
      return (
        `Words about ${listNames(finding.betas)} ` +
        `${{ added: 'added', changed: 'changed', gone: 'gone' }[finding.change]} at ` +
        `${listNames(finding.symbols)}`
      );
    case 'surface-gone':
      return (
        `No longer in beta params: ${listNames(finding.entries)}` +
        `${listInBrackets(finding.betas)}`
      );
    case 'api-version':
      return (
        `The client sends anthropic-version \`${finding.after ?? 'none'}\` instead of ` +
        `\`${finding.before ?? 'none'}\``
      );
    default:
      return renderOtherHeadline(finding);
  }
}

/** Renders a finding outside of the union and of message params. */
function renderOtherHeadline(
  finding: MethodGone | EndpointGraduated | NewEndpoints | InCode | Named | ModelChanged,
): string {
  switch (finding.kind) {
    case 'method-gone':
      return (
        `No method sends \`${finding.beta}\` any more at ` +
        listNames(finding.methods.map(({ endpoint }) => endpoint))
      );
    case 'endpoint-graduated':
      return (
        `Graduated: ${listNames(finding.methods.map(({ name }) => name))} sends nothing where ` +
        `\`${finding.beta}\` was sent`
      );
    case 'new-endpoint':
      return (
        'New in beta, and its methods send no beta by themselves: ' +
        listNames(finding.methods.map(({ endpoint }) => endpoint))
      );
    case 'in-code':
      return (
        `${finding.change === 'added' ? 'Now' : 'No longer'} in the SDK's own code: ` +
        `\`${finding.beta}\` in ${listNames(finding.files)}`
      );
    case 'named':
      return `Named only in texts or examples: \`${finding.beta}\` at ${listNames(finding.places)}`;
    case 'model':
      return {
        new: `New model: \`${finding.model}\``,
        ends: `Model \`${finding.model}\` is deprecated, end of life ${finding.end}`,
        gone: `Model \`${finding.model}\` left the SDK`,
      }[finding.change];
  }
}

/** The heading of a kind of finding. */
export const TITLES: Readonly<Record<Finding['kind'], string>> = {
  'new-beta': 'New betas',
  'in-union': 'New in the union',
  removed: 'Removed',
  deprecated: 'Deprecated',
  graduated: 'Graduated',
  'new-default': 'New defaults',
  'changed-default': 'Changed defaults',
  'endpoint-graduated': 'Graduated endpoints',
  'new-surface': 'New in beta params',
  'new-endpoint': 'New beta endpoints',
  'in-code': "In the SDK's own code",
  named: 'Named elsewhere',
  'method-gone': 'Methods that are gone',
  model: 'Models',
  'requirement-changed': 'Requirements in other words',
  'surface-gone': 'Gone from beta params',
  'api-version': 'API version',
};
