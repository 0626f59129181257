/** Now where the page can be seen, else as soon as somebody comes back to it; until told to forget it. */
export function whenSeen(act: () => void): () => void {
  if (document.visibilityState === "visible") {
    act();
    return () => undefined;
  }
  const listening = new AbortController();
  const { signal } = listening;
  const look = () => {
    if (document.visibilityState !== "visible") return;
    listening.abort();
    act();
  };
  document.addEventListener("visibilitychange", look, { signal });
  return () => listening.abort();
}
