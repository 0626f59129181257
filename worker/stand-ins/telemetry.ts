/** Stands for the reporting that better-auth could do and that nobody here asked for. */
export async function createTelemetry(): Promise<{ publish(): Promise<void> }> {
  return { publish: async () => undefined };
}

export function getTelemetryAuthConfig(): Promise<undefined> {
  return Promise.resolve(undefined);
}
