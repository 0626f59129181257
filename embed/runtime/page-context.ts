const campaign = ["source", "medium", "campaign", "term", "content"] as const;

/**
 * What goes with an answer: the page it was given on and the campaign that its address names. Where the visitor came from,
 * and the mark of the link they came by, only once the page says that they consented.
 */
export function contextOf(host: HTMLElement): object {
  const given = new URLSearchParams(location.search);
  const utm = Object.fromEntries(
    campaign.flatMap((name) => {
      const value = given.get(`utm_${name}`);
      return value ? [[name, value.slice(0, 200)]] : [];
    }),
  );
  const page = location.origin + location.pathname;
  if (host.getAttribute("consent") !== "granted") return { page, utm };
  const mark = (name: string) => given.get(`trb_${name}`) ?? undefined;
  return { page, utm, referrer: document.referrer, clickId: mark("click"), visitor: mark("visitor") };
}
