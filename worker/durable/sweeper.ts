import { DurableObject } from "cloudflare:workers";

const everyMs = 60_000;
const graceMs = 5_000;

/** One a cell. Its alarm never stops once it has begun, so work that a dead process left behind is always found. */
export abstract class PeriodicSweeper<Env> extends DurableObject<Env> {
  protected abstract sweep(cell: string): Promise<void>;

  /** Look again at this time at the latest. */
  async wake(cell: string, at: number): Promise<void> {
    const wanted = Math.max(at + graceMs, Date.now() + graceMs);
    const [known, alarm] = await Promise.all([this.ctx.storage.get("cell"), this.ctx.storage.getAlarm()]);
    if (known !== cell) await this.ctx.storage.put("cell", cell);
    if (alarm === null || alarm > wanted) await this.ctx.storage.setAlarm(wanted);
  }

  override async alarm(): Promise<void> {
    const cell = await this.ctx.storage.get<string>("cell");
    await this.ctx.storage.setAlarm(Date.now() + everyMs);
    if (cell !== undefined) await this.sweep(cell);
  }
}
