import { useEffect, useState } from "react";
import type { ClosedForm, OpenForm } from "../../../../worker/forms/pure/markup";
import type { Form } from "../form";
import type { Release } from "./snippets";

export type Ready = { kind: "ready"; shown: OpenForm | ClosedForm; release: Release };

export type Sources = Ready | { kind: "loading" | "failed" };

type Versions = { latest: string; versions: Record<string, { integrity: string }> };

/** What visitors get, asked for as a visitor asks, and the hash of the script that shows it. */
export function useEmbedSources({
  id,
  publishedVersionId,
}: Pick<Form, "id" | "publishedVersionId">): Sources {
  const [sources, setSources] = useState<Sources>({ kind: "loading" });
  useEffect(() => {
    if (!publishedVersionId) return;
    let isWanted = true;
    Promise.all([read<OpenForm | ClosedForm>(`/f/${id}/definition`), read<Versions>("/embed/versions.json")])
      .then(([shown, { latest, versions }]): Sources => {
        const release = { version: latest, integrity: versions[latest]?.integrity ?? "" };
        return { kind: "ready", shown, release };
      })
      .catch((): Sources => ({ kind: "failed" }))
      .then((found) => isWanted && setSources(found))
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [id, publishedVersionId]);
  return sources;
}

async function read<T>(path: string): Promise<T> {
  const answer = await fetch(path, { credentials: "omit" });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return (await answer.json()) as T; // safe: our own addresses, each of one shape
}
