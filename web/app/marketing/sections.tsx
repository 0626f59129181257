const stretches = [
  {
    name: "Write",
    text: "It reads your site, says what it understood and where it read it, and proposes topics. You pick; it writes posts, checklists and sequences, and every claim points at the sentence that backs it.",
  },
  {
    name: "Carry",
    text: "Each piece leads somewhere: to the next piece, a page, a form. Links and ids travel by themselves, so nothing has to be set up and nothing is lost on the way.",
  },
  {
    name: "Follow",
    text: "Forms load at once and never lose what was typed. Leads arrive live, with a score that says why, in points that add up, and names the pieces that persuaded.",
  },
  {
    name: "Learn",
    text: "Clicks, leads and revenue flow back to every piece. The next brief carries what won and what lost, with how sure the numbers are.",
  },
];

/** The loop in four words. */
export function Stretches() {
  return (
    <section className="py-16 sm:py-24">
      <h2 className="max-w-xl font-serif text-28 font-medium">One river instead of six tools</h2>
      <dl className="mt-10 grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
        {stretches.map(({ name, text }) => (
          <div key={name} className="border-t border-line pt-4">
            <dt className="text-16 font-semibold">{name}</dt>
            <dd className="mt-2 text-muted">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const promises = [
  {
    name: "Credits add up",
    text: "Under every attribution model, what the pieces are credited sums to what the customer paid. To the cent, refunds included.",
  },
  {
    name: "No winner from noise",
    text: "A test names a leader only when the numbers carry it. Until then it says how many visitors are missing.",
  },
  {
    name: "People, not scanners",
    text: "Clicks of bots and mail scanners are set aside, everywhere at once, and can be brought back.",
  },
  {
    name: "A cap is a cap",
    text: "The cost is shown before anything is written. What fails costs nothing, and the limit you set holds.",
  },
  {
    name: "Yours to take, yours to erase",
    text: "One export and one deletion for a person, everywhere, with a receipt.",
  },
  {
    name: "No private door",
    text: "Everything the app can do, the API can do: keys with scopes, signed webhooks, errors that explain themselves.",
  },
];

export function Promises() {
  return (
    <section className="border-t border-line py-16 sm:py-24">
      <h2 className="max-w-xl font-serif text-28 font-medium">Numbers you can hold us to</h2>
      <dl className="mt-10 grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
        {promises.map(({ name, text }) => (
          <div key={name}>
            <dt className="font-semibold">{name}</dt>
            <dd className="mt-1 text-muted">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
