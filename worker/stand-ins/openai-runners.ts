/** Stands for the OpenAI client's own loops around a call: Tributary asks once and reads the stream itself. */
function unused(): void {}

export {
  unused as ChatCompletionRunner,
  unused as ChatCompletionStream,
  unused as ChatCompletionStreamingRunner,
};
