import { env } from "cloudflare:test";
import type { Id } from "../../../db/ids";
import type { Base, Context } from "../../kernel/context";
import { createProviders } from "../../providers";
import { inside } from "../inside";
import { type ChatBody, type OpenAiFault, openAiServer, type Reply } from "./openai";

/** An organization's context whose model is the stand-in server, as the real one would be with a key. */
export async function writerContext(
  world: { id: Id<"organization"> },
  reply: Reply,
  ...faults: OpenAiFault[]
): Promise<{ ctx: Context; server: ReturnType<typeof openAiServer> }> {
  const server = openAiServer(reply, ...faults);
  return { ctx: await inside(world, withWriter(server)), server };
}

/** What a base needs to write with this server, for jobs that are run by hand. */
export function withWriter(
  server: ReturnType<typeof openAiServer>,
  now: () => number = () => Date.now(),
): Pick<Base, "providers"> {
  const providers = createProviders(
    {
      appUrl: "http://localhost:8788",
      allowedHosts: [],
      ownHosts: [],
      openai: { apiKey: server.apiKey, timeoutMs: 9000 },
      mail: { kind: "mailbox", store: () => Promise.resolve() },
      files: env.FILES,
      challengeBaseUrl: undefined,
    },
    { now, fetch: server.fetch },
  );
  return { providers };
}

export function bodyText(body: ChatBody | undefined): string {
  return body?.messages.map(({ content }) => content).join("\n") ?? "";
}
