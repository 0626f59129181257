import { Link } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import { Page, Section } from "~/components/page";
import { addressOf, reachableGroups } from "~/frame/destinations";
import { useFrame } from "~/frame/frame-data";
import { settingsGroups } from "~/frame/settings-destinations";

/** On phones this is the way into the settings; elsewhere the rail lists the same. */
export function SettingsView() {
  const frame = useFrame();
  return (
    <Page title="Settings">
      {reachableGroups(settingsGroups, frame).map((group) => (
        <Section key={group.name} title={group.name}>
          <ul className="-my-2 divide-y divide-line">
            {group.destinations.map((destination) => {
              const { name, about, path, icon: Icon, outside } = destination;
              return (
                <li key={path}>
                  <Link
                    to={addressOf(destination, frame)}
                    prefetch={outside ? "none" : "intent"}
                    reloadDocument={outside}
                    className="flex min-h-(--list-row) items-center gap-3 px-1 py-(--row-inset) hover:bg-sunken"
                  >
                    <Icon aria-hidden className="size-4 shrink-0 text-muted" />
                    <span className="min-w-0 flex-1">
                      <span className="block font-medium">{name}</span>
                      <span className="block text-13 text-muted">{about}</span>
                    </span>
                    <ChevronRight aria-hidden className="size-4 shrink-0 text-faint" />
                  </Link>
                </li>
              );
            })}
          </ul>
        </Section>
      ))}
    </Page>
  );
}
