export function buildEmbed(): Promise<{ version: string; files: Record<string, string> }>;
