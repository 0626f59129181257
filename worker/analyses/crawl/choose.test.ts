import { expect, it } from "vitest";
import { choosePages } from "./choose";

const home = new URL("https://www.coffee.example/");
const link = (url: string, text = "") => ({ url, text });

it("takes one page of each kind that matters, in the order in which they matter, then more of the site", () => {
  const links = [
    link("/blog/second-post"),
    link("/blog"),
    link("/contact-us"),
    link("/plans", "What it costs"),
    link("/company/about"),
    link("/deep/down/here"),
    link("/beans"),
  ];
  expect(choosePages(home, links, 6).map((url) => new URL(url).pathname)).toEqual([
    "/company/about",
    "/plans",
    "/contact-us",
    "/blog",
    "/beans",
    "/deep/down/here",
  ]);
});

it("leaves out other sites, files, log-ins, carts, legal pages, searches and the home page itself", () => {
  const links = [
    "https://other.example/about",
    "mailto:hello@coffee.example",
    "javascript:alert(1)",
    "https://user@www.coffee.example/about",
    "/menu.pdf",
    "/login",
    "/cart",
    "/privacy-policy",
    "/find?q=beans",
    "/",
    "#top",
  ].map((url) => link(url));
  expect(choosePages(home, links, 9)).toEqual([]);
});

it("knows a page by one address, however its links are written", () => {
  const links = ["http://coffee.example/about", "https://www.coffee.example/about/", "/about#team"];
  expect(
    choosePages(
      home,
      links.map((url) => link(url)),
      9,
    ),
  ).toEqual(["https://www.coffee.example/about"]);
});
