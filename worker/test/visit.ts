import { SELF } from "cloudflare:test";

/** A reader without an account, as far as possible from a test's client. */
export async function visit(path: string, init: RequestInit & { host?: string } = {}) {
  const { host = "localhost", ...rest } = init;
  const response = await SELF.fetch(`http://${host}${path}`, { redirect: "manual", ...rest });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
