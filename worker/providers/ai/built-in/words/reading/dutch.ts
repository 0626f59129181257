import type { Lexicon } from "./lexicon";

const priced =
  "wat kost~|wat (?:zou|zouden|gaat)…kosten|hoeveel (?:kost~|is|zou)|hoe duur|prijslijst|prijzen|prijs|tarie[fv]~|offerte|prijsopgave";
const ready = "(?:willen|wil|zouden|zou|gaan|ga)…(?:bestellen|kopen|afnemen|tekenen|ondertekenen|starten)";

export const dutch: Lexicon = {
  code: "nl",
  common:
    "de het een en is zijn wij we u uw jullie ik niet van voor met op in te dat die er om ook nog maar als wat hoe hebben heeft heb kan kunnen kunt zou zouden ons onze graag bedankt dank beste hallo groeten naar bij aan geen wel meer dit deze willen wil mij je jij goedemorgen goedemiddag offerte factuur hoeveel leuk fijn prima weer alvast zo al dan volgende mijn door over",
  months: "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
  weekdays: "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag",
  next: "volgende|komende|aanstaande|deze",
  of: "",
  pleased:
    "bedankt|dank (?:u|je|jullie)|geweldig~|uitstekend~|perfect~|prachtig~|blij|tevreden|fantastisch~|enthousiast|heerlijk~|lekker~|top|super|uit naar|zin in|bevalt|niet slecht|niet gek|klinkt goed",
  displeased:
    "teleurgesteld|ontevreden|frustr~|vreselijk~|slecht~|te laat|vertrag~|kapot~|defect~|verkeerd~|fout~|proble~|klacht~|onacceptabel~|te duur|zorgen|bezorgd|verwarr~|boos|annuleer~|geannuleerd|terugbetal~|beschadigd~",
  not: "niet|geen|nooit|nauwelijks|zonder|noch|weinig|amper",
  notAfter: "niet|nauwelijks|nooit",
  empty:
    "alvast (?:bedankt|dank)|bij voorbaat dank|nee,? (?:dank je|dank u|bedankt)|bedankt voor niets|(?:lekker|fijn|mooi) (?:dan|hoor|is dat)|(?:lekker|geweldig|fijn|top|super|bedankt),? (?:alweer|weer)|(?:geen|zonder) (?:probleem|problemen|zorgen)",
  feelings: {
    gratitude: "bedankt|dank~",
    enthusiasm: "enthousiast|geweldig~|zin in",
    anger: "boos|woedend|onacceptabel~",
    frustration: "teleurgesteld|frustr~|nog steeds (?:niet|geen)",
    concern: "zorgen|bezorgd|twijfel~|te duur",
    confusion: "verwarr~|onduidelijk|snap~ (?:het )?niet",
    curiosity: "benieuwd|nieuwsgierig|interesse|geinteresseerd|meer weten",
  },
  wishes: {
    decline:
      "geen (?:interesse|behoefte)|niet (?:meer )?(?:geinteresseerd|nodig)|andere (?:leverancier|partij) gekozen|zien ervan af|afmelden|niet meer (?:bellen|mailen)",
    complain:
      "klacht~|klagen|onacceptabel~|terugbetal~|teleurgesteld|(?:kapot|beschadigd|te laat) (?:aangekomen|geleverd|bezorgd)|wachten? nog steeds",
    buy: `${ready}|bestelling plaatsen|hierbij bestel~|klaar om te ~|(?:stuur|mail)…(?:het contract|de factuur)|laten we (?:het doen|beginnen)|gaan akkoord|akkoord met`,
    negotiate: "korting~|betere prijs|goedkoper|betalingstermijn",
    ask_price: priced,
    book_meeting:
      "(?:afspraak|gesprek|demo|bezoek)…(?:maken|plannen)|h~ (?:u|jullie|je)…tijd|bent u…beschikbaar|kunnen we (?:bellen|afspreken)|inplannen|langskomen",
    object: "te duur|boven…budget|buiten…budget|niet overtuigd|hebben al een|twijfel~",
    ask_support: "werkt…niet|doet het niet|foutmelding|storing|kapot|helpen|hulp|hoe kan ik",
    ask_information:
      "meer (?:informatie|info|details)|meer weten|(?:kunt|kunnen|zou~) (?:u|je|jullie)…(?:sturen|vertellen|uitleggen)|lever~ (?:u|jullie)|bied~ (?:u|jullie)|vraag|vragen",
  },
  pressing: {
    high: "dringend|spoed~|zo (?:snel|spoedig) mogelijk|onmiddellijk|meteen|vandaag|morgen",
    medium:
      "binnenkort|(?:deze|volgende|komende) week|deze maand|deadline|voor (?:maandag|dinsdag|woensdag|donderdag|vrijdag)|uiterlijk",
  },
  signs: {
    asks_price: priced,
    names_budget: "budget~",
    names_timeline:
      "(?:open~|starten|beginnen)…(?:in|op|per|vanaf)|(?:voor|tegen) (?:het )?(?:eind~|begin)|vanaf|volgende? (?:week|maand|kwartaal|jaar)|(?:binnen|over) (?:twee|drie|\\d+) (?:dagen|weken|maanden)|uiterlijk",
    asks_demo: "demo|proef~|proberen|testen|monsters?|samples?|proeverij",
    asks_contract: "contract~|overeenkomst~|factu~|~tekenen|voorwaarden",
    decides: `beslissing genomen|(?:hebben|heb) besloten|goedgekeurd|groen licht|gaan akkoord|akkoord met|${ready}`,
    compares: "vergelijk~|andere (?:offertes?|leveranciers?|aanbieders?)|alternatie[fv]~|concurren~",
  },
  subjects: {
    Pricing: "prij[sz]~|kost~|offerte~|duur|korting~|goedkoper",
    Delivery: "lever~|gelever~|bezorg~|zending|pakket~",
    Samples: "monsters?|samples?|proeverij",
    Contract: "contract~|overeenkomst~|opzegtermijn",
    Quality: "kwaliteit|smaak|aroma~|branding|gebrand~",
    Support: "klantenservice|service|onderhoud|storing~",
    Training: "training~|cursus~|opleiding",
    Equipment: "~machines?|molens?|apparatuur",
    Integration: "integrat~|koppel~|api|import~|export~",
    Billing: "factu~|betal~|terugbetal~",
    Subscription: "abonnement~|maandelijks~",
    Security: "beveiliging|privacy|avg",
  },
  rivals:
    "(?:offerte|aanbod) van|ook (?:met|bij)|vergelijken (?:u|jullie|het|dit)? ?met|(?:momenteel|nu) (?:bij|klant bij)|overstappen van|(?:concurrent|leverancier|aanbieder)(?:en|s)?|in plaats van",
};
