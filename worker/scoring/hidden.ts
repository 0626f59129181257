import { can, type Context } from "../kernel/context";
import { type Condition, fieldsOf } from "../kernel/conditions";
import type { AskableFields, RuleRow } from "./rules";
import type { Hidden } from "./wire";

/** Rules and fields that tell how to reach somebody, hidden from who may not see that. */
export function hiddenFrom(ctx: Context, rules: readonly RuleRow[], fields: AskableFields): Hidden {
  if (can(ctx, "leads:contact")) return { ruleIds: new Set(), fields: new Set() };
  const contact = new Set(Object.keys(fields).filter((name) => fields[name]?.isContact));
  const asking = rules.filter(({ kind, condition }) => {
    // safe: it was parsed when it was written
    return kind === "property" && [...fieldsOf(condition as Condition)].some((name) => contact.has(name));
  });
  return { ruleIds: new Set(asking.map(({ id }) => id)), fields: contact };
}
