import { NavLink } from "@remix-run/react";
import { clsx } from "clsx";
import { Search } from "lucide-react";
import { addressOf, isSettingsPath, mainDestinations, reachable } from "./destinations";
import { useFrame } from "./frame-data";
import { useOpenLayer } from "./layers";
import { OrganizationSwitcher } from "./organization-switcher";
import { UserMenu } from "./user-menu";
import { useLocation } from "@remix-run/react";

export function PhoneTopBar() {
  return (
    <header data-frame className="sticky top-0 z-20 border-b border-line bg-rail px-2 py-1 md:hidden">
      <OrganizationSwitcher />
    </header>
  );
}

/** At the thumb, on phones. */
export function PhoneBottomBar() {
  const frame = useFrame();
  const open = useOpenLayer();
  const { pathname } = useLocation();
  return (
    <nav
      data-frame
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-rail pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="mx-auto flex max-w-md *:flex-1">
        {reachable(mainDestinations, frame).map((destination) => {
          const { icon: Icon, name, path } = destination;
          const isCurrent = name === "Settings" ? isSettingsPath(pathname) : undefined;
          return (
            <li key={path}>
              <NavLink
                to={addressOf(destination, frame)}
                end={path === "/o/:organization"}
                className={({ isActive }) =>
                  clsx(
                    "grid h-14 place-items-center content-center gap-0.5 text-12",
                    (isCurrent ?? isActive) ? "font-medium text-stream-ink" : "text-muted",
                  )
                }
              >
                <Icon aria-hidden className="size-5" />
                {name}
              </NavLink>
            </li>
          );
        })}
        <li>
          <button
            type="button"
            onClick={() => open("palette")}
            className="grid h-14 w-full place-items-center content-center gap-0.5 text-12 text-muted"
          >
            <Search aria-hidden className="size-5" />
            Search
          </button>
        </li>
        <li>
          <UserMenu side="top" compact />
        </li>
      </ul>
    </nav>
  );
}
