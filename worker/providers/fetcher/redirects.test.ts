import { describe, expect, it } from "vitest";
import { codeOf } from "../../test/servers/failure";
import { openInternet } from "../../test/servers/internet";
import { redirectTo } from "../../test/servers/site";

const start = "https://coffee.example/";

describe("SSRF-04 redirects", () => {
  it("are followed, and the last address is reported", async () => {
    const { read } = openInternet({
      [start]: redirectTo("/shop"),
      "https://coffee.example/shop": "<p>shop</p>",
    });
    expect((await read(start)).url).toBe("https://coffee.example/shop");
  });

  it.each([
    ["http://127.0.0.1/", "private_address"],
    ["http://169.254.169.254/latest/meta-data/", "private_address"],
    ["http://[::1]/", "private_address"],
    ["http://localhost/", "private_name"],
    ["https://app.tributary.example/v1/me", "own_address"],
    ["file:///etc/passwd", "scheme_not_allowed"],
    ["https://a:b@other.example/", "credentials_in_url"],
    ["https://other.example:22/", "port_not_allowed"],
    ["http://other.example/", "redirect_downgrade"],
    ["https://[", "redirect_invalid"],
  ])("to “%s” is judged like a typed address", async (location, code) => {
    const { read, site } = openInternet({ [start]: redirectTo(location) });
    expect(await codeOf(read(start))).toBe(code);
    expect(site.received).toHaveLength(1);
  });

  it("without a target is refused", async () => {
    const { read } = openInternet({ [start]: () => new Response(null, { status: 302 }) });
    expect(await codeOf(read(start))).toBe("redirect_invalid");
  });

  it("in a circle end after five, and ten thousand end after five too", async () => {
    const { read, site } = openInternet({ [start]: redirectTo(start) });
    expect(await codeOf(read(start))).toBe("too_many_redirects");
    expect(site.received).toHaveLength(6);
  });

  it("are not followed for a webhook: the 3xx is the answer", async () => {
    const { read, site } = openInternet({ [start]: redirectTo("https://other.example/") });
    expect((await read(start, { method: "POST", body: "{}", accept: "any", maxRedirects: 0 })).status).toBe(
      302,
    );
    expect(site.received).toHaveLength(1);
  });

  it("turn a POST into a GET, or keep it with its body on the same origin only", async () => {
    const { read, site } = openInternet({
      [start]: redirectTo("/done", 303),
      "https://coffee.example/same": redirectTo("/done", 307),
      "https://coffee.example/away": redirectTo("https://other.example/", 308),
      "https://coffee.example/done": "<p>done</p>",
    });
    await read(start, { method: "POST", body: "a" });
    expect(site.received[1]).toMatchObject({ method: "GET", body: "" });
    await read("https://coffee.example/same", { method: "POST", body: "b" });
    expect(site.received[3]).toMatchObject({ method: "POST", body: "b" });
    expect(await codeOf(read("https://coffee.example/away", { method: "POST", body: "c" }))).toBe(
      "redirect_with_body",
    );
  });

  it("SSRF-07 carry no secret, own header or cookie to another origin", async () => {
    const { read, site } = openInternet({
      [start]: redirectTo("https://other.example/"),
      "https://other.example/": () =>
        new Response("ok", { headers: { "content-type": "text/plain", "set-cookie": "a=b" } }),
    });
    const secretHeaders = { authorization: "Bearer s3cret", cookie: "a=b" };
    const page = await read(start, { secretHeaders, headers: { "x-api-key": "k", "accept-language": "de" } });
    const seen = site.received[1]?.headers;
    expect(["authorization", "cookie", "x-api-key"].map((name) => seen?.get(name) ?? null)).toEqual([
      null,
      null,
      null,
    ]);
    expect(seen?.get("accept-language")).toBe("de");
    expect(page.headers.get("set-cookie")).toBeNull();
  });
});
