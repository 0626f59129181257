/** Each time the network is back, until told to stop listening. */
export function whenOnline(act: () => void): () => void {
  window.addEventListener("online", act);
  return () => window.removeEventListener("online", act);
}
