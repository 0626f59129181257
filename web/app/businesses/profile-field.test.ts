import { expect, test } from "vitest";
import { sampleAnalysis } from "~/gallery/sample-analysis";
import { sampleBusiness } from "~/gallery/sample-business";
import { changeOf, schemaOf, typedOf } from "./profile-field";
import { sectionsOf } from "./profile-sections";
import { proposedText, reviewOf, takenOf } from "./review";

const parts = ["offer", "audience", "voice", "channels"] as const;
const sections = parts.flatMap((part) => sectionsOf(part, sampleBusiness));

test.each(sections)("what the form “$title” shows goes back as it came", ({ fields }) => {
  const typed = typedOf(fields, sampleBusiness);
  const change = changeOf(fields, typed);
  expect(sampleBusiness).toMatchObject(change);
});

test("a form that is emptied empties the profile, except for what must be there", () => {
  const fields = sections.flatMap((section) => section.fields);
  const change = changeOf(fields, {});
  expect(change).toMatchObject({
    website: null,
    description: "",
    competitors: [],
    awarenessStage: null,
    audienceDemographics: {},
    brandColors: {},
    socialPlatforms: [],
  });
  const missing = schemaOf(fields)
    .safeParse({})
    .error?.issues.map(({ path }) => path.join("."));
  expect(missing).toEqual(["name", "slug"]);
});

test("a review shows what is proposed and not said already, and takes what is ticked", () => {
  const same = { ...sampleAnalysis, proposal: { ...sampleAnalysis.proposal, name: sampleBusiness.name } };
  const rows = reviewOf(sampleBusiness, same);
  expect(rows.map(({ name }) => name)).toEqual([
    "description",
    "brandColors",
    "targetAudience",
    "brandKeywords",
  ]);
  const typed = { ...proposedText(rows, same), targetAudience: "In our words." };
  expect(takenOf(rows, ["targetAudience", "brandColors"], typed)).toEqual({
    targetAudience: "In our words.",
    brandColors: { primary: "#1d3b36", secondary: "#b45309" },
  });
});
