/** Where in a list a page is; a cursor that nobody gave is simply not sent. */
export function pageQueryOf(request: Request): { cursor?: string } {
  const cursor = new URL(request.url).searchParams.get("cursor");
  return cursor ? { cursor } : {};
}
