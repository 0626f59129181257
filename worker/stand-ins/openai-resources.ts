/** Stands for all of the OpenAI client that Tributary does not call; see `alias` in wrangler.toml. Chat is the real one. */
export { Chat } from "openai/resources/chat/chat";

function unused(): void {}

export {
  unused as Admin,
  unused as Audio,
  unused as Batches,
  unused as Beta,
  unused as Completions,
  unused as Containers,
  unused as ContentProvenanceChecks,
  unused as Conversations,
  unused as Decisions,
  unused as Embeddings,
  unused as Evals,
  unused as Files,
  unused as FineTuning,
  unused as Graders,
  unused as Images,
  unused as Live,
  unused as Models,
  unused as Moderations,
  unused as Realtime,
  unused as Responses,
  unused as Safety,
  unused as Skills,
  unused as Uploads,
  unused as VectorStores,
  unused as Videos,
  unused as Webhooks,
};
