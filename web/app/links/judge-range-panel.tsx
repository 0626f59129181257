import { shownAt } from "~/calendar/clock";
import { SidePanel } from "~/components/side-panel";
import { Button } from "~/components/ui/button";
import { SelectField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { useLocale } from "~/locale";
import { judgeRangeSchema } from "~/schemas/link";
import type { Click } from "./link";

const verdicts = [
  { value: "bot", name: "Machines, or ourselves" },
  { value: "human", name: "People" },
  { value: "rules", name: "What the rules say" },
];

type JudgeRangePanelProps = { clicks: Click[]; closeTo: string };

/** For a test of one's own or a scanner's visit: every click of a time gets one verdict. Begins with the clicks that are on the page. */
export function JudgeRangePanel({ clicks, closeTo }: JudgeRangePanelProps) {
  const { timeZone } = useLocale();
  const shown = (click: Click | undefined) => {
    if (!click) return undefined;
    const { day, time } = shownAt(click.at, timeZone);
    return `${day}T${time}`;
  };
  return (
    <SidePanel
      title="Judge the clicks of a time"
      about="Such as the morning on which you tried the link yourselves. Every number follows."
      closeTo={closeTo}
    >
      <SchemaForm
        schema={judgeRangeSchema}
        intent="judge-range"
        defaultValue={{ from: shown(clicks.at(-1)), to: shown(clicks[0]), verdict: "bot" }}
      >
        {(fields, pending) => (
          <>
            <TextField field={fields.from} label="From" type="datetime-local" />
            <TextField
              field={fields.to}
              label="To"
              type="datetime-local"
              hint={`Times are those of ${timeZone}.`}
            />
            <SelectField
              field={fields.verdict}
              label="Take them for"
              options={verdicts}
              hint="You can take it back: the rules then judge each click again, and what was said of single ones in that time is forgotten."
            />
            <div>
              <Button type="submit" look="primary" pending={pending}>
                Judge clicks
              </Button>
            </div>
          </>
        )}
      </SchemaForm>
    </SidePanel>
  );
}
