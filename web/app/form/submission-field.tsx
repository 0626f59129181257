import { useEffect, useRef, useState } from "react";

/** Names what is being sent, so that the same form sent twice has one effect; a new name once it was answered. */
export function SubmissionField({ pending }: { pending: boolean }) {
  const [name, setName] = useState(newName);
  const wasPending = useRef(false);
  useEffect(() => {
    if (wasPending.current && !pending) setName(newName());
    wasPending.current = pending;
  }, [pending]);
  // The server and the browser each make one up; either serves.
  return <input type="hidden" name="submission" value={name} suppressHydrationWarning />;
}

/** `randomUUID` is missing where a page comes by plain http. */
function newName(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}
