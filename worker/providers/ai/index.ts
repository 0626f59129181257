import type { AiPort } from "../../kernel/ports";
import type { World } from "../world";
import { createBuiltInWriter } from "./built-in";
import { defaultModel, type OpenAiSettings } from "./openai-settings";

export type AiSettings = { openai?: OpenAiSettings };

export function createAi(settings: AiSettings, world: World): AiPort {
  return settings.openai ? createOpenAi(settings.openai, world) : createBuiltInWriter(world);
}

/** The client is a third of a megabyte of code, so it is evaluated at the first generation and not at start. */
function createOpenAi(settings: OpenAiSettings, world: World): AiPort {
  return {
    provider: "openai",
    model: settings.model ?? defaultModel,
    async complete(request) {
      const { completeWithOpenAi } = await import("./openai");
      return await completeWithOpenAi(request, settings, world);
    },
  };
}
