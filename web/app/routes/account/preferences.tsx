import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, redirect } from "@remix-run/cloudflare";
import { safeNext } from "~/next-address";
import { writePreferences } from "~/preferences.server";
import { preferencesSchema } from "~/schemas/account";

/** How this browser shows the app; kept in a cookie, no account needed. */
export async function action({ request }: ActionFunctionArgs) {
  const submission = parseWithZod(await request.formData(), { schema: preferencesSchema });
  if (submission.status !== "success") throw data(null, { status: 422 });
  const { returnTo, ...change } = submission.value;
  const headers = { "Set-Cookie": await writePreferences(request, change) };
  return returnTo ? redirect(safeNext(returnTo), { headers }) : data({ saved: true }, { headers });
}
