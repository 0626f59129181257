import { describe, expect, it } from "vitest";
import { codeOf, failureOf } from "../../test/servers/failure";
import { openInternet } from "../../test/servers/internet";
import { fileOf, siteFaults } from "../../test/servers/site";

const start = "https://coffee.example/";

describe("reading a page", () => {
  it("brings the page, its type and its final address, and introduces itself", async () => {
    const { read, site } = openInternet({ [start]: "<h1>Coffee</h1>" });
    const page = await read(start);
    expect(new TextDecoder().decode(page.body)).toBe("<h1>Coffee</h1>");
    expect(page).toMatchObject({
      url: start,
      status: 200,
      contentType: "text/html; charset=utf-8",
      truncated: false,
    });
    expect(site.received[0]?.headers.get("user-agent")).toBe("Tributary/1.0 (+https://tributary.example)");
  });

  it("reports a page that answers with an error instead of failing", async () => {
    const { read } = openInternet({
      "https://coffee.example/busy": siteFaults.rate_limited,
      [start]: siteFaults.server_error,
    });
    const busy = await read("https://coffee.example/busy");
    expect([busy.status, busy.headers.get("retry-after")]).toEqual([429, "30"]);
    expect((await read(start)).status).toBe(500);
    expect((await read("https://coffee.example/nowhere")).status).toBe(404);
  });

  it("sends a body and a declared secret to the address that was named", async () => {
    const { read, site } = openInternet({ [start]: fileOf("application/json", "{}") });
    const headers = { "content-type": "application/json" };
    await read(start, {
      method: "POST",
      body: '{"a":1}',
      headers,
      secretHeaders: { authorization: "Bearer s3cret" },
    });
    expect(site.received[0]).toMatchObject({ method: "POST", body: '{"a":1}' });
    expect(site.received[0]?.headers.get("authorization")).toBe("Bearer s3cret");
  });
});

describe("what fails on the way", () => {
  it.each([
    ["unreachable", siteFaults.unreachable],
    ["cut_off", siteFaults.cut_stream],
  ])("%s may be tried again when reading, and is uncertain when writing", async (code, fault) => {
    const { read } = openInternet({ [start]: fault });
    const reading = await failureOf(read(start));
    expect([reading.code, reading.verdict]).toEqual([code, "retry"]);
    const writing = await failureOf(read(start, { method: "POST", body: "{}" }));
    expect([writing.code, writing.verdict]).toEqual([code, "unknown"]);
  });

  it("says so in words, without what the other side answered", async () => {
    const failure = await failureOf(openInternet({}).read("http://169.254.169.254/"));
    expect(failure.message).toBe(
      "This address leads into a private network. Use the public address of the website.",
    );
  });
});

describe("SSRF-09 headers that people set", () => {
  it.each([
    ["Host", "other.example"],
    ["Content-Length", "3"],
    ["Connection", "close"],
    ["Transfer-Encoding", "chunked"],
    ["Upgrade", "websocket"],
    ["Cookie", "a=b"],
    ["Authorization", "Bearer x"],
    ["CF-Connecting-IP", "1.2.3.4"],
    ["X-Forwarded-For", "1.2.3.4"],
    ["X-Real-IP", "1.2.3.4"],
    ["Proxy-Authorization", "Basic x"],
    ["X-Note", "a\r\nHost: evil"],
    ["X-Note", "a\nb"],
    ["X-Note", "a\0b"],
    ["X-Note", "ſ"],
    ["X Note", "a"],
    ["X-Note\r\nHost", "evil"],
    ["", "a"],
  ])("%j: %j is refused", async (name, value) => {
    const { read, site } = openInternet({ [start]: "<p>hi</p>" });
    expect(await codeOf(read(start, { headers: { [name]: value } }))).toBe("header_not_allowed");
    expect(site.received).toHaveLength(0);
  });

  it("a declared secret may be Authorization, but not Host or with a line break", async () => {
    const { read } = openInternet({ [start]: "<p>hi</p>" });
    expect((await read(start, { secretHeaders: { Authorization: "Bearer x" } })).status).toBe(200);
    expect(await codeOf(read(start, { secretHeaders: { Host: "evil" } }))).toBe("header_not_allowed");
    expect(await codeOf(read(start, { secretHeaders: { Authorization: "a\r\nb" } }))).toBe(
      "header_not_allowed",
    );
  });

  it("cannot replace the name that we introduce ourselves with", async () => {
    const { read, site } = openInternet({ [start]: "<p>hi</p>" });
    await read(start, { headers: { "user-agent": "Mozilla/5.0" } });
    expect(site.received[0]?.headers.get("user-agent")).toContain("Tributary");
  });
});
