import { useHydrated } from "~/hydrated";
import { formatDate, formatRelative } from "~/words/format";
import { useLocale } from "~/locale";
import { Tooltip } from "./tooltip";

/** “3 hours ago”, with the exact moment on hover and focus. The server writes the exact date; the browser makes it relative. */
export function RelativeTime({ at }: { at: string }) {
  const locale = useLocale();
  const hydrated = useHydrated();
  const exact = formatDate(at, locale, "long");
  return (
    <Tooltip text={exact}>
      <time dateTime={at} tabIndex={0} className="rounded-4 whitespace-nowrap">
        {hydrated ? formatRelative(at, Date.now(), locale.language) : formatDate(at, locale, "short")}
      </time>
    </Tooltip>
  );
}

export function ExactTime({ at }: { at: string }) {
  const locale = useLocale();
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {formatDate(at, locale, "long")}
    </time>
  );
}
