import { createCookie, data, redirect, type TypedResponse } from "@remix-run/cloudflare";
import * as z from "zod";
import type { Notice } from "~/toasts/notify";

const schema = z.object({
  id: z.string(),
  message: z.string().max(300),
  tone: z.enum(["done", "failed"]).optional(),
  undo: z.object({ action: z.string().startsWith("/"), fields: z.record(z.string(), z.string()) }).optional(),
});

const cookie = createCookie("notice", { path: "/", sameSite: "lax", httpOnly: true, maxAge: 60 });

/** Goes on to a page that tells what was done, as a toast, or as a line where no script runs. */
export async function redirectWithNotice(
  to: string,
  notice: Omit<Notice, "id">,
  headers = new Headers(),
): Promise<TypedResponse<never>> {
  headers.append("Set-Cookie", await cookie.serialize({ id: crypto.randomUUID(), ...notice }));
  return redirect(to, { headers });
}

/**
 * The same for what was sent without leaving the page: it only gets the words. What a toast's Undo asked for is done with
 * that; what the screen itself sent as `undoable` may be taken back.
 */
export async function answerWithNotice(formData: FormData, to: string, notice: Omit<Notice, "id">) {
  const quiet = formData.get("quiet");
  if (quiet === null) return redirectWithNotice(to, notice);
  const { undo, ...words } = notice;
  const back = quiet === "undoable" && undo ? { undo } : {};
  return data({ notice: { id: crypto.randomUUID(), ...words, ...back } });
}

export async function takeNotice(request: Request): Promise<{ notice: Notice | null; clear: string | null }> {
  const stored: unknown = await cookie.parse(request.headers.get("Cookie"));
  if (!stored) return { notice: null, clear: null };
  const parsed = schema.safeParse(stored);
  return { notice: parsed.success ? parsed.data : null, clear: await cookie.serialize("", { maxAge: 0 }) };
}
