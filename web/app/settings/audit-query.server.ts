import type { AuditFilters } from "./audit-log-view";
import { startOfDay } from "~/words/zoned";

export function auditFiltersOf(request: Request): AuditFilters {
  const { searchParams } = new URL(request.url);
  const text = (name: string, shape: RegExp) => {
    const value = searchParams.get(name) ?? "";
    return shape.test(value) ? value : "";
  };
  return {
    actor: text("actor", /^[a-z]+_[a-z0-9]{1,60}$/),
    action: text("action", /^[a-z0-9_.]{1,100}$/),
    from: text("from", /^\d{4}-\d{2}-\d{2}$/),
    to: text("to", /^\d{4}-\d{2}-\d{2}$/),
  };
}

/** Days are the reader's days, from their first moment to the last. */
export function auditQueryOf({ actor, action, from, to }: AuditFilters, timeZone: string) {
  const since = startOfDay(from, timeZone);
  const until = startOfDay(to, timeZone, 1);
  return {
    ...(actor ? { actor } : {}),
    ...(action ? { action } : {}),
    ...(since ? { from: since } : {}),
    ...(until ? { to: until } : {}),
  };
}
