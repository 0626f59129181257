import { data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { localeOf } from "./locale.server";
import { takeNotice } from "./notices.server";
import { readPreferences } from "./preferences.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { notice, clear } = await takeNotice(request);
  const headers = clear ? { "Set-Cookie": clear } : undefined;
  const preferences = await readPreferences(request);
  return data(
    {
      preferences,
      notice,
      locale: localeOf(request),
      requestId: context.requestId,
      mode: context.env.TRIBUTARY_MODE,
    },
    { headers },
  );
}
