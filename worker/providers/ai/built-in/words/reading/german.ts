import type { Lexicon } from "./lexicon";

const priced =
  "was kost~|was wurden?…kosten|wie ?viel (?:kostet|kosten|wurde)~|wie teuer|preisliste|preise?|angebot|kostenvoranschlag|konditionen";
const ready =
  "(?:mochten?|wurden? gerne?|wollen?|werden)…(?:bestellen|kaufen|beauftragen|abschließen|unterschreiben)";

export const german: Lexicon = {
  code: "de",
  common:
    "der die das und ist sind wir ihr ihre ihnen sie ich nicht ein eine einen einem einer mit fur von zu auf den dem des im am bei auch noch oder aber wenn wie was haben hat habe kann konnen konnten wurde wurden uns unser unsere bitte danke gerne gern sehr geehrte hallo es ja nein dass als nur schon mehr vielen dank wollen mochten mochte mir mich euch werden ware kein keine zum zur um angebot rechnung liebe viele ab bis leider heute kommt passt super toll",
  months: "januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember",
  weekdays: "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag",
  next: "nachste[nrs]?|kommende[nrs]?|diese[nrs]?",
  of: "",
  pleased:
    "danke|dank|toll~|super|prima|großartig~|perfekt~|wunderbar~|begeister~|zufrieden|freuen? (?:uns|mich)|klasse|hervorragend~|lecker~|gefallt|uberzeugt|nicht schlecht|nicht ubel|klingt gut",
  displeased:
    "enttausch~|unzufrieden|~arger~|schrecklich~|schlecht~|zu spat|verspat~|kaputt~|defekt~|falsch~|problem~|beschwer~|reklam~|inakzeptabel|unverschamt~|zu teuer|sorgen|verwirr~|wutend|stornier~|mangel~|beschadigt~",
  not: "nicht|kein(?:e[nrms]?)?|nie|niemals|kaum|weder|ohne|wenig",
  notAfter: "nicht|kaum|nie",
  empty:
    "(?:danke|dank) im voraus|vorab (?:vielen )?dank|nein,? danke|na (?:toll|super|prima|klasse)|(?:super|prima|klasse|toll|danke), (?:schon )?wieder|kein problem|danke fur nichts",
  feelings: {
    gratitude: "dank~|vielen dank",
    enthusiasm: "begeister~|freuen? (?:uns|mich)|großartig~",
    anger: "wutend|inakzeptabel|unverschamt~",
    frustration: "enttausch~|immer noch (?:nicht|keine?)|schon wieder",
    concern: "sorgen|besorgt|bedenken|zu teuer",
    confusion: "verwirr~|unklar",
    curiosity: "neugierig|interesse|interessier~|mehr erfahren",
  },
  wishes: {
    decline:
      "kein~ (?:interesse|bedarf)|nicht (?:mehr )?interessiert|nicht mehr (?:anrufen|schreiben)|ander~ (?:anbieter|lieferanten) entschieden|abmelden|absagen",
    complain:
      "beschwer~|reklam~|inakzeptabel|geld zuruck|erstattung|enttausch~|(?:kaputt|beschadigt|zu spat) (?:an)?(?:gekommen|geliefert)|warten immer noch",
    buy: `${ready}|bestellen (?:wir|ich)|wir bestellen|bereit zu ~|(?:schicken|senden) sie…(?:den vertrag|die rechnung)|legen wir los|nehmen…angebot an`,
    negotiate: "~rabatt~|skonto|nachlass|bessere[rn]? preis|gunstiger|zahlungsziel",
    ask_price: priced,
    book_meeting:
      "(?:termin|gesprach|treffen)…(?:vereinbaren|ausmachen|machen)|(?:haben|hatten) sie…zeit|(?:telefonieren|treffen)|terminvorschlag~",
    object: "zu teuer|uber…budget|nicht uberzeugt|sprengt…budget|haben (?:bereits|schon) ein~",
    ask_support: "funktioniert…nicht|geht…nicht|fehler~|kaputt|(?:mir|uns)…helfen|hilfe|wie kann ich",
    ask_information:
      "(?:mehr|nahere) (?:informationen|infos|details)|(?:konnen|konnten) sie…(?:schicken|senden|sagen|erklaren)|(?:liefern|bieten) sie|haben sie (?:auch|ein~)|fragen?",
  },
  pressing: {
    high: "dringend~|sofort|umgehend|so (?:schnell|bald) wie moglich|asap|eilt|heute|bis morgen",
    medium:
      "bald|(?:diese|nachste|kommende) woche|diesen monat|frist|bis (?:montag|dienstag|mittwoch|donnerstag|freitag|ende)~",
  },
  signs: {
    asks_price: priced,
    names_budget: "budget~",
    names_timeline:
      "(?:eroffn~|starten|beginnen)…(?:im|am|ab|zum)|bis (?:ende|zum|anfang|mitte)|nachste[nrs]? (?:woche|monat|quartal|jahr)|in(?:nerhalb von)? (?:zwei|drei|\\d+) (?:tagen|wochen|monaten)",
    asks_demo: "demo|~prob~|muster|testen|verkostung|vorfuhrung",
    asks_contract: "vertrag~|agb|rechnung|unterschr~",
    decides: `ich entscheide|uns (?:fur (?:sie|euch) )?entschieden|freigegeben|freigabe|${ready}`,
    compares: "vergleich~|andere[nr]? (?:angebot~|anbieter~|lieferanten)|alternativ~|wettbewerb~",
  },
  subjects: {
    Pricing: "preis~|kost~|angebot~|teuer~|~rabatt~|gunstiger",
    Delivery: "liefer~|versand~|versend~|spedition|sendung|paket~",
    Samples: "muster|~proben?|verkostung",
    Contract: "vertrag~|kundigungsfrist|laufzeit",
    Quality: "qualitat|geschmack~|aroma|frisch~|~rostung",
    Support: "kundendienst|service|reparatur~|wartung",
    Training: "schulung~|workshop|kurs",
    Equipment: "~maschinen?|~muhlen?|gerate?n?",
    Integration: "integr~|schnittstelle~|api|import~|export~",
    Billing: "rechnung~|zahlung~|mahnung|erstattung",
    Subscription: "abo|abonnement~|monatlich~",
    Security: "sicherheit|datenschutz~|dsgvo",
  },
  rivals:
    "(?:angebot|offerte) von|auch (?:mit|bei)|vergleichen (?:sie|euch|es|das)? ?mit|(?:derzeit|aktuell|momentan|bisher) (?:bei|kunde bei)|wechseln von|(?:konkurrent|wettbewerber|anbieter|lieferant)(?:en)?",
};
