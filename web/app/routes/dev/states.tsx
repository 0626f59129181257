import { data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { Link, useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { LinkTabs } from "~/components/ui/tabs";
import { Frame } from "~/frame/frame";
import { sampleFrame } from "~/gallery/sample-people";
import { screens } from "~/gallery/screens";
import { title } from "~/titles";

export const meta = () => title("States");

/** Only where everything runs on one machine. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  if (context.env.TRIBUTARY_MODE !== "local") throw data(null, { status: 404 });
  const name = params.screen ?? "components";
  const states = Object.keys(screens[name]?.states ?? {});
  if (states.length === 0) throw data(null, { status: 404 });
  const asked = new URL(request.url).searchParams.get("state");
  const state = states.find((one) => one === asked) ?? states[0];
  return { name, states, state: state ?? "success" };
}

export default function States() {
  const { name, states, state } = useLoaderData<typeof loader>();
  return (
    <Frame data={sampleFrame} banner={<ScreenList current={name} />}>
      {states.length > 1 && (
        <div className="mb-8">
          <LinkTabs
            label="States"
            tabs={states.map((one) => ({ to: `?state=${one}`, name: one, isCurrent: one === state }))}
          />
        </div>
      )}
      {/* What somebody opened or typed in one state is none of the next one's business. */}
      <Fragment key={`${name} ${state}`}>{screens[name]?.states[state]?.()}</Fragment>
    </Frame>
  );
}

function ScreenList({ current }: { current: string }) {
  return (
    <nav
      aria-label="Screens"
      className="flex flex-wrap gap-x-4 gap-y-1 border-b border-line bg-sunken px-4 py-2 text-13 sm:px-8"
    >
      {Object.entries(screens).map(([key, screen]) => (
        <Link
          key={key}
          to={`/dev/states/${key}`}
          aria-current={key === current ? "page" : undefined}
          className="link touch"
        >
          {screen.name}
        </Link>
      ))}
    </nav>
  );
}
