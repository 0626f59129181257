import {
  changesOf,
  type Clash,
  type Draft,
  isDirty,
  isSame,
  keepMine,
  takeIn,
  takeTheirs,
  type Theirs,
  type Words,
} from "./merge";

export type SaveAnswer<W extends Words> =
  | { kind: "saved"; revision: number; approvalRemoved: boolean }
  | ({ kind: "changed" } & Theirs<W>)
  | { kind: "refused"; message: string }
  | { kind: "unreachable" };

export type SaveState =
  | { kind: "saved"; at: number | null }
  | { kind: "waiting" | "saving" | "unreachable" | "clash" }
  | { kind: "refused"; message: string };

export type DraftView<W extends Words> = {
  words: W;
  revision: number;
  state: SaveState;
  clash: Clash<W> | null;
  /** Rises when other words than those typed here take the place: what keeps text of its own begins anew. */
  round: number;
};

/** What survives a crash: the changed fields with what they were changed from. */
export type Kept<W extends Words> = { revision: number; mine: Partial<W>; base: Partial<W> };

export type KeeperTools<W extends Words> = {
  /** `words` is all of it, for whoever cannot save a part by itself. */
  save: (changes: Partial<W>, revision: number, words: W) => Promise<SaveAnswer<W>>;
  keep: (kept: Kept<W> | null) => void;
  now: () => number;
  /** Runs once after so long; the returned function calls it off. */
  after: (ms: number, run: () => void) => () => void;
};

const idleMs = 800;
const longestMs = 5_000;
const againMs = 5_000;

/**
 * Saves what somebody writes by itself: a moment after the last change, never two saves at once, again when the network is
 * back, and never over what somebody else has written meanwhile.
 */
export class DraftKeeper<W extends Words> {
  private draft: Draft<W>;
  private state: SaveState = { kind: "saved", at: null };
  private clash: Clash<W> | null = null;
  private round = 0;
  private dirtySince: number | null = null;
  private running: Promise<void> | null = null;
  private callOff = () => {};
  private shown: DraftView<W>;
  private readonly listeners = new Set<() => void>();
  private readonly collectors = new Set<() => void>();

  constructor(
    start: Theirs<W>,
    private readonly tools: KeeperTools<W>,
  ) {
    this.draft = { mine: start.words, base: start.words, revision: start.revision };
    this.shown = this.view();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): DraftView<W> => this.shown;

  /** For a field that hands its text over late, such as the editor: it is asked before each save. */
  readonly collect = (collector: () => void): (() => void) => {
    this.collectors.add(collector);
    return () => this.collectors.delete(collector);
  };

  edit(patch: Partial<W>): void {
    this.draft = { ...this.draft, mine: { ...this.draft.mine, ...patch } };
    if (!isDirty(this.draft)) return this.settle();
    this.dirtySince ??= this.tools.now();
    this.tools.keep(keptOf(this.draft));
    if (this.clash) return this.show();
    if (!this.running && this.state.kind !== "unreachable") this.state = { kind: "waiting" };
    this.schedule(Math.min(idleMs, longestMs - (this.tools.now() - this.dirtySince)));
    this.show();
  }

  /** Everything that was written is saved when this is done; false where it could not be. */
  async flush(): Promise<boolean> {
    for (const collect of this.collectors) collect();
    this.callOff();
    while (this.running) await this.running;
    if (this.clash) return false;
    if (isDirty(this.draft)) await this.run();
    return !isDirty(this.draft) && !this.clash;
  }

  /** The page was read anew. Older than what is here it is only late. */
  hear(theirs: Theirs<W>): void {
    if (this.running || this.clash || theirs.revision <= this.draft.revision) return;
    this.comeIn(theirs);
  }

  /** Words that a crash or a closed window left behind. */
  restore(kept: Kept<W>): boolean {
    const now = { words: this.draft.base, revision: this.draft.revision };
    const before = { mine: { ...now.words, ...kept.mine }, base: { ...now.words, ...kept.base } };
    if (kept.revision > now.revision || isSame(before.mine, now.words)) return this.forget();
    this.draft = { ...before, revision: kept.revision };
    this.comeIn(now);
    return isDirty(this.draft);
  }

  keepMine(): void {
    if (this.clash) this.decide(keepMine(this.draft, this.clash));
  }

  takeTheirs(): void {
    if (this.clash) this.decide(takeTheirs(this.draft, this.clash));
  }

  /** The network is back, or somebody asks for it. */
  retry(): void {
    if (this.state.kind === "unreachable" || this.state.kind === "refused") void this.flush();
  }

  stop(): void {
    this.callOff();
  }

  private forget(): boolean {
    this.tools.keep(null);
    return false;
  }

  private decide(draft: Draft<W>): void {
    this.clash = null;
    this.replace(draft);
    void this.flush();
  }

  private comeIn(theirs: Theirs<W>): void {
    const { draft, clash } = takeIn(this.draft, theirs);
    if (clash) {
      this.clash = clash;
      this.state = { kind: "clash" };
      this.show();
    } else this.replace(draft);
  }

  private replace(draft: Draft<W>): void {
    if (!isSame(draft.mine, this.draft.mine)) this.round++;
    this.draft = draft;
    if (!isDirty(draft)) return this.settle();
    this.state = { kind: "waiting" };
    this.tools.keep(keptOf(draft));
    this.schedule(0);
    this.show();
  }

  private settle(): void {
    this.callOff();
    this.dirtySince = null;
    this.tools.keep(null);
    if (this.state.kind !== "saved") this.state = { kind: "saved", at: this.tools.now() };
    this.show();
  }

  private schedule(ms: number): void {
    this.callOff();
    if (!this.running) this.callOff = this.tools.after(Math.max(0, ms), () => void this.run());
  }

  private run(): Promise<void> {
    this.running ??= this.save().finally(() => {
      this.running = null;
      if (!isDirty(this.draft) || this.clash || this.state.kind === "refused") return;
      this.schedule(this.state.kind === "unreachable" ? againMs : idleMs);
    });
    return this.running;
  }

  private async save(): Promise<void> {
    const sent = this.draft;
    if (this.state.kind !== "unreachable") this.state = { kind: "saving" };
    this.show();
    const answer = await this.tools.save(changesOf(sent), sent.revision, sent.mine);
    if (answer.kind === "saved") this.accept(sent, answer.revision);
    else if (answer.kind === "changed") this.comeIn(answer);
    else this.state = answer;
    this.show();
  }

  private accept(sent: Draft<W>, revision: number): void {
    this.draft = { mine: this.draft.mine, base: sent.mine, revision };
    this.state = { kind: "saved", at: this.tools.now() };
    this.dirtySince = null;
    if (!isDirty(this.draft)) return this.tools.keep(null);
    this.state = { kind: "waiting" };
    this.tools.keep(keptOf(this.draft));
  }

  private show(): void {
    this.shown = this.view();
    for (const listener of this.listeners) listener();
  }

  private view(): DraftView<W> {
    const { draft, state, clash, round } = this;
    return { words: draft.mine, revision: draft.revision, state, clash, round };
  }
}

function keptOf<W extends Words>(draft: Draft<W>): Kept<W> {
  const mine = changesOf(draft);
  const base = Object.fromEntries(Object.keys(mine).map((field) => [field, draft.base[field]]));
  return { revision: draft.revision, mine, base: base as Partial<W> }; // safe: fields of the words themselves
}
