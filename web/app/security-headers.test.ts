import { describe, expect, test } from "vitest";
import { createLoadContext } from "./load-context";
import { isCrossSiteWrite, withSecurityHeaders } from "./security-headers";

const url = new URL("https://app.example/home");
const context = () => createLoadContext({ API: { fetch: async () => new Response() } });

describe("CSRF-01 a form that another site sends", () => {
  function post(headers: Record<string, string>): Request {
    return new Request(url, { method: "POST", headers });
  }

  test.each([
    [{ "Sec-Fetch-Site": "cross-site", Origin: "https://evil.example" }],
    [{ "Sec-Fetch-Site": "same-site", Origin: "https://other.app.example" }],
    [{ Origin: "https://evil.example" }],
    [{ Origin: "null" }],
    [{}],
  ])("is refused with %j", (headers) => {
    expect(isCrossSiteWrite(post(headers))).toBe(true);
  });

  test.each([[{ "Sec-Fetch-Site": "same-origin" }], [{ Origin: "https://app.example" }]])(
    "is our own with %j",
    (headers) => expect(isCrossSiteWrite(post(headers))).toBe(false),
  );

  test("reading is free", () => {
    expect(isCrossSiteWrite(new Request(url, { headers: { "Sec-Fetch-Site": "cross-site" } }))).toBe(false);
  });
});

describe("every page", () => {
  test("FRAME-01 cannot be framed, and is not kept", () => {
    const { headers } = withSecurityHeaders(new Response(""), url, context());
    expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("Cache-Control")).toBe("private, no-store");
  });

  test("XSS-08 runs only the scripts of its own nonce, another one each time", () => {
    const nonces = [1, 2].map(() => {
      const policy = withSecurityHeaders(new Response(""), url, context()).headers.get(
        "Content-Security-Policy",
      );
      return /script-src 'nonce-([A-Za-z0-9+/=]{24})' 'strict-dynamic'/.exec(policy ?? "")?.[1];
    });
    expect(nonces[0]).toBeDefined();
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  test("a write moves the bookmark on, by a cookie that no script reads", () => {
    const written = context();
    written.bookmark.read = "00000000-0000000e-00000000-0000";
    written.bookmark.isNew = true;
    const cookie = withSecurityHeaders(new Response(""), url, written).headers.get("Set-Cookie");
    expect(cookie).toBe(
      "bookmark=00000000-0000000e-00000000-0000; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure",
    );
  });
});
