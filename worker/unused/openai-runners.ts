/** Stands for the OpenAI client's own loops around a call: Tributary asks once and reads the stream itself. */
class Unused {}

export {
  Unused as ChatCompletionRunner,
  Unused as ChatCompletionStream,
  Unused as ChatCompletionStreamingRunner,
};
