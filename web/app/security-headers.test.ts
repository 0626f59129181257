import { describe, expect, test } from "vitest";
import { apiFetch } from "./api-fetch.server";
import { createLoadContext, type LoadContext } from "./load-context";
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

  test("XSS-08 reports what the policy stopped, and what Trusted Types would stop, to our own address", () => {
    const { headers } = withSecurityHeaders(new Response(""), url, context());
    expect(headers.get("Reporting-Endpoints")).toBe('csp="/v1/browser-reports"');
    const trial = headers.get("Content-Security-Policy-Report-Only");
    expect(trial).toContain("require-trusted-types-for 'script'");
    for (const policy of [headers.get("Content-Security-Policy"), trial])
      expect(policy).toMatch(/; report-uri \/v1\/browser-reports; report-to csp$/);
  });

  test("SSRF-10 shows no picture of another site, whatever address is stored as one", () => {
    const { headers } = withSecurityHeaders(new Response(""), url, context());
    const images = /img-src ([^;]+)/.exec(headers.get("Content-Security-Policy") ?? "")?.[1];
    expect(images).toBe("'self' data: blob:");
  });

  test("its forms lead to no other place, but for those that the page itself named", () => {
    const signIn = context();
    signIn.formTargets.push("https://github.com");
    const formAction = (of: LoadContext) =>
      /form-action ([^;]+)/.exec(
        withSecurityHeaders(new Response(""), url, of).headers.get("Content-Security-Policy") ?? "",
      )?.[1];
    expect(formAction(context())).toBe("'self' https://checkout.stripe.com");
    expect(formAction(signIn)).toBe("'self' https://checkout.stripe.com https://github.com");
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

  test("AUTH-06 a session that goes on under a new name reaches the browser, whatever the page asked for", async () => {
    const renewed = "trb_session=new.signature; Path=/; HttpOnly; SameSite=Lax";
    const answer = new Response("{}", {
      headers: [
        ["tributary-session", "renewed"],
        ["set-cookie", renewed],
      ],
    });
    const call = {
      request: new Request(url),
      context: createLoadContext({ API: { fetch: async () => answer } }),
    };
    await apiFetch(call)(new Request(new URL("/v1/me", url)));
    const page = withSecurityHeaders(new Response(""), url, call.context);
    expect(page.headers.getSetCookie()).toEqual([renewed]);
  });
});
