import type { LiveEvent } from "~/live/room";
import type { PieceLine, PieceStatus, Progress } from "./bundle";

/** What a bundle's page shows, as it changes while the pieces are being written. */
export type BundleState = {
  pieces: ReadonlyMap<string, PieceLine>;
  progress: Progress;
  /** The pieces being written, the newest last, each with the words there are so far. */
  writing: ReadonlyMap<string, string>;
};

export type BundleStore = {
  read(): BundleState;
  subscribe(listener: () => void): () => void;
  hear(event: LiveEvent): void;
  /** What the server knows replaces what was heard, unless that is newer. */
  begin(pieces: PieceLine[], progress: Progress): void;
};

export function createBundleStore(pieces: PieceLine[], progress: Progress): BundleStore {
  let state = stateOf(pieces, progress);
  const listeners = new Set<() => void>();
  function put(next: BundleState): void {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  }
  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hear: (event) => put(after(state, event)),
    begin: (nextPieces, nextProgress) => put(caughtUp(state, nextPieces, nextProgress)),
  };
}

function stateOf(pieces: PieceLine[], progress: Progress): BundleState {
  const writing = pieces.filter(({ status }) => status === "generating").map(({ id }) => [id, ""] as const);
  return { pieces: new Map(pieces.map((piece) => [piece.id, piece])), progress, writing: new Map(writing) };
}

/** A page that was read before a piece was finished may come after the news of it. */
function caughtUp(last: BundleState, pieces: PieceLine[], progress: Progress): BundleState {
  const newest = pieces.map((piece) => {
    const heard = last.pieces.get(piece.id);
    return heard && heard.updatedAt > piece.updatedAt ? heard : piece;
  });
  const next = stateOf(newest, progress);
  const writing = new Map([...next.writing.keys()].map((id) => [id, last.writing.get(id) ?? ""]));
  return { ...next, writing };
}

/** The state once this has been heard; the very same where it changes nothing. */
export function after(state: BundleState, event: LiveEvent): BundleState {
  if (event.kind === "reload") return state;
  const { at, data } = event;
  const id = textIn(data, "pieceId");
  switch (event.event) {
    case "piece.generating":
      return begun(state, id, { status: "generating", reason: null, updatedAt: at });
    case "piece.text":
      return withText(state, id, data);
    case "piece.ready":
      return done(state, id, { status: "ready", reason: null, updatedAt: at, ...wordsIn(data) });
    case "piece.failed":
      return done(state, id, { status: "failed", reason: textIn(data, "reason"), updatedAt: at });
    case "bundle.progress":
      return { ...state, progress: progressIn(data, state.progress) };
    default:
      return state;
  }
}

function begun(state: BundleState, id: string, change: Partial<PieceLine>): BundleState {
  const next = changed(state, id, change);
  return next === state ? state : writingOf(next, id, "");
}

function changed(state: BundleState, id: string, change: Partial<PieceLine>): BundleState {
  const piece = state.pieces.get(id);
  if (!piece) return state;
  return { ...state, pieces: new Map(state.pieces).set(id, { ...piece, ...change }) };
}

function writingOf(state: BundleState, id: string, text: string): BundleState {
  return { ...state, writing: new Map(state.writing).set(id, text) };
}

/** Each part says where it begins, so that one that came twice, or after a hole, does not garble the text. */
function withText(state: BundleState, id: string, data: Record<string, unknown>): BundleState {
  const { text, offset } = data;
  if (typeof text !== "string" || typeof offset !== "number" || !state.pieces.has(id)) return state;
  const known = state.writing.get(id) ?? "";
  const before = offset <= known.length ? known.slice(0, offset) : `${known}…`;
  return writingOf(state, id, before + text);
}

function done(state: BundleState, id: string, change: Partial<PieceLine> & { status: PieceStatus }) {
  const writing = new Map(state.writing);
  writing.delete(id);
  const next = changed(state, id, change);
  return next === state ? state : { ...next, writing };
}

function wordsIn({ title }: Record<string, unknown>): Partial<PieceLine> {
  return typeof title === "string" ? { title } : {};
}

function textIn(data: Record<string, unknown>, name: string): string {
  const value = data[name];
  return typeof value === "string" ? value : "";
}

function progressIn(data: Record<string, unknown>, last: Progress): Progress {
  const count = (name: Exclude<keyof Progress, "etaSeconds">) => {
    const value = data[name];
    return typeof value === "number" ? value : last[name];
  };
  const eta = data["etaSeconds"];
  return {
    ready: count("ready"),
    failed: count("failed"),
    total: count("total"),
    costMicros: count("costMicros"),
    etaSeconds: typeof eta === "number" ? eta : null,
  };
}
