import { and, eq, gte, lt } from "drizzle-orm";
import { appSettings } from "../../db/schema/control/platform";
import type { Base } from "../kernel/context";

const prefix = "visitor_salt:";
const saltBytes = 32;
export const dayMs = 86_400_000;

/** Only today's: an isolate that lives longer forgets yesterday's too. */
let known: { day: string; salt: Promise<string> } | undefined;

/** The secret of a day (UTC), the same everywhere. Made by whoever comes first, and thrown away when the day is over. */
export function saltOfDay(base: Base): Promise<string> {
  const day = new Date(base.now()).toISOString().slice(0, 10);
  if (known?.day !== day) {
    const salt = readSalt(base, day);
    known = { day, salt };
    salt.catch(() => {
      if (known?.salt === salt) known = undefined;
    });
  }
  return known.salt;
}

async function readSalt(base: Base, day: string): Promise<string> {
  const key = prefix + day;
  const value = [...base.random(saltBytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const isThis = eq(appSettings.key, key);
  const [, [row]] = await base.control.batch([
    base.control
      .insert(appSettings)
      .values({ key, value, updatedAt: base.now(), description: "Gone with the day" })
      .onConflictDoNothing(),
    base.control.select({ value: appSettings.value }).from(appSettings).where(isThis),
  ]);
  if (typeof row?.value !== "string") throw new Error("The day has no salt.");
  return row.value;
}

/** From then on nobody can tell whose visits those of the days before were. */
export async function throwAwayOldSalts(base: Base): Promise<void> {
  const today = prefix + new Date(base.now()).toISOString().slice(0, 10);
  await base.control.delete(appSettings).where(and(gte(appSettings.key, prefix), lt(appSettings.key, today)));
}
