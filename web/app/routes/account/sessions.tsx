import { textOf } from "~/form/form-data";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { SessionsView } from "~/account/sessions-view";
import { connect } from "~/api.server";
import { pressButton } from "~/form/submit.server";
import { title } from "~/titles";

export const meta = () => title("Sessions");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const api = connect({ request, context });
  const { data: sessions } = await api.read(
    api.client.GET("/v1/sessions", { params: { query: { limit: 100 } } }),
  );
  return { sessions };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const api = connect({ request, context });
  const formData = await request.formData();
  const to = "/account/sessions";
  switch (formData.get("intent")) {
    case "revoke": {
      const params = { path: { sessionId: textOf(formData, "id") } };
      const act = api.client.DELETE("/v1/sessions/{sessionId}", { params });
      return pressButton({ api, act, to, done: { message: "That browser is signed out." } });
    }
    case "revoke-others": {
      const act = api.client.DELETE("/v1/sessions");
      return pressButton({ api, act, to, done: { message: "Every other browser is signed out." } });
    }
    default:
      throw data(null, { status: 400 });
  }
}

export default function Sessions() {
  return <SessionsView {...useLoaderData<typeof loader>()} />;
}
