import { formatDate, formatRelative } from "~/words/format";
import { useLocale } from "~/locale";
import { useNow } from "~/now";
import { Tooltip } from "./tooltip";

/** “3 hours ago”, with the exact moment on hover and focus. The server writes the exact date; the browser makes it relative. */
export function RelativeTime({ at }: { at: string }) {
  const locale = useLocale();
  const now = useNow();
  const exact = formatDate(at, locale, "long");
  return (
    <Tooltip text={exact}>
      <time dateTime={at} className="whitespace-nowrap">
        {now === null ? formatDate(at, locale, "short") : formatRelative(at, now, locale.language)}
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
