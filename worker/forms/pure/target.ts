/** Where a form may send somebody: a complete https address without a name or password in it, or nowhere (REDIR-01). */
export function safeTarget(address: string | undefined): string | null {
  if (!address || !/^https:\/\/[^/\\]/i.test(address) || /[\s\\\u0000-\u001F]/.test(address)) return null;
  try {
    const url = new URL(address);
    return url.protocol === "https:" && url.hostname && !url.username && !url.password ? url.href : null;
  } catch {
    return null;
  }
}
