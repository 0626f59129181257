import { describe, expect, it } from "vitest";
import { codeOf, failureOf } from "../../test/servers/failure";
import { openInternet } from "../../test/servers/internet";
import { fileOf, siteFaults } from "../../test/servers/site";

const start = "https://coffee.example/";

describe("SSRF-07 answers are bounded", () => {
  it("by time, when a site never answers", async () => {
    const { read } = openInternet({ [start]: siteFaults.slow });
    const failure = await failureOf(read(start, { timeoutMs: 50 }));
    expect([failure.code, failure.verdict]).toEqual(["timed_out", "retry"]);
  });

  it("by time, when a site drips", async () => {
    expect(await codeOf(openInternet({ [start]: siteFaults.slow_drip }).read(start, { timeoutMs: 50 }))).toBe(
      "timed_out",
    );
  });

  it("by size, when a site never ends", async () => {
    const failure = await failureOf(openInternet({ [start]: siteFaults.endless }).read(start));
    expect([failure.code, failure.verdict]).toEqual(["too_large", "refuse"]);
  });

  it("by size after decompression, when 60 kB unpack to 60 MB", async () => {
    expect(await codeOf(openInternet({ [start]: siteFaults.gzip_bomb }).read(start))).toBe("too_large");
  });

  it("or cut at the limit where the caller can use a part", async () => {
    const page = await openInternet({ [start]: siteFaults.endless }).read(start, {
      oversize: "cut",
      maxBytes: 100_000,
    });
    expect([page.body.byteLength, page.truncated]).toEqual([100_000, true]);
  });

  it("and a body of exactly the limit is whole", async () => {
    const page = await openInternet({ [start]: "x".repeat(1000) }).read(start, { maxBytes: 1000 });
    expect([page.body.byteLength, page.truncated]).toEqual([1000, false]);
  });

  it("by type, unless the caller takes any", async () => {
    const pages = {
      [start]: fileOf("application/zip"),
      "https://coffee.example/none": () => new Response(new Uint8Array(8)),
    };
    const { read } = openInternet(pages);
    expect(await codeOf(read(start))).toBe("type_not_allowed");
    expect(await codeOf(read("https://coffee.example/none"))).toBe("type_not_allowed");
    expect(await codeOf(read(start, { accept: ["text/html"] }))).toBe("type_not_allowed");
    expect((await read(start, { accept: "any" })).status).toBe(200);
  });

  it.each([
    "text/html",
    "application/xml; charset=utf-8",
    "application/rss+xml",
    "application/json",
    "image/png",
    "TEXT/HTML",
  ])("%s can be read", async (type) =>
    expect((await openInternet({ [start]: fileOf(type) }).read(start)).status).toBe(200),
  );

  it("a HEAD reads nothing and judges no type", async () => {
    const page = await openInternet({ [start]: fileOf("application/zip", "") }).read(start, {
      method: "HEAD",
    });
    expect([page.status, page.body.byteLength]).toEqual([200, 0]);
  });
});
