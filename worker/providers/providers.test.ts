import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import type { Mail } from "../kernel/ports";
import { codeOf } from "../test/servers/failure";
import { siteServer } from "../test/servers/site";
import { createProviders, type ProviderSettings } from "./index";

const kept: Mail[] = [];
const settings: ProviderSettings = {
  appUrl: "https://app.tributary.example/start",
  allowedHosts: ["localhost:8790"],
  ownHosts: ["api.tributary.example:443", "*.tributary.workers.dev"],
  mail: { kind: "mailbox", store: async (mail) => void kept.push(mail) },
  files: env.FILES,
  challengeBaseUrl: undefined,
};
const site = siteServer({ "http://localhost:8790/": "<h1>Northwind Coffee</h1>" });
const providers = createProviders(settings, { fetch: site.fetch, now: () => 0 });

describe("the providers together", () => {
  it("write, send and read without an account where no key is set", async () => {
    expect(providers.ai.provider).toBe("built-in");
    const from = { name: "Tributary", address: "hello@tributary.example" };
    await providers.mail.send({
      id: "mail_1",
      to: "ada@example.com",
      from,
      subject: "Hi",
      text: "Hi",
      html: "Hi",
    });
    expect(kept).toHaveLength(1);
    expect((await providers.fetcher.fetch({ url: "http://localhost:8790/" })).status).toBe(200);
    expect(site.received[0]?.headers.get("user-agent")).toBe(
      "Tributary/1.0 (+https://app.tributary.example)",
    );
  });

  it("SSRF-06 do not call ourselves, by the address of the app or any other of ours", async () => {
    for (const host of ["app.tributary.example", "api.tributary.example", "pages.tributary.workers.dev"]) {
      expect(await codeOf(providers.fetcher.fetch({ url: `https://${host}/v1/me` }))).toBe("own_address");
    }
  });

  it("write with OpenAI once a key is set", () => {
    expect(createProviders({ ...settings, openai: { apiKey: "k" } }).ai.provider).toBe("openai");
  });
});
