import type { RawAnswers } from "../../worker/forms/pure/form";
import { readPost } from "../../worker/forms/pure/post";
import type { OpenForm } from "../contract";

export type Values = {
  read(): RawAnswers;
  /** Without files: those are never part of a draft. */
  typed(): RawAnswers;
  files(): { key: string; files: File[] }[];
};

/** A file that is chosen counts as one that was sent, until it is. */
const standIn = (index: number) => `fil_${String(index).padStart(24, "0")}`;

export function valuesOf({ definition }: OpenForm, element: HTMLFormElement): Values {
  const chosen = (key: string) => [
    ...(element.querySelector<HTMLInputElement>(`input[type=file][name="${key}"]`)?.files ?? []),
  ];
  const fileKeys = definition.fields.filter(({ type }) => type === "file").map(({ key }) => key);
  const fields = definition.fields.filter(({ type }) => type !== "file");
  return {
    typed: () => readPost({ fields }, new FormData(element)),
    read: () => ({
      ...readPost(definition, new FormData(element)),
      ...Object.fromEntries(fileKeys.map((key) => [key, chosen(key).map((_, index) => standIn(index))])),
    }),
    files: () => fileKeys.map((key) => ({ key, files: chosen(key) })).filter(({ files }) => files.length > 0),
  };
}
