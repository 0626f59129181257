import { redirect } from "@remix-run/cloudflare";
import type { Api, Outcome } from "~/api.server";
import { textOf } from "~/form/form-data";
import { answerWithNotice, redirectWithNotice } from "~/notices.server";
import type { Notice } from "~/toasts/notify";

/** `search` is which panel is open, to come back to. */
export type Here = { api: Api; formData: FormData; pieceId: string; address: string; search: string };
type Act = (here: Here) => Promise<unknown>;

/** What can be done with a piece, by the intent of its form. */
export const pieceActs: Record<string, Act> = {
  async approve(here) {
    const body = { revision: Number(textOf(here.formData, "revision")) };
    const act = here.api.client.PUT("/v1/pieces/{pieceId}/approval", { params: of(here), body });
    return told(here, await here.api.attempt(act), "Approved.");
  },
  async withdraw(here) {
    const act = here.api.client.DELETE("/v1/pieces/{pieceId}/approval", { params: of(here) });
    return told(here, await here.api.attempt(act), "The approval is withdrawn.");
  },
  async archive(here) {
    const act = here.api.client.PUT("/v1/pieces/{pieceId}/archive", { params: of(here) });
    const undo = { action: here.address, fields: { intent: "unarchive" } };
    return told(here, await here.api.attempt(act), "Archived.", undo);
  },
  async unarchive(here) {
    const act = here.api.client.DELETE("/v1/pieces/{pieceId}/archive", { params: of(here) });
    return told(here, await here.api.attempt(act), "It is back.");
  },
  async judge(here) {
    const path = { pieceId: here.pieceId, sourceId: textOf(here.formData, "sourceId") };
    const body = { confirmed: textOf(here.formData, "confirmed") === "yes" };
    const act = here.api.client.PATCH("/v1/pieces/{pieceId}/sources/{sourceId}", { params: { path }, body });
    const words = body.confirmed ? "You answer for this claim." : "Nobody answers for this claim any more.";
    return told(here, await here.api.attempt(act), words);
  },
  restore: restoreVersion,
  async generate(here) {
    const keepEdits = textOf(here.formData, "keepEdits") !== "";
    const body = { feedback: textOf(here.formData, "feedback"), keepEdits };
    const act = here.api.client.POST("/v1/pieces/{pieceId}/generation", { params: of(here), body });
    return told(here, await here.api.attempt(act), "It is being written.");
  },
  async order(here) {
    const emailIds = textOf(here.formData, "ids").split(",");
    const act = here.api.client.PUT("/v1/pieces/{pieceId}/email-order", {
      params: of(here),
      body: { emailIds },
    });
    return told(here, await here.api.attempt(act), "The emails are in their new order.");
  },
  async delay(here) {
    const path = { pieceId: textOf(here.formData, "emailId") };
    const body = {
      revision: Number(textOf(here.formData, "revision")),
      delayMinutes: Number(textOf(here.formData, "minutes")),
    };
    const act = here.api.client.PATCH("/v1/pieces/{pieceId}", { params: { path }, body });
    return told(here, await here.api.attempt(act), "The delay is changed.");
  },
  async add(here) {
    const act = here.api.client.POST("/v1/pieces/{pieceId}/emails", {
      params: of(here),
      body: { title: "New email" },
    });
    const outcome = await here.api.attempt(act);
    if (!outcome.ok) return told(here, outcome, "");
    return redirect(here.address.replace(here.pieceId, outcome.data.id));
  },
};

/** What stood there before stays a version, so that it can be taken back. */
async function restoreVersion(here: Here) {
  const { api, formData, pieceId, address } = here;
  const [versionId, revision] = [textOf(formData, "versionId"), textOf(formData, "revision")];
  const before = await api.attempt(
    api.client.GET("/v1/pieces/{pieceId}/versions", { params: { ...of(here), query: { limit: 20 } } }),
  );
  const current = before.ok ? before.data.data.find(({ isCurrent }) => isCurrent) : undefined;
  const outcome = await api.attempt(
    api.client.POST("/v1/pieces/{pieceId}/versions/{versionId}/restoration", {
      params: { path: { pieceId, versionId } },
      body: revision ? { revision: Number(revision) } : {},
    }),
  );
  const undo = current && {
    action: address,
    fields: { intent: "restore", versionId: current.id, number: String(current.number) },
  };
  return told(here, outcome, `Version ${textOf(formData, "number")} stands again.`, undo);
}

function of({ pieceId }: Here) {
  return { path: { pieceId } };
}

async function told<T>(here: Here, outcome: Outcome<T>, message: string, undo?: Notice["undo"]) {
  const notice = outcome.ok
    ? { message, ...(undo ? { undo } : {}) }
    : { message: outcome.problem.detail, tone: "failed" as const };
  const { formData, address, search } = here;
  if (formData.get("quiet") !== null) return answerWithNotice(formData, address, notice);
  return redirectWithNotice(address + search, notice);
}
