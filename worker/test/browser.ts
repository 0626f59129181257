import type { Id } from "../../db/ids";
import { sha256Hex } from "../kernel/secrets";
import { type Answer, type Client, clientOf } from "./client";
import { hashPassword } from "../people";
import { anybody, createPerson } from "./world";

export type Browser = Client & {
  cookies: Map<string, string>;
  /** Another browser with the same cookies, as a thief would have it. */
  copy(): Browser;
};

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

/** Keeps cookies as browsers do, and comes from an address of its own, so that no two tests share a limit. */
export function openBrowser({ userAgent = firefox, cookies = new Map<string, string>() } = {}): Browser {
  const address = `2001:db8:${hextet()}:${hextet()}::1`;
  async function send(method: string, path: string, init: RequestInit = {}): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const own = { cookie, "cf-connecting-ip": address, "user-agent": userAgent, origin: "http://localhost" };
    const answer = await clientOf(own).send(method, path, init);
    for (const line of answer.headers.getSetCookie()) keepCookie(cookies, line);
    return answer;
  }
  const withBody =
    (method: string) =>
    (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      send(method, path, {
        headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
  return {
    cookies,
    copy: () => openBrowser({ userAgent, cookies: new Map(cookies) }),
    send,
    get: (path, headers = {}) => send("GET", path, { headers }),
    post: withBody("POST"),
    patch: withBody("PATCH"),
    put: withBody("PUT"),
    delete: (path, headers = {}) => send("DELETE", path, { headers }),
    in: (organizationId) => clientOf({ "tributary-organization": organizationId }),
    with: (headers) => clientOf(headers),
  };
}

export function keepCookie(cookies: Map<string, string>, line: string): void {
  const [pair = "", ...attributes] = line.split(";");
  const [name, value] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
  if (attributes.some((attribute) => attribute.trim().toLowerCase() === "max-age=0")) cookies.delete(name);
  else cookies.set(name, value);
}

const hextet = () => [...crypto.getRandomValues(new Uint8Array(2))].map((byte) => byte.toString(16)).join("");

export const goodPassword = "correct horse battery";

let hash: Promise<string> | undefined;

/** Slow by design, so it is made once for all tests. */
function hashOfGoodPassword(): Promise<string> {
  hash ??= hashPassword(goodPassword, (count) => crypto.getRandomValues(new Uint8Array(count)));
  return hash;
}

export type Account = { id: Id<"user">; email: string; browser: Browser };

/** Somebody whose password is `goodPassword`, with a browser that is signed out. */
export async function createAccount(): Promise<Account> {
  const { id, email } = await createPerson({ passwordHash: await hashOfGoodPassword() });
  return { id, email, browser: openBrowser() };
}

/** The same, signed in a moment ago. */
export async function createSignedIn(): Promise<Account> {
  const { id, email, cookie } = await createPerson({ passwordHash: await hashOfGoodPassword() });
  const [name = "", value = ""] = (await cookie()).split(/=(.*)/);
  return { id, email, browser: openBrowser({ cookies: new Map([[name, value]]) }) };
}

/** Signed in by the password, as people are, with all that this leaves behind. */
export async function signInForReal(account: Pick<Account, "email">): Promise<Browser> {
  const browser = openBrowser();
  await browser.post("/v1/auth/sign-in/email", { email: account.email, password: goodPassword });
  return browser;
}

export type KeptMail = { subject: string; text: string; recipient: string };

/** Waits for the job that sends it. With `count`, for that many of this subject; the newest comes back. */
export async function mailTo(recipient: string, subject: string, count = 1): Promise<KeptMail> {
  for (let tries = 0; tries < 600; tries++) {
    const { body } = await anybody.get(`/v1/mailbox?limit=100&recipient=${encodeURIComponent(recipient)}`);
    const found = (body.data as KeptMail[]).filter((mail) => mail.subject === subject);
    if (found.length >= count && found[0]) return found[0];
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`No mail “${subject}” came to ${recipient}.`);
}

/** All mail there is, once every job that could write one more has had its time. */
export async function allMailTo(recipient: string): Promise<KeptMail[]> {
  await new Promise((resolve) => setTimeout(resolve, 400));
  const { body } = await anybody.get(`/v1/mailbox?limit=100&recipient=${encodeURIComponent(recipient)}`);
  return body.data as KeptMail[];
}

export function tokenIn({ text }: KeptMail): string {
  const token = /[?&]token=([\w.-]+)/.exec(text)?.[1];
  if (!token) throw new Error(`There is no link with a token in: ${text}`);
  return token;
}

export function subjectOfGuesses(email: string): Promise<string> {
  return sha256Hex(email).then((hash) => `sign-in:${hash}`);
}
