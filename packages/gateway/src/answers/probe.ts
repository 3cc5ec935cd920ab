/** Answers the requests with which clients look for a server when they start. */
import type { Target } from '../request/target.ts';

/** Answers a probe. Clients accept any answer, and an upstream would only log an error. */
export function answerProbe({ pathname, route }: Target): Response {
  if (pathname.startsWith('/api/hello'))
    return route.method === 'HEAD' ? new Response(null) : Response.json({ message: 'hello' });
  if (/^\/inference-profiles\/?$/.test(pathname))
    return Response.json({ inferenceProfileSummaries: [] });
  const message = 'this gateway knows no inference profiles; use the id of a model';
  return Response.json(
    { message },
    { status: 404, headers: { 'x-amzn-errortype': 'ResourceNotFoundException' } },
  );
}
