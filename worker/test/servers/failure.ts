import { ProviderError } from "../../kernel/ports";

/** The ProviderError that a call ends with; anything else ends the test. */
export async function failureOf(work: Promise<unknown>): Promise<ProviderError> {
  const outcome = await work.then(
    () => new Error("It did not fail"),
    (error: unknown) => error,
  );
  if (outcome instanceof ProviderError) return outcome;
  throw outcome;
}

export async function codeOf(work: Promise<unknown>): Promise<string> {
  return (await failureOf(work)).code;
}
