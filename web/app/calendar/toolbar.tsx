import { Form, useLocation, useSubmit } from "@remix-run/react";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "~/components/ui/button";
import { LinkButton } from "~/components/ui/link-button";
import { Select } from "~/components/ui/select";
import { LinkTabs } from "~/components/ui/tabs";
import { useLocale } from "~/locale";
import { channelNames } from "./calendar-piece";
import { zoneName } from "./clock";
import { calendarViews, type CalendarViewName, neighbours, sayPeriod } from "./window";

export type BusinessOption = { id: string; name: string; timezone: string };
type Props = {
  view: CalendarViewName;
  day: string;
  today: string;
  days: readonly string[];
  businesses: BusinessOption[];
  business: BusinessOption | null;
  channel: string | null;
  zone: "mine" | "business";
  timeZone: string;
};

export function Toolbar({ view, day, days, today, ...filters }: Props) {
  const { language } = useLocale();
  const with_ = useWith();
  const { before, after } = neighbours(view, day);
  return (
    <>
      <div className="hidden sm:block">
        <LinkTabs
          label="View"
          tabs={Object.entries(calendarViews).map(([key, name]) => ({
            to: with_({ view: key }),
            name,
            isCurrent: key === view,
          }))}
        />
      </div>
      <div className="mt-4 mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="flex items-center gap-1">
          <LinkButton
            to={with_({ day: before })}
            look="quiet"
            size="icon"
            aria-label="Earlier"
            preventScrollReset
          >
            <ChevronLeft aria-hidden />
          </LinkButton>
          <LinkButton to={with_({ day: today })} size="sm" preventScrollReset>
            Today
          </LinkButton>
          <LinkButton
            to={with_({ day: after })}
            look="quiet"
            size="icon"
            aria-label="Later"
            preventScrollReset
          >
            <ChevronRight aria-hidden />
          </LinkButton>
        </div>
        <p className="text-16 font-semibold" aria-live="polite">
          {sayPeriod(view, day, days, language)}
        </p>
        <Filters {...filters} view={view} day={day} />
      </div>
    </>
  );
}

type FilterProps = Omit<Props, "days" | "today">;

function Filters({ businesses, business, channel, zone, timeZone, view, day }: FilterProps) {
  const submit = useSubmit();
  return (
    <Form
      method="get"
      className="flex w-full flex-wrap gap-2 sm:ml-auto sm:w-auto"
      onChange={(event) => submit(event.currentTarget, { preventScrollReset: true })}
    >
      <input type="hidden" name="view" value={view} />
      <input type="hidden" name="day" value={day} />
      {businesses.length > 1 && (
        <Select
          name="business"
          aria-label="Business"
          className="w-full sm:w-44"
          {...keyed(business?.id ?? "")}
        >
          <option value="">All businesses</option>
          {businesses.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <Select
        name="channel"
        aria-label="Channel"
        className="min-w-0 flex-1 sm:w-36 sm:flex-none"
        {...keyed(channel ?? "")}
      >
        <option value="">All channels</option>
        {Object.entries(channelNames).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        name="zone"
        aria-label="Time zone"
        className="min-w-0 flex-1 sm:w-52 sm:flex-none"
        {...keyed(zone)}
      >
        {business && <option value="business">{`Business: ${zoneName(business.timezone)}`}</option>}
        <option value="mine">{zone === "mine" ? `Mine: ${zoneName(timeZone)}` : "Mine"}</option>
      </Select>
      <noscript>
        <Button type="submit">Show</Button>
      </noscript>
    </Form>
  );
}

/** Begins anew where the address says something else. */
function keyed(value: string) {
  return { key: value, defaultValue: value };
}

function useWith(): (change: Record<string, string>) => string {
  const { search } = useLocation();
  return (change) => {
    const next = new URLSearchParams(search);
    for (const [key, value] of Object.entries(change)) next.set(key, value);
    return `?${next.toString()}`;
  };
}
