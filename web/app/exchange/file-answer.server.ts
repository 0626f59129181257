/** The file itself, streamed through: a link cannot name the organization that it is about. */
export function fileAnswer({ body, status, headers: given }: Response): Response {
  const headers = new Headers();
  for (const name of ["content-type", "content-disposition", "content-security-policy"]) {
    const value = given.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(body, { status, headers });
}
