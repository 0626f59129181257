import { describe, expect, it } from "vitest";
import type { PieceLine } from "./bundle";
import { createBundleStore } from "./bundle-live";

const piece: PieceLine = {
  id: "pce_1",
  kind: "blog_post",
  title: "Cold brew",
  status: "queued",
  channel: "site",
  reason: null,
  updatedAt: "2026-11-21T09:00:00.000Z",
};
const progress = { ready: 0, failed: 0, total: 1, costMicros: 0, etaSeconds: null };
const [later, latest] = ["2026-11-21T09:00:01.000Z", "2026-11-21T09:00:02.000Z"];

function tell(
  store: ReturnType<typeof createBundleStore>,
  event: string,
  data: Record<string, unknown>,
  at = later,
) {
  store.hear({ kind: "event", event, at, data });
}

describe("what is heard while a bundle is being written", () => {
  it("goes from waiting to words to written", () => {
    const store = createBundleStore([piece], progress);
    tell(store, "piece.generating", { pieceId: "pce_1" });
    expect(store.read().pieces.get("pce_1")?.status).toBe("generating");
    tell(store, "piece.text", { pieceId: "pce_1", text: "The first ", offset: 0 });
    tell(store, "piece.text", { pieceId: "pce_1", text: "is water.", offset: 10 });
    expect(store.read().writing.get("pce_1")).toBe("The first is water.");
    tell(store, "piece.ready", { pieceId: "pce_1", title: "Five mistakes", excerpt: "The first is water." });
    expect(store.read().pieces.get("pce_1")).toMatchObject({ status: "ready", title: "Five mistakes" });
    expect(store.read().writing.size).toBe(0);
  });

  it("a part that comes twice is there once, and a hole is shown as one", () => {
    const store = createBundleStore([piece], progress);
    tell(store, "piece.text", { pieceId: "pce_1", text: "Water ", offset: 0 });
    tell(store, "piece.text", { pieceId: "pce_1", text: "Water ", offset: 0 });
    tell(store, "piece.text", { pieceId: "pce_1", text: "boils.", offset: 20 });
    expect(store.read().writing.get("pce_1")).toBe("Water …boils.");
  });

  it("what is not about a piece of this page changes nothing, and nobody is woken", () => {
    const store = createBundleStore([piece], progress);
    const before = store.read();
    let woken = 0;
    store.subscribe(() => woken++);
    tell(store, "piece.generating", { pieceId: "pce_other" });
    tell(store, "piece.text", { pieceId: "pce_other", text: "x", offset: 0 });
    tell(store, "piece.failed", { pieceId: "pce_other", reason: "x" });
    tell(store, "team.created", { subjectId: "team_1" });
    expect(store.read()).toBe(before);
    expect(woken).toBe(0);
  });

  it("reading the page again keeps the words of what is still being written", () => {
    const store = createBundleStore([{ ...piece, status: "generating" }], progress);
    tell(store, "piece.text", { pieceId: "pce_1", text: "The first", offset: 0 });
    store.begin([{ ...piece, status: "generating" }], { ...progress, ready: 3 });
    expect(store.read().writing.get("pce_1")).toBe("The first");
    expect(store.read().progress.ready).toBe(3);
  });

  it("a page that was read before the news does not take them back, a newer one does", () => {
    const store = createBundleStore([{ ...piece, status: "generating" }], progress);
    tell(store, "piece.failed", { pieceId: "pce_1", reason: "Too long." });
    store.begin([{ ...piece, status: "generating" }], progress);
    expect(store.read().pieces.get("pce_1")?.status).toBe("failed");
    store.begin([{ ...piece, status: "queued", updatedAt: latest }], progress);
    expect(store.read().pieces.get("pce_1")?.status).toBe("queued");
  });
});
