import type { Answers, FormDefinition } from "../forms";
import { can, type Context } from "../kernel/context";

/**
 * Who may not see how to reach people does not see it in what they sent (ROLE-05). What the form asks no more is nobody
 * knows what, so it is left out too.
 */
export function answersFor(
  ctx: Context,
  { fields }: Pick<FormDefinition, "fields">,
  answers: Answers,
): Answers {
  if (can(ctx, "leads:contact")) return answers;
  const open = new Set(fields.filter((field) => !isContact(field)).map(({ key }) => key));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => open.has(key)));
}

function isContact({ type, mapsTo }: FormDefinition["fields"][number]): boolean {
  if (type === "email" || type === "phone" || type === "address" || type === "file") return true;
  return mapsTo === "lead.email" || mapsTo === "lead.phone" || type === "long_text" || type === "hidden";
}
