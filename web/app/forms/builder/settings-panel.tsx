import { useId, useState } from "react";
import { instantAt, shownAt } from "~/calendar/clock";
import { Checkbox } from "~/components/ui/checkbox";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Switch } from "~/components/ui/switch";
import { useLocale } from "~/locale";
import type { FormSettings } from "../form";
import { useBuilder } from "./builder-context";
import { ChallengeFields } from "./challenge-fields";
import { NumberRow, PanelPart, TextRow } from "./rows";

export type Teammate = { id: string; name: string };
export type SettingsPanelProps = { teammates: readonly Teammate[]; hasChallengeSecret: boolean };

/** How a form is run. These count at once, without publishing again. */
export function SettingsPanel({ teammates, hasChallengeSecret }: SettingsPanelProps) {
  const { words, changeWords, editable } = useBuilder();
  const { settings } = words;
  const set = (patch: Partial<FormSettings>, about?: string) =>
    changeWords({ settings: { ...settings, ...patch } }, about && `settings ${about}`);
  const shared = { settings, set, editable };
  return (
    <>
      <p className="mb-4 text-13 text-muted">What is set here counts at once, without publishing again.</p>
      <WhenOpen {...shared} />
      <Told {...shared} teammates={teammates} />
      <Answers {...shared} />
      <Protection {...shared} hasChallengeSecret={hasChallengeSecret} />
    </>
  );
}

type PartProps = {
  settings: FormSettings;
  set: (patch: Partial<FormSettings>, about?: string) => void;
  editable: boolean;
};

function WhenOpen({ settings, set, editable }: PartProps) {
  const { opensAt, closesAt } = settings;
  const isTurned = opensAt !== null && closesAt !== null && opensAt >= closesAt;
  return (
    <PanelPart title="When it is open">
      <NumberRow
        label="Most answers"
        value={settings.responseLimit ?? undefined}
        min={1}
        max={10_000_000}
        disabled={!editable}
        hint="The one after the last is told that the form is full. Empty means no limit."
        onChange={(limit) => set({ responseLimit: limit ?? null }, "limit")}
      />
      <MomentRow
        label="Opens"
        value={opensAt}
        disabled={!editable}
        onChange={(at) => set({ opensAt: at }, "opens")}
      />
      <MomentRow
        label="Closes"
        value={closesAt}
        disabled={!editable}
        errors={isTurned ? ["It closes before it opens."] : undefined}
        onChange={(at) => set({ closesAt: at }, "closes")}
      />
      <TextRow
        label="Words when it is closed"
        optional
        rows={2}
        value={settings.closedMessage}
        disabled={!editable}
        onChange={(closedMessage) => set({ closedMessage }, "closedMessage")}
      />
    </PanelPart>
  );
}

type MomentRowProps = {
  label: string;
  value: string | null;
  disabled: boolean;
  errors?: string[];
  onChange: (at: string | null) => void;
};

/** In the clock of whoever sets it. */
function MomentRow({ label, value, disabled, errors, onChange }: MomentRowProps) {
  const { timeZone } = useLocale();
  return (
    <Field id={useId()} label={label} errors={errors}>
      {(control) => (
        <Input
          {...control}
          type="datetime-local"
          value={value === null ? "" : wallTimeOf(value, timeZone)}
          disabled={disabled}
          onChange={({ target }) => onChange(target.value ? momentOf(target.value, timeZone) : null)}
        />
      )}
    </Field>
  );
}

function wallTimeOf(at: string, timeZone: string): string {
  const { day, time } = shownAt(at, timeZone);
  return `${day}T${time}`;
}

function momentOf(wallTime: string, timeZone: string): string {
  return instantAt({ day: wallTime.slice(0, 10), time: wallTime.slice(11, 16) }, timeZone);
}

function Told({ settings, set, editable, teammates }: PartProps & { teammates: readonly Teammate[] }) {
  const { notifyMemberIds: chosen } = settings;
  return (
    <PanelPart title="Who is told" about="By email, of each answer that is not spam.">
      <div role="group" aria-label="Who is told">
        {teammates.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={chosen.includes(id)}
            disabled={!editable}
            onChange={({ target }) =>
              set({
                notifyMemberIds: target.checked ? [...chosen, id] : chosen.filter((each) => each !== id),
              })
            }
          />
        ))}
      </div>
      {teammates.length === 0 && <p className="text-13 text-muted">You may not see who else works here.</p>}
    </PanelPart>
  );
}

function Answers({ settings, set, editable }: PartProps) {
  return (
    <PanelPart title="Answers">
      <Switch
        label="Keep what is unfinished"
        hint="Where the visitor agrees; they get a link to go on later."
        checked={settings.keepsDrafts}
        disabled={!editable}
        onChange={({ target }) => set({ keepsDrafts: target.checked })}
      />
      <Switch
        label="Confirm the address"
        hint="Consent counts once the visitor has followed a link in an email."
        checked={settings.hasDoubleOptIn}
        disabled={!editable}
        onChange={({ target }) => set({ hasDoubleOptIn: target.checked })}
      />
    </PanelPart>
  );
}

function Protection({
  settings,
  set,
  editable,
  hasChallengeSecret,
}: PartProps & { hasChallengeSecret: boolean }) {
  return (
    <PanelPart
      title="Where and by whom"
      about="Spam is always looked for, and kept apart with its reason. Nothing is lost by it."
    >
      <DomainsRow settings={settings} set={set} editable={editable} />
      <ChallengeFields
        siteKey={settings.challengeSiteKey}
        hasSecret={hasChallengeSecret}
        editable={editable}
        onSiteKey={(challengeSiteKey) => set({ challengeSiteKey }, "siteKey")}
      />
    </PanelPart>
  );
}

function DomainsRow({ settings, set, editable }: PartProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = (typed ?? "").split(/[\s,]+/).filter((word) => word && !isDomain(word));
  return (
    <div onBlur={() => wrong.length === 0 && setTyped(null)}>
      <TextRow
        label="May stand on"
        optional
        rows={2}
        value={typed ?? settings.allowedDomains.join("\n")}
        placeholder="example.com"
        disabled={!editable}
        hint="One domain a line, with all that stands below it. Empty means anywhere."
        errors={wrong.length > 0 ? [`${wrong.join(", ")}: write a domain such as example.com.`] : undefined}
        onChange={(text) => {
          setTyped(text);
          const domains = text
            .toLowerCase()
            .split(/[\s,]+/)
            .filter(isDomain);
          set({ allowedDomains: [...new Set(domains)] }, "domains");
        }}
      />
    </div>
  );
}

function isDomain(word: string): boolean {
  return /^(?:localhost|(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63})(?::\d{2,5})?$/i.test(word);
}
