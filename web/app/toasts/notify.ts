/** What a person is told after something happened; `undo` is a form of ours that takes it back. */
export type Notice = {
  id: string;
  message: string;
  tone?: "done" | "failed";
  undo?: { action: string; fields: Record<string, string> };
  /** Where the thing itself is; such a toast waits until somebody has seen it. */
  opens?: string;
};

type Listener = (notice: Notice) => void;

const listeners = new Set<Listener>();
const waiting: Notice[] = [];

/** Callable from anywhere in the browser; what comes before the toaster has loaded is kept for it. */
export function notify(notice: Notice): void {
  if (listeners.size === 0) waiting.push(notice);
  for (const listener of listeners) listener(notice);
}

export function onNotice(listener: Listener): () => void {
  listeners.add(listener);
  for (const notice of waiting.splice(0)) listener(notice);
  return () => listeners.delete(listener);
}
