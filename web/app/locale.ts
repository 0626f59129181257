import { createContext, useContext } from "react";
import type { Locale } from "./words/format";

export const defaultLocale: Locale = { language: "en", timeZone: "UTC" };

export const LocaleContext = createContext(defaultLocale);

/** The reader's language and time zone, known to the server too, so that both write the same. */
export function useLocale(): Locale {
  return useContext(LocaleContext);
}
