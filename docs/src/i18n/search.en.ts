/** The English texts of the search. */
export const searchEn = {
  loading: 'Loading the search …',
  failed: 'The search could not be loaded. Check the connection and press Enter to try again.',
  /** `{n}` is the number, `{q}` the text in the field. */
  one: '1 result for {q}',
  many: '{n} results for {q}',
  none: 'Nothing found for {q}',
  tips:
    'Try a field (mcp_servers), a header value (files-api-2025-04-14), a platform (Bedrock), ' +
    'a model, or the words of an error. A whole request or error can be checked instead:',
  check: 'Check a request or an error',
  more: 'Show more',
  kind: {
    feature: 'Feature',
    beta: 'Header value',
    guide: 'Guide',
    concept: 'Concept',
    platform: 'Platform',
    model: 'Model',
    error: 'Error',
    package: 'Package',
    change: 'Changes',
    page: 'Page',
  },
};
