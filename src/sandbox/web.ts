/** A page of the web outside: there, and nothing more. */
export function answerWeb(request: Request): Response {
  const page = `<!doctype html><html lang="sv"><title>Webbsida</title><h1>${new URL(request.url).hostname}</h1></html>`;
  return new Response(request.method === 'HEAD' ? null : page, {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
}
