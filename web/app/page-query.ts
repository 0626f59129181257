/** Where in a list a page is; a cursor that nobody gave is simply not sent. */
export function pageQueryOf(request: Request): { cursor?: string } {
  const cursor = new URL(request.url).searchParams.get("cursor");
  return cursor ? { cursor } : {};
}

/** What a list is searched for; empty where it is not. */
export function searchedFor(params: URLSearchParams): string {
  return params.get("q")?.trim().slice(0, 100) ?? "";
}
