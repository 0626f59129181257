export type OpenAiSettings = { apiKey: string; baseUrl?: string; model?: string; timeoutMs?: number };

export const defaultModel = "gpt-5.4-mini";
