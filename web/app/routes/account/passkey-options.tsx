import { data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { connect } from "~/api.server";

/** What the browser needs to make a passkey or to use one. The challenge stays in a cookie of the API. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const api = connect({ request, context });
  const isNew = new URL(request.url).searchParams.get("kind") === "register";
  const outcome = await api.attempt(
    isNew
      ? api.client.POST("/v1/auth/passkey/generate-register-options")
      : api.client.POST("/v1/auth/passkey/generate-authenticate-options"),
  );
  if (outcome.ok) return Response.json(outcome.data, { headers: outcome.headers });
  throw data({ code: outcome.problem.code }, { status: outcome.problem.status });
}
