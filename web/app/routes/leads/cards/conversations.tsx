import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import type { Api } from "~/api.server";
import type { ActAnswer } from "~/conversations/act";
import type { Conversation, ConversationAct, ConversationsAnswer } from "~/conversations/conversation";
import { enter } from "~/frame/frame.server";
import { textOf } from "~/form/form-data";
import { answerWithNotice } from "~/notices.server";

const atOnce = 20;

/** What was said with a lead, newest first, and its threads. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const { client, read } = api;
  const path = { leadId: args.params["leadId"] ?? "" };
  const { searchParams } = new URL(args.request.url);
  const query = {
    limit: atOnce,
    threadId: searchParams.get("thread") ?? undefined,
    cursor: searchParams.get("cursor") ?? undefined,
  };
  const [page, threads] = await Promise.all([
    read(client.GET("/v1/leads/{leadId}/conversations", { params: { path, query } })),
    query.cursor
      ? { data: [] }
      : read(client.GET("/v1/leads/{leadId}/conversation-threads", { params: { path } })),
  ]);
  const answer: ConversationsAnswer = {
    messages: page.data,
    threads: threads.data,
    nextCursor: page.nextCursor,
  };
  return Response.json(answer);
}

export async function action(args: ActionFunctionArgs) {
  const { api } = await enter(args);
  const leadId = args.params["leadId"] ?? "";
  if (!(args.request.headers.get("content-type") ?? "").includes("json"))
    return await restore(api, leadId, await args.request.formData(), args.request.url);
  // safe: the API parses what is in it, and refuses what it does not know
  const asked = (await args.request.json()) as ConversationAct;
  const outcome = await perform(api, leadId, asked);
  const answer: ActAnswer = outcome.ok
    ? { conversation: outcome.data ?? null }
    : { message: outcome.problem.errors[0]?.detail ?? outcome.problem.detail };
  return Response.json(answer);
}

async function perform({ client, attempt }: Api, leadId: string, asked: ConversationAct) {
  if (asked.act === "record") {
    const params = { path: { leadId } };
    return await attempt<Conversation>(
      client.POST("/v1/leads/{leadId}/conversations", { params, body: asked.body }),
    );
  }
  const params = { path: { conversationId: asked.id } };
  switch (asked.act) {
    case "correct":
      return await attempt<Conversation>(
        client.PATCH("/v1/conversations/{conversationId}/correction", { params, body: asked.body }),
      );
    case "analyze":
      return await attempt<Conversation>(
        client.POST("/v1/conversations/{conversationId}/analysis", { params }),
      );
    case "delete":
      return await attempt<Conversation>(client.DELETE("/v1/conversations/{conversationId}", { params }));
    default:
      throw data(null, { status: 400 });
  }
}

/** What was deleted a moment ago is written down again, as it was. */
async function restore({ client, attempt }: Api, leadId: string, formData: FormData, to: string) {
  // safe: the API parses every part of it
  const before = JSON.parse(textOf(formData, "conversation")) as Conversation;
  const { direction, channel, subject, content, threadId, externalId, occurredAt, analysisStatus } = before;
  const body = {
    direction,
    channel,
    subject,
    content,
    threadId,
    occurredAt,
    analyze: analysisStatus !== "off",
    ...(externalId ? { externalId } : {}),
  };
  const params = { path: { leadId } };
  const outcome = await attempt(client.POST("/v1/leads/{leadId}/conversations", { params, body }));
  if (!outcome.ok)
    return await answerWithNotice(formData, to, { message: outcome.problem.detail, tone: "failed" });
  await correctAgain({ client, attempt }, outcome.data.id, before);
  return await answerWithNotice(formData, to, { message: "The conversation is back." });
}

async function correctAgain(
  { client, attempt }: Pick<Api, "client" | "attempt">,
  conversationId: string,
  before: Conversation,
) {
  const { corrected, sentiment, intent } = before;
  if (corrected.length === 0) return;
  const isOurs = (part: string) => corrected.includes(part);
  const body = {
    ...(isOurs("sentiment") && sentiment
      ? { sentiment: { overall: sentiment.overall, emotions: sentiment.emotions } }
      : {}),
    ...(isOurs("intent") && intent ? { intent: { primary: intent.primary, urgency: intent.urgency } } : {}),
    ...(isOurs("topics") ? { topics: before.topics.map(({ name }) => name) } : {}),
    ...(isOurs("entities") ? { entities: before.entities.map(({ type, text }) => ({ type, text })) } : {}),
    ...(isOurs("buyingSignals") ? { buyingSignals: before.buyingSignals.map(({ kind }) => kind) } : {}),
  };
  const params = { path: { conversationId } };
  await attempt(client.PATCH("/v1/conversations/{conversationId}/correction", { params, body }));
}
