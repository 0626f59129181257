import { describe, expect, it } from "vitest";
import { anybody, forgiveLimits } from "../test/world";
import { noteOf, violationsIn } from "./violation";

const path = "/v1/browser-reports";
const app = "https://app.example";

const classic = {
  "csp-report": {
    "document-uri": "https://app.example/invite/k3Y9aP0zQ7rTn2Vw?secret=sesame#part",
    "effective-directive": "script-src-elem",
    "violated-directive": "script-src-elem",
    "original-policy": "default-src 'self'",
    "blocked-uri": "inline",
    "source-file": "https://evil.example/x.js?who=ada@people.test",
    "line-number": 7,
    "script-sample": "alert(document.cookie)",
    disposition: "enforce",
  },
};

const modern = (blockedURL: string) => ({
  type: "csp-violation",
  age: 12,
  url: "https://app.example/o/acme",
  user_agent: "Mozilla",
  body: { documentURL: "https://app.example/o/acme", blockedURL, effectiveDirective: "img-src", sample: "x" },
});

const send = (body: string, type = "application/csp-report", headers: Record<string, string> = {}) =>
  anybody.send("POST", path, { body, headers: { "content-type": type, ...headers } });

describe("XSS-08 a violation that a browser reports", () => {
  it("is accepted in both forms, and costs the database nothing", async () => {
    expect((await send(JSON.stringify(classic))).status).toBe(204);
    const batch = JSON.stringify([modern("inline"), { type: "deprecation", body: {} }]);
    expect((await send(batch, "application/reports+json; charset=utf-8")).status).toBe(204);
  });

  it("leaves no query, no secret of an address and nothing of the page's content in the log", () => {
    const [violation] = violationsIn(classic);
    expect(violation && noteOf(violation, app)).toEqual({
      directive: "script-src-elem",
      enforced: true,
      blocked: "inline",
      page: "/invite/…",
      source: "https://evil.example",
      line: 7,
    });
  });

  it.each([
    ["https://app.example/o/northwind-coffee/settings", "/o/northwind-coffee/settings"],
    ["https://app.example/mail/ada%40people.test", "/mail/…"],
    ["https://evil.example/a/b?c=d", "https://evil.example"],
    ["chrome-extension://abcdef/inject.js", "chrome-extension:"],
    ["data", "data"],
    ["data:text/html,<script>", "data:"],
    ["\u0000 not a place", "unreadable"],
  ])("names %s as %s", (blocked, named) => {
    const [violation] = violationsIn([modern(blocked)]);
    expect(violation && noteOf(violation, app).blocked).toBe(named);
  });

  it("is always short, whatever a stranger wrote into it", () => {
    const long = "x/".repeat(4000);
    const [violation] = violationsIn([
      {
        type: "csp-violation",
        body: {
          documentURL: `${app}/${long}`,
          blockedURL: `https://${"a.".repeat(90)}example`,
          sourceFile: long,
        },
      },
    ]);
    expect(JSON.stringify(violation && noteOf(violation, app)).length).toBeLessThan(500);
  });

  it("of no known form is nothing", () => {
    for (const report of [null, 1, "x", {}, { "csp-report": 1 }, [1, null, [{}]], { type: "csp-violation" }])
      expect(violationsIn(report)).toEqual([]);
  });
});

describe("the address for reports", () => {
  it("JSON-01 refuses what is too large, what is no report and what is no JSON", async () => {
    expect((await send(JSON.stringify({ pad: "x".repeat(20_001) }))).status).toBe(413);
    expect((await send("{", "application/reports+json")).status).toBe(400);
    expect((await send("a=b", "application/x-www-form-urlencoded")).status).toBe(415);
    expect((await send("{}", "text/plain")).status).toBe(415);
  });

  it("CSRF-01 takes none from pages of others", async () => {
    const answer = await send(JSON.stringify(classic), undefined, { origin: "https://evil.example" });
    expect(answer).toMatchObject({ status: 403, body: { code: "cross_site" } });
  });

  it("RATE-01 hears each address thirty times a minute", async () => {
    const from = { "cf-connecting-ip": "203.0.113.77" };
    await forgiveLimits("address:203.0.113.77");
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => send(JSON.stringify(classic), undefined, from)),
    );
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(30);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
  });
});
