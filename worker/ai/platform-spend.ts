import { sql } from "drizzle-orm";
import type { Base } from "../kernel/context";
import { Resting } from "../kernel/errors";
import { dayOf, nextDay } from "./periods";

const spendKey = "generation.spend";

/** The operator's own cap over everybody's calls of a day. It is the operator's money: failed calls count as well. */
export async function promisePlatform(base: Base, micros: number, cap: number | null): Promise<void> {
  if (micros === 0) return;
  if (await isHeld(base, micros, cap)) return;
  // Refused, or the very first call there is: then there is no row yet.
  const opened = JSON.stringify({ day: dayOf(base.now()), micros: 0 });
  await base.control.run(sql`insert into app_settings (key, value, updated_at)
    values (${spendKey}, ${opened}, ${base.now()}) on conflict do nothing`);
  if (!(await isHeld(base, micros, cap))) throw platformCapReached(base.now());
}

async function isHeld(base: Base, micros: number, cap: number | null): Promise<boolean> {
  const today = dayOf(base.now());
  const held = await base.control.all(sql`update app_settings set updated_at = ${base.now()},
      value = json_object('day', max(value ->> 'day', ${today}), 'micros', ${spentOn(today)} + ${micros})
    where key = ${spendKey} and (${cap} is null or ${spentOn(today)} + ${micros} <= ${cap}) returning key`);
  return held.length === 1;
}

export async function correctPlatform(base: Base, startedAt: number, micros: number): Promise<void> {
  if (micros === 0) return;
  await base.control.run(sql`update app_settings set updated_at = ${base.now()},
      value = json_set(value, '$.micros', max(0, (value ->> 'micros') + ${micros}))
    where key = ${spendKey} and value ->> 'day' = ${dayOf(startedAt)}`);
}

export async function readPlatformSpend(base: Base): Promise<number> {
  const today = dayOf(base.now());
  const [row] = await base.control.all<{ micros: number }>(
    sql`select ${spentOn(today)} as micros from app_settings where key = ${spendKey}`,
  );
  return row?.micros ?? 0;
}

function spentOn(today: string) {
  return sql`case when value ->> 'day' >= ${today} then value ->> 'micros' else 0 end`;
}

function platformCapReached(now: number): Resting {
  return new Resting(
    "platform_spend_cap_reached",
    "What the whole platform may spend on writing today is spent. It goes on by itself after midnight UTC.",
    nextDay(now),
  );
}
