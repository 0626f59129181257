/** What the people and companies that ask Northwind Coffee are called, and where they are. */
export const firstNames = {
  no: "Ingrid Sunniva Astrid Kari Maja Nora Thea Hanne Marit Solveig Lars Eirik Magnus Håkon Sindre Øyvind Tor Henrik Bjørn Vegard".split(
    " ",
  ),
  dk: "Freja Mette Sofie Kirsten Ida Camilla Asger Mikkel Rasmus Søren Jeppe Nikolaj Emil Kasper Line".split(
    " ",
  ),
  de: "Anja Katrin Lena Heike Jule Wiebke Svenja Malte Jan Torben Henning Lukas Felix Ayşe Mehmet Thị Olena".split(
    " ",
  ),
};

export const lastNames = {
  no: "Hansen Johansen Olsen Larsen Bakke Haugen Dahl Lie Moen Strand Solberg Berg Nygård Fjeld Aasen Brekke Ødegård Sæther".split(
    " ",
  ),
  dk: "Nielsen Jensen Møller Madsen Kjær Østergaard Lund Holm Bruun Thomsen Vestergaard Skov".split(" "),
  de: "Petersen Schröder Brandt Hinrichs Thomsen Voß Lüders Behrens Kruse Jansen Yılmaz Nguyễn Kovalenko Wulf".split(
    " ",
  ),
};

export type Country = keyof typeof firstNames;

export const cities: Record<Country, { weight: Record<string, number>; dial: string; name: string }> = {
  no: { weight: { Bergen: 8, Oslo: 5, Stavanger: 3, Trondheim: 2, Ålesund: 1 }, dial: "+47", name: "NO" },
  dk: { weight: { København: 4, Aarhus: 3, Odense: 1 }, dial: "+45", name: "DK" },
  de: { weight: { Hamburg: 5, Kiel: 2, Bremen: 2, Flensburg: 1, Lübeck: 1 }, dial: "+49", name: "DE" },
};

/** First words and second words of company names; together there are many more than are ever asked for. */
export const companyNames = {
  office: {
    first:
      "Fjordlys Nordvik Havblikk Kystline Brattvåg Løvstakken Elbe Alster Marienkai Øresund Lillebælt Sandviken Nygaten Torvet Kranen Speicher".split(
        " ",
      ),
    second: [
      "Arkitekter",
      "Consulting",
      "Software",
      "Legal",
      "Studio",
      "Engineering",
      "Shipping",
      "Energy",
      "Health",
      "Insurance",
      "Robotics",
      "Logistics",
    ],
  },
  cafe: {
    first: "Blå Lille Gamle Rote Grønne Stille Salt Gule Havnens Neue Runde Vesle".split(" "),
    second: ["Kaffebar", "Bakeri", "Konditori", "Café", "Rösterei-Bar", "Brød & Kaffe", "Kiosk", "Frokost"],
  },
  hotel: {
    first: ["Hotel", "Pensjonat", "Gasthaus", "Badehotel"],
    second: "Bryggen Terminus Fløien Skansen Nyhavn Hafen Strandvejen Elbblick Ekeberg".split(" "),
  },
};

/** What somebody does: of an office its name says it, by its second word. */
export const industries: Record<string, readonly string[]> = {
  cafe: ["Cafés and bakeries"],
  hotel: ["Hotels"],
  Arkitekter: ["Architecture"],
  Consulting: ["Management consulting", "Tax and audit"],
  Software: ["Software"],
  Legal: ["Legal services"],
  Studio: ["Design", "Film and photography"],
  Engineering: ["Engineering"],
  Shipping: ["Shipping"],
  Energy: ["Energy"],
  Health: ["Healthcare"],
  Insurance: ["Insurance"],
  Robotics: ["Robotics"],
  Logistics: ["Logistics"],
};

export const jobTitles = {
  office: ["Office manager", "People lead", "Facility manager", "Executive assistant", "Managing director"],
  cafe: ["Owner", "Head barista", "Manager", "Co-founder"],
  hotel: ["Food and beverage manager", "Purchasing", "General manager"],
};

export const lostReasons = {
  "Price above what they pay now": 6,
  "Chose another roaster": 5,
  "Went quiet": 7,
  "No budget this year": 4,
  "Delivery too far": 2,
  "Wanted capsules": 2,
};

export const wonReasons = {
  "Won them at the tasting": 6,
  "Grinder on loan": 4,
  "Recommended by a customer": 3,
  "Price per cup": 3,
  "Fresh dates on the bag": 4,
};

export const notes = [
  "Asked twice whether the grinder stays if they pause.",
  "Current supplier's contract ends in the quarter after next.",
  "Half the floor drinks decaf. Send the decaf sample too.",
  "Wants a delivery before 9, the lift is busy afterwards.",
  "Came to the Saturday tasting with a colleague.",
  "Prefers to be called in the afternoon.",
  "Compares us with what the machine leasing includes.",
  "Liked the washed Ethiopian, found the Guatemala too heavy.",
];
