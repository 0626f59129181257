import { Form, useSubmit } from "@remix-run/react";
import type { FormEvent } from "react";
import { Page, Section } from "~/components/page";
import { Button } from "~/components/ui/button";
import { Radio } from "~/components/ui/checkbox";
import { Shortcut } from "~/components/ui/kbd";
import { mainDestinations } from "~/frame/destinations";
import { settingsGroups } from "~/frame/settings-destinations";

export type Appearance = {
  theme: "system" | "light" | "dark";
  density: "comfortable" | "compact";
  singleKeys: boolean;
};

const themes = [
  { value: "system", label: "Like my device" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

const densities = [
  { value: "comfortable", label: "Comfortable", hint: "Room around every row." },
  { value: "compact", label: "Compact", hint: "More rows on the screen. Touch screens keep theirs." },
];

export function AppearanceView({ theme, density, singleKeys }: Appearance) {
  return (
    <Page title="Appearance" about="For this browser, and for each new one you sign in with.">
      <Section title="Theme">
        <Choices name="theme" legend="Theme" options={themes} value={theme} />
      </Section>
      <Section title="Density" about="How close rows stand in tables and lists.">
        <Choices name="density" legend="Density" options={densities} value={density} />
      </Section>
      <Section
        title="Keyboard"
        about={
          <>
            <Shortcut keys="mod+k" /> always works. Single letters get in the way of some voice and screen
            reader software.
          </>
        }
      >
        <PreferenceForm>
          <fieldset>
            <legend className="sr-only">Single-letter shortcuts</legend>
            <Radio
              name="singleKeys"
              value="on"
              label="Use single letters"
              hint="Press ? to see them all."
              defaultChecked={singleKeys}
            />
            <Radio
              name="singleKeys"
              value="off"
              label="Do not use single letters"
              defaultChecked={!singleKeys}
            />
          </fieldset>
        </PreferenceForm>
        <ShortcutList />
      </Section>
    </Page>
  );
}

type Option = { value: string; label: string; hint?: string };
type ChoicesProps = { name: string; legend: string; options: Option[]; value: string };

function Choices({ name, legend, options, value }: ChoicesProps) {
  return (
    <PreferenceForm>
      <fieldset>
        <legend className="sr-only">{legend}</legend>
        {options.map((option) => (
          <Radio key={option.value} name={name} {...option} defaultChecked={option.value === value} />
        ))}
      </fieldset>
    </PreferenceForm>
  );
}

/** Saves as soon as something is chosen; without script by its button. */
function PreferenceForm({ children }: { children: React.ReactNode }) {
  const submit = useSubmit();
  const onChange = (event: FormEvent<HTMLFormElement>) =>
    submit(event.currentTarget, { replace: true, preventScrollReset: true });
  return (
    <Form method="post" action="/preferences" onChange={onChange}>
      <input type="hidden" name="returnTo" value="/account/appearance" />
      {children}
      <noscript>
        <Button type="submit" className="mt-3">
          Save
        </Button>
      </noscript>
    </Form>
  );
}

function ShortcutList() {
  const going = [...mainDestinations, ...settingsGroups.flatMap((group) => group.destinations)];
  return (
    <dl className="mt-6 max-w-md divide-y divide-line border-y border-line">
      {[
        { keys: "c", name: "Create something" },
        { keys: "/", name: "Search" },
        { keys: "?", name: "Show shortcuts" },
        ...going.flatMap(({ keys, name, operator }) =>
          keys && !operator ? [{ keys, name: `Go to ${name}` }] : [],
        ),
      ].map(({ keys, name }) => (
        <div key={keys} className="flex h-9 items-center justify-between gap-4">
          <dt>{name}</dt>
          <dd>
            <Shortcut keys={keys} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
