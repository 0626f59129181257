import { app } from "./app";
import { cellsOf, runChores, wakeSweepersOnce } from "./chores";
import { LiveRoom as Room, type RoomBelow } from "./durable/live-room";
import { PeriodicSweeper } from "./durable/sweeper";
import { createBase, currentRights, followShortLink } from "./http";
import { consume } from "./jobs";
import type { Env } from "./kernel/env";
import type { LiveViewer } from "./kernel/live-viewer";
import { reactions } from "./reactions";

export { RateLimiter } from "./durable/rate-limiter";

export class LiveRoom extends Room<Env> {
  protected override stillAllowed(viewers: LiveViewer[]): Promise<Map<string, string[]>> {
    return currentRights(this.env, viewers, Date.now());
  }

  protected override roomBelow(name: string): RoomBelow {
    // safe: the LIVE_ROOM binding is this class
    return this.env.LIVE_ROOM.get(this.env.LIVE_ROOM.idFromName(name)) as unknown as RoomBelow;
  }
}

export class Sweeper extends PeriodicSweeper<Env> {
  protected override sweep(cell: string): Promise<void> {
    return runChores(this.env, cell, (work) => this.ctx.waitUntil(work));
  }
}

export default {
  fetch(request, env, ctx) {
    wakeSweepersOnce(env, (work) => ctx.waitUntil(work));
    return followShortLink(request, env, ctx, reactions) ?? app.fetch(request, env, ctx);
  },

  async queue(batch, env, ctx) {
    const { base } = createBase(env, {
      requestId: `queue-${crypto.randomUUID()}`,
      origin: { ipAddress: null, userAgent: null },
      readFrom: "first-primary",
      defer: (work) => ctx.waitUntil(work),
      reactions,
    });
    await consume(base, batch);
  },

  async scheduled(_controller, env, ctx) {
    for (const cell of cellsOf(env)) await runChores(env, cell, (work) => ctx.waitUntil(work));
  },
} satisfies ExportedHandler<Env>;
