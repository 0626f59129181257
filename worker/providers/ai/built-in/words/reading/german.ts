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
    "vielen dank|danke|toll~|super|prima|großartig~|ausgezeichnet~|perfekt~|wunderbar~|begeister~|zufrieden|freuen? (?:uns|mich)|klasse|hervorragend~|lecker~|gefallt|gefallen (?:uns|mir)|uberzeugt|beeindruckt~|nicht schlecht|gar nicht ubel|klingt gut|lieben",
  displeased:
    "enttausch~|unzufrieden|verarger~|arger~|schrecklich~|furchtbar~|schlecht~|zu spat|verspatet|verspatung|kaputt~|defekt~|falsch~|probleme?n?|beschwer~|reklam~|inakzeptabel|unverschamt~|zu teuer|sorgen|besorgt|verwirr~|wutend|stornier~|mangelhaft~|beschadigt~|katastroph~",
  not: "nicht|kein(?:e[nrms]?)?|nie|niemals|kaum|weder|ohne|wenig",
  notAfter: "nicht|kaum|nie",
  empty:
    "(?:danke|dank) im voraus|vorab (?:vielen )?dank|nein,? danke|na (?:toll|super|prima|klasse|bravo)|(?:ganz|echt|wirklich) (?:toll|super|klasse)|toll(?:er service)?, (?:wieder|schon wieder)|(?:super|prima|klasse|danke), (?:schon )?wieder|kein problem|danke fur (?:nichts|ihre (?:anfrage|geduld))|super benzin",
  feelings: {
    gratitude: "danke|vielen dank|dankbar",
    enthusiasm: "begeister~|freuen? (?:uns|mich)|großartig~|beeindruckt~|kaum erwarten|lieben",
    anger: "wutend|inakzeptabel|unverschamt~|frechheit",
    frustration: "enttausch~|verarger~|argerlich~|immer noch (?:nicht|keine?)|schon wieder",
    concern: "sorgen|besorgt|befurcht~|bedenken|risik~|zu teuer",
    confusion: "verwirr~|unklar|verstehe(?:n)? (?:ich |wir )?nicht|nicht sicher,? (?:wie|was|ob)",
    curiosity: "neugierig|interessier~|interesse|mehr erfahren|wurden? gerne? wissen",
  },
  wishes: {
    decline:
      "kein(?:e)? interesse|nicht (?:mehr )?interessiert|kein(?:en)? bedarf|nicht mehr (?:anrufen|schreiben|kontaktieren)|dagegen entschieden|fur (?:einen )?anderen? (?:anbieter|lieferanten) entschieden|abmelden|absagen",
    complain:
      "beschwer~|reklam~|inakzeptabel|geld zuruck|erstattung|enttausch~|(?:kaputt|beschadigt|defekt|zu spat) (?:an)?(?:gekommen|geliefert)|warten? (?:immer noch|noch immer)",
    buy: `${ready}|hiermit bestell~|bestellen (?:wir|ich)|wir bestellen|bereit zu (?:bestellen|starten|unterschreiben)|(?:schicken|senden) sie (?:mir|uns) (?:bitte )?(?:den vertrag|die rechnung)|legen wir los|wir nehmen das angebot an|machen wir so`,
    negotiate:
      "rabatt~|skonto|nachlass|bessere[rn]? preis|gunstiger|preis~ entgegen|zahlungsziel|mengenrabatt",
    ask_price: priced,
    book_meeting:
      "(?:termin|gesprach|telefonat|treffen|vorfuhrung|videocall)…(?:vereinbaren|ausmachen|machen|buchen|vorschlagen)|haben sie…zeit|hatten sie…zeit|konnen wir (?:kurz )?(?:telefonieren|sprechen)|uns treffen|terminvorschlag~",
    object:
      "zu teuer|uber (?:unserem|meinem|dem) budget|nicht uberzeugt|brauchen (?:wir )?nicht|haben (?:wir )?(?:bereits|schon) ein~|sprengt…budget",
    ask_support:
      "funktioniert…nicht|geht…nicht|fehlermeldung|fehler|kaputt|konnen (?:sie )?(?:mir|uns)…helfen|(?:brauchen?|benotigen?) (?:wir |ich )?hilfe|nicht (?:einloggen|anmelden|offnen)|wie kann ich",
    ask_information:
      "mehr (?:informationen|infos|details)|nahere (?:informationen|infos)|(?:konnen|konnten) sie (?:mir|uns)…(?:schicken|senden|sagen|erklaren|mitteilen)|liefern sie|bieten sie|haben sie (?:auch|eine?n?)|frage(?:n)?|wissen,? (?:ob|wie|wann)",
  },
  pressing: {
    high: "dringend~|sofort|umgehend|schnellstmoglich|so (?:schnell|bald) wie moglich|asap|eilt|heute|bis morgen|morgen (?:fruh|vormittag|nachmittag)",
    medium:
      "bald|diese woche|nachste woche|kommende woche|diesen monat|frist|bis (?:montag|dienstag|mittwoch|donnerstag|freitag|ende)~",
  },
  signs: {
    asks_price: priced,
    names_budget: "budget~|eingeplant",
    names_timeline:
      "(?:eroffnen|eroffnung|start|starten|beginnen)…(?:im|am|ab|zum)|bis (?:ende|zum|anfang|mitte)|bis (?:januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember|montag|freitag)|nachste[nrs]? (?:woche|monat|quartal|jahr)|innerhalb (?:von )?\\p{L}+ (?:tagen|wochen|monaten)|in (?:zwei|drei|\\d+) (?:tagen|wochen|monaten)",
    asks_demo: "demo|probe~|muster|testen|ausprobieren|verkostung|vorfuhrung|testzugang|kostproben?",
    asks_contract: "vertrag~|vereinbarung|agb|rechnung|auftragsbestatigung|unterschreiben|unterschrift",
    decides: `ich entscheide|entscheidung (?:ist )?gefallen|haben uns (?:fur (?:sie|euch) )?entschieden|freigegeben|freigabe|${ready}|wir nehmen das angebot an`,
    compares:
      "vergleich~|andere[nr]? (?:angebote?n?|anbietern?|lieferanten)|alternativen?|mitbewerb~|wettbewerb~",
  },
  subjects: {
    Pricing: "preis~|kosten|kostet|angebot~|teuer~|rabatt~|gunstiger",
    Delivery: "liefer~|versand~|versend~|spedition|sendung|paket~",
    Samples: "muster|proben?|kostproben?|verkostung",
    Contract: "vertrag~|vereinbarung|kundigungsfrist|laufzeit|agb",
    Quality: "qualitat|geschmack~|aroma|frisch~|rostung|gerostet~",
    Support: "support|kundendienst|service|reparatur~|wartung",
    Training: "schulung~|einarbeitung|workshop|baristakurs|kurs",
    Equipment: "maschinen?|kaffeemaschinen?|siebtrager~|muhlen?|gerate?n?|ausstattung",
    Integration: "integr~|schnittstelle~|api|import~|export~|anbind~",
    Billing: "rechnung~|zahlung~|abrechnung|lastschrift|mahnung|erstattung",
    Subscription: "abo|abonnement~|monatlich~|dauerauftrag|laufend~",
    Security: "sicherheit|datenschutz~|dsgvo|auftragsverarbeitung",
  },
  rivals:
    "(?:angebot|offerte) (?:von|der firma)|auch (?:mit|bei)|vergleichen (?:sie|euch|es|das)? ?mit|(?:derzeit|aktuell|momentan|bisher|zurzeit) (?:bei|kunde bei|von)|wechseln (?:weg )?von|(?:konkurrent|wettbewerber|mitbewerber|anbieter|lieferant)(?:en)?|statt bei",
};
