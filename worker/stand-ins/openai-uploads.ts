/** Stands for files sent to OpenAI; Tributary sends words. */
function unused(): void {}

function hasNone(): boolean {
  return false;
}

function unchanged<T>(options: T): Promise<T> {
  return Promise.resolve(options);
}

export {
  hasNone as hasUploadableValue,
  unchanged as maybeMultipartFormRequestOptions,
  unused as finalizeStreamingFormRequestOptions,
  unused as toFile,
  unused as toStreamingFile,
};
