import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Page } from "~/components/page";
import { textOf } from "~/form/form-data";
import { pressButton, submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { redirectWithNotice } from "~/notices.server";
import { PublishPanel } from "~/publishing/publish-panel";
import { readPublishing } from "~/publishing/publishing.server";
import { postedSchema } from "~/publishing/schemas";
import { title } from "~/titles";

export const meta = () => title("Publish");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, organization, api } = await enter(args);
  const params = { path: { pieceId: args.params.pieceId ?? "" } };
  const piece = await api.read(api.client.GET("/v1/pieces/{pieceId}", { params }));
  const back = { to: `/o/${organization.slug}/pieces/${piece.id}`, name: piece.title };
  return { back, ...(await readPublishing(api, frame.permissions, piece)) };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const pieceId = args.params.pieceId ?? "";
  const to = backTo(args.request, `/o/${organization.slug}/pieces/${pieceId}/publishing`);
  const here = { api, formData, to };
  const byId = { params: { path: { publicationId: textOf(formData, "id") } } };
  switch (formData.get("intent")) {
    case "publish":
      return publish(here, pieceId);
    case "posted":
      return posted(here, pieceId);
    case "check":
      return check(here, api.client.POST("/v1/publications/{publicationId}/check", byId));
    case "withdraw": {
      const act = api.client.DELETE("/v1/publications/{publicationId}", byId);
      return pressButton({ api, to, act, done: { message: "It is being taken down there." } });
    }
    default:
      throw data(null, { status: 400 });
  }
}

type Here = { api: Awaited<ReturnType<typeof enter>>["api"]; formData: FormData; to: string };

async function publish({ api, formData, to }: Here, pieceId: string) {
  const integrationId = textOf(formData, "integrationId");
  const act = api.client.POST("/v1/pieces/{pieceId}/publications", {
    params: { path: { pieceId } },
    body: {
      // safe: the API refuses what it does not know
      channel: textOf(formData, "channel") as "built_in",
      mode: textOf(formData, "mode") === "draft" ? "draft" : "publish",
      ...(integrationId ? { integrationId } : {}),
    },
  });
  const message = integrationId ? "It is on its way." : "It is published.";
  return pressButton({ api, to, act, done: { message } });
}

async function posted({ api, formData, to }: Here, pieceId: string) {
  const form = await submitForm({ api, formData, intent: "posted", schema: postedSchema }, ({ url }) =>
    api.client.POST("/v1/pieces/{pieceId}/publications", {
      params: { path: { pieceId } },
      body: { channel: "by_hand", mode: "publish", ...(url ? { url } : {}) },
    }),
  );
  return form.ok ? redirectWithNotice(to, { message: "It is marked as posted." }) : form.answer;
}

type Checking = Promise<{
  data?: { state: string; errorMessage: string | null };
  error?: unknown;
  response: Response;
}>;

async function check({ api, to }: Here, checking: Checking) {
  const outcome = await api.attempt(checking);
  if (!outcome.ok) return redirectWithNotice(to, { message: outcome.problem.detail, tone: "failed" });
  const { state, errorMessage } = outcome.data;
  if (state === "published") return redirectWithNotice(to, { message: "It arrived and is published." });
  return redirectWithNotice(to, { message: errorMessage ?? "Nobody knows yet.", tone: "failed" });
}

/** The panel also stands on the page of the piece: whoever pressed there stays there. */
function backTo(request: Request, own: string): string {
  const { pathname, search, origin } =
    URL.parse(request.headers.get("referer") ?? "") ?? new URL(request.url);
  const isOurs =
    origin === new URL(request.url).origin && pathname.startsWith(own.replace(/\/publishing$/, ""));
  return isOurs ? `${pathname.replace(/\.data$/, "")}${search}` : own;
}

export default function PublishingScreen() {
  const { back, ...publishing } = useLoaderData<typeof loader>();
  return (
    <Page title="Publish" back={back} about="Where it stands, and where it can go.">
      <div className="max-w-xl">
        <PublishPanel {...publishing} />
      </div>
    </Page>
  );
}
