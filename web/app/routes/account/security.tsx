import { useAnswer } from "~/form/answer";
import { textOf } from "~/form/form-data";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { acts, type SecurityAnswer } from "~/account/security.server";
import { SecurityView } from "~/account/security-view";
import { connect } from "~/api.server";
import { frameOf } from "~/frame/frame.server";
import { title } from "~/titles";

export const meta = () => title("Security");

export async function loader(args: LoaderFunctionArgs) {
  const api = connect(args);
  const [{ user }, passkeys] = await Promise.all([
    frameOf(args),
    api.read(api.client.GET("/v1/auth/passkeys", { params: { query: { limit: 100 } } })),
  ]);
  return { twoFactorEnabled: user.twoFactorEnabled, passkeys: passkeys.data };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const formData = await request.formData();
  const act = acts[textOf(formData, "intent")];
  if (!act) throw data(null, { status: 400 });
  return act(connect({ request, context }), formData);
}

export default function Security() {
  const answer = useAnswer<SecurityAnswer>();
  return (
    <SecurityView {...useLoaderData<typeof loader>()} setup={answer?.setup} freshCodes={answer?.freshCodes} />
  );
}
