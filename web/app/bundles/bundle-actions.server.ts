import type { Api } from "~/api.server";
import { textOf } from "~/form/form-data";
import { pressButton } from "~/form/submit.server";
import { answerWithNotice } from "~/notices.server";
import { countOf } from "~/words/format";

type Here = { api: Api; bundleId: string; formData: FormData; to: string };

/** What the buttons of a bundle's page do; nothing for a button that it does not have. */
export async function actOnBundle({ api, bundleId, formData, to }: Here) {
  const { client } = api;
  const params = { path: { bundleId } };
  const generation = "/v1/bundles/{bundleId}/generation";
  switch (textOf(formData, "intent")) {
    case "start":
      return pressButton({
        api,
        to,
        act: client.POST(generation, { params }),
        done: { message: "It is being written." },
      });
    case "cancel":
      return pressButton({
        api,
        to,
        act: client.DELETE(generation, { params }),
        done: { message: "Stopped. What is written stays, the rest costs nothing." },
      });
    case "retry-all": {
      const act = client.POST("/v1/bundles/{bundleId}/retries", { params });
      return pressButton({ api, to, act, done: { message: "What is missing is being written." } });
    }
    case "retry": {
      const path = { pieceId: textOf(formData, "id") };
      const act = client.POST("/v1/pieces/{pieceId}/retry", { params: { path } });
      return pressButton({ api, to, act, done: { message: "It is being written again." } });
    }
    case "approve-ready":
      return approve({ api, bundleId, formData, to });
    case "withdraw-approval": {
      const query = { approvedAt: textOf(formData, "approvedAt") };
      const outcome = await api.attempt(
        client.DELETE("/v1/bundles/{bundleId}/approval", { params: { ...params, query } }),
      );
      const message = outcome.ok ? "The approval is taken back." : outcome.problem.detail;
      return answerWithNotice(formData, to, { message, tone: outcome.ok ? "done" : "failed" });
    }
    case "archive":
    case "restore":
      return putAway({ api, bundleId, formData, to });
    default:
      return null;
  }
}

async function approve({ api, bundleId, formData, to }: Here) {
  const params = { path: { bundleId } };
  const outcome = await api.attempt(api.client.PUT("/v1/bundles/{bundleId}/approval", { params }));
  if (!outcome.ok) return answerWithNotice(formData, to, { message: outcome.problem.detail, tone: "failed" });
  const { approved, approvedAt } = outcome.data;
  const undo = { action: to, fields: { intent: "withdraw-approval", approvedAt } };
  return answerWithNotice(formData, to, { message: `${countOf(approved, "piece")} approved.`, undo });
}

async function putAway({ api, bundleId, formData, to }: Here) {
  const isArchiving = textOf(formData, "intent") === "archive";
  const params = { path: { bundleId } };
  const address = "/v1/bundles/{bundleId}/archive";
  const outcome = await api.attempt(
    isArchiving ? api.client.PUT(address, { params }) : api.client.DELETE(address, { params }),
  );
  if (!outcome.ok) return answerWithNotice(formData, to, { message: outcome.problem.detail, tone: "failed" });
  const undo = { action: to, fields: { intent: isArchiving ? "restore" : "archive" } };
  const message = isArchiving ? "The bundle is archived. Its pieces stay." : "The bundle is back.";
  return answerWithNotice(formData, to, { message, undo });
}
