import { createContext, useContext } from "react";
import type { Locale } from "./words/format";

export const LocaleContext = createContext<Locale>({ language: "en", timeZone: "UTC" });

/** The reader's language and time zone, known to the server too, so that both write the same. */
export function useLocale(): Locale {
  return useContext(LocaleContext);
}
