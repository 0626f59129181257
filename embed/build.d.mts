export function buildEmbed(): Promise<{ version: string; integrity: string; files: Record<string, string> }>;
