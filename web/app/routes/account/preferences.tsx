import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, redirect } from "@remix-run/cloudflare";
import { connect } from "~/api.server";
import { safeNext } from "~/next-address";
import { readPreferences, writePreferences } from "~/preferences.server";
import { preferencesSchema } from "~/schemas/account";

/** How somebody likes the app: kept with the account, and its looks in this browser too, where the first paint reads them. */
export async function action({ request, context }: ActionFunctionArgs) {
  const submission = parseWithZod(await request.formData(), { schema: preferencesSchema });
  if (submission.status !== "success") throw data(null, { status: 422 });
  const { returnTo, ...preferences } = submission.value;
  const api = connect({ request, context });
  await api.read(api.client.PATCH("/v1/me", { body: { preferences } }));
  const headers = new Headers();
  const { theme, density } = preferences;
  if (theme || density) {
    const before = await readPreferences(request);
    const after = { theme: theme ?? before.theme, density: density ?? before.density };
    headers.set("Set-Cookie", await writePreferences(request, after));
  }
  return returnTo ? redirect(safeNext(returnTo), { headers }) : data({ saved: true }, { headers });
}
