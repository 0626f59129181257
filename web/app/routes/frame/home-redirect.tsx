import { type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import { enter } from "~/frame/frame.server";

/** `/home` is wherever somebody worked last. */
export async function loader(args: LoaderFunctionArgs) {
  const { organization } = await enter(args);
  return redirect(`/o/${organization.slug}`);
}
