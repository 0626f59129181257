import { Link } from "@remix-run/react";
import { Checkbox } from "~/components/ui/checkbox";
import { countOf } from "~/words/format";

export type OrderTopic = {
  id: string;
  title: string;
  subheader: string;
  /** The order was begun with others of the chosen topics. */
  isLeftOut?: boolean;
};

type TopicFieldsProps = { name: string; topics: OrderTopic[]; topicsTo: string };

/** The topics that were chosen; each is taken in turn. */
export function TopicFields({ name, topics, topicsTo }: TopicFieldsProps) {
  if (topics.length === 0)
    return (
      <p className="text-muted">
        No topic is chosen, so the profile of the business gives the subjects.{" "}
        <Link to={topicsTo} className="link">
          Choose topics
        </Link>
      </p>
    );
  return (
    <fieldset>
      <legend className="mb-1.5 text-13 text-muted">
        {countOf(topics.length, "chosen topic")}, taken in turn.{" "}
        <Link to={topicsTo} className="link">
          Choose others
        </Link>
      </legend>
      <div className="max-h-72 overflow-y-auto border-y border-line py-1">
        {topics.map(({ id, title, subheader, isLeftOut = false }) => (
          <Checkbox
            key={id}
            name={name}
            value={id}
            defaultChecked={!isLeftOut}
            label={title}
            hint={subheader}
          />
        ))}
      </div>
    </fieldset>
  );
}
