import { useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

export type Upload =
  | { state: "idle" }
  | { state: "sending"; name: string; share: number }
  | { state: "refused"; message: string };

export type UploadAnswer = { to: string } | { message: string };

/** Sends a file as it is and tells how far it is; then goes where the answer says. */
export function useUpload(action: string): { upload: Upload; send(file: File): void; cancel(): void } {
  const navigate = useNavigate();
  const [upload, setUpload] = useState<Upload>({ state: "idle" });
  const request = useRef<XMLHttpRequest | null>(null);
  useEffect(() => () => request.current?.abort(), []);

  function send(file: File): void {
    const sending = new XMLHttpRequest();
    request.current = sending;
    setUpload({ state: "sending", name: file.name, share: 0 });
    sending.open("POST", `${action}?${new URLSearchParams({ fileName: file.name }).toString()}`);
    sending.setRequestHeader("content-type", "text/csv");
    sending.upload.addEventListener("progress", ({ loaded, total }) =>
      setUpload({ state: "sending", name: file.name, share: total > 0 ? loaded / total : 0 }),
    );
    sending.addEventListener("load", () => {
      const answer = read(sending.responseText);
      if ("to" in answer) navigate(answer.to);
      else setUpload({ state: "refused", message: answer.message });
    });
    sending.addEventListener("error", () => setUpload({ state: "refused", message: lost }));
    sending.send(file);
  }

  function cancel(): void {
    request.current?.abort();
    setUpload({ state: "idle" });
  }

  return { upload, send, cancel };
}

const lost = "The file did not arrive. Look at your connection and choose it again.";

function read(text: string): UploadAnswer {
  try {
    return JSON.parse(text) as UploadAnswer; // safe: the action of that address answers so
  } catch {
    return { message: lost };
  }
}
