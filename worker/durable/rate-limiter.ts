import { DurableObject } from "cloudflare:workers";
import {
  type ChargeOutcome,
  chargeWindows,
  judge,
  type RatePolicy,
  type RateResult,
  type RateWindow,
} from "../kernel/rate-limit";

type KeptWindow = RateWindow & { cleanAt: number };

/**
 * A cleaning reads all rows, and a form that thousands answer has a row for each of them, ending one by one: swept up
 * after each, it would do nothing else. What has ended counts for nothing meanwhile.
 */
const idleMs = 10 * 60_000;

/** One object a subject: a key, a person, an address, a form. Nothing else counts for it, so no two counts race. */
export class RateLimiter extends DurableObject {
  private readonly windows = new Map<string, RateWindow>();
  private readonly kept = new Map<string, RateWindow>();
  private cleaningAt: number | null = null;

  constructor(ctx: DurableObjectState, env: Cloudflare.Env) {
    super(ctx, env);
    for (const [name, { startedAt, used }] of ctx.storage.kv.list<KeptWindow>()) {
      this.windows.set(name, { startedAt, used });
      this.kept.set(name, { startedAt, used });
    }
  }

  /** All of the policies or none. `now` is for callers with a clock of their own; without it, this object's counts. */
  async charge(policies: RatePolicy[], now = Date.now()): Promise<ChargeOutcome> {
    const { outcome, changed } = chargeWindows(this.windows, policies, now);
    for (const [name, window] of changed) this.windows.set(name, window);
    await this.keep(outcome.results.filter(({ name }) => changed.has(name)));
    return outcome;
  }

  /** What a charge would say, without charging. */
  async peek(policies: RatePolicy[], now = Date.now()): Promise<ChargeOutcome> {
    return judge(this.windows, policies, now);
  }

  /** Forgives one policy, such as failed sign-ins after a right password, or all. */
  async reset(name?: string): Promise<void> {
    const names = name === undefined ? [...this.windows.keys()] : [name];
    for (const each of names) this.forget(each);
    for (const each of names) this.windows.delete(each);
  }

  /** Leaves nothing behind of a subject that has gone quiet. */
  override async alarm(): Promise<void> {
    const now = Date.now();
    const rows = [...this.ctx.storage.kv.list<KeptWindow>()];
    for (const [name, { cleanAt }] of rows) if (cleanAt <= now) this.forget(name);
    const later = rows.map(([, { cleanAt }]) => cleanAt).filter((cleanAt) => cleanAt > now);
    this.cleaningAt = null;
    if (later.length > 0) await this.cleanBy(Math.min(...later));
    else await this.ctx.storage.deleteAll();
  }

  private forget(name: string): void {
    this.ctx.storage.kv.delete(name);
    this.kept.delete(name);
  }

  /** The answer does not wait for the disk: a charge lost in a crash costs less than slow answers for everybody. */
  private async keep(results: RateResult[]): Promise<void> {
    const rows: Record<string, KeptWindow> = {};
    for (const { name, quota, windowSeconds, resetSeconds } of results) {
      const window = this.windows.get(name);
      if (!window || !isWorthKeeping(window, this.kept.get(name), quota / windowSeconds)) continue;
      this.kept.set(name, window);
      rows[name] = { ...window, cleanAt: Date.now() + resetSeconds * 1000 };
    }
    const cleanTimes = Object.values(rows).map(({ cleanAt }) => cleanAt);
    if (cleanTimes.length === 0) return;
    await this.ctx.storage.put(rows, { allowUnconfirmed: true });
    await this.cleanBy(Math.min(...cleanTimes));
  }

  private async cleanBy(time: number): Promise<void> {
    const at = time + idleMs;
    this.cleaningAt ??= await this.ctx.storage.getAlarm();
    if (this.cleaningAt !== null && this.cleaningAt <= at) return;
    this.cleaningAt = at;
    await this.ctx.storage.setAlarm(at, { allowUnconfirmed: true });
  }
}

/**
 * An object that is silent for ten seconds loses its memory, and every row written is paid for. Writing whenever half
 * a second's share of the quota is spent lets at most 5 % too many through, however often it sleeps; a quota of up to
 * two a second is written each time and stays exact.
 */
function isWorthKeeping(window: RateWindow, kept: RateWindow | undefined, perSecond: number): boolean {
  const known = kept?.startedAt === window.startedAt ? kept.used : 0;
  return window.used - known >= Math.max(1, Math.floor(perSecond / 2));
}
