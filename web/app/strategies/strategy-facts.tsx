import type { ReactNode } from "react";
import { Section } from "~/components/page";
import { goalWords, lengthWords, type Strategy, templateWords, voiceWords } from "./strategy-words";

/** A strategy to read, for those who may not change it and for one that is put away. */
export function StrategyFacts({ strategy }: { strategy: Strategy }) {
  const { goal, voice, template, length, targetAudience, contentFocus, scenarios } = strategy;
  const { decisionMakers, problems, searchBehavior } = strategy.customerPsychology;
  const choices = [
    ["Goal", goalWords[goal]],
    ["Voice", voiceWords[voice]],
    ["Form", templateWords[template]],
    ["Length", lengthWords[length]],
  ] as const;
  return (
    <>
      <Section title="How it is written">
        <Facts>
          {choices.map(([name, { name: chosen, about }]) => (
            <Fact key={name} name={name}>{`${chosen}: ${about}`}</Fact>
          ))}
        </Facts>
      </Section>
      <Section title="For whom">
        <Facts>
          <Fact name="Target audience">{targetAudience || "Not said yet"}</Fact>
          <Fact name="What to write about">{contentFocus || "Not said yet"}</Fact>
        </Facts>
      </Section>
      <Section title="How they think">
        <Facts>
          <Fact name="Who decides">{decisionMakers.join("; ") || "Not said yet"}</Fact>
          <Fact name="What keeps them busy">{problems.join("; ") || "Not said yet"}</Fact>
          <Fact name="What they search">{searchBehavior.join("; ") || "Not said yet"}</Fact>
        </Facts>
      </Section>
      {scenarios.length > 0 && (
        <Section title="Moments">
          <Facts>
            {scenarios.map(({ name, situation, question, nextStep }) => (
              <Fact key={name} name={name}>
                {[situation, question, nextStep].filter(Boolean).join(" ")}
              </Fact>
            ))}
          </Facts>
        </Section>
      )}
    </>
  );
}

function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid max-w-xl gap-3">{children}</dl>;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-13 text-muted">{name}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}
