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
    "bedankt|dank (?:u|je|jullie)|dankjewel|dankuwel|geweldig~|uitstekend~|perfect~|prachtig~|blij|tevreden|fantastisch~|enthousiast|onder de indruk|heerlijk~|lekker~|top|super|kijken ernaar uit|kijken uit naar|zin in|bevalt|bevallen|niet slecht|helemaal niet gek|klinkt goed",
  displeased:
    "teleurgesteld|teleurstell~|ontevreden|gefrustreerd|frustr~|geergerd|vreselijk~|verschrikkelijk~|slecht~|te laat|vertraag~|vertraging~|kapot~|stuk|defect~|verkeerd~|fout~|probleme?n?|probleem|klacht~|onacceptabel~|te duur|zorgen|bezorgd|verwarr~|boos|woedend|annuleer~|geannuleerd|terugbetal~|beschadigd~|schandalig~",
  not: "niet|geen|nooit|nauwelijks|zonder|noch|weinig|amper",
  notAfter: "niet|nauwelijks|nooit",
  empty:
    "alvast (?:hartelijk )?(?:bedankt|dank)|bij voorbaat dank|nee,? (?:dank je|dank u|bedankt|dankjewel)|bedankt voor niets|(?:lekker|fijn|mooi|leuk) (?:dan|hoor|is dat)|(?:lekker|geweldig|fijn|top|super|bedankt|fantastisch),? (?:alweer|weer een|weer|nog een keer)|geen (?:enkel )?(?:probleem|zorgen)|zonder problemen|supermarkt",
  feelings: {
    gratitude: "bedankt|dank (?:u|je|jullie)|dankbaar|dankjewel|dankuwel",
    enthusiasm: "enthousiast|geweldig~|fantastisch~|kijken ernaar uit|kijken uit naar|zin in|onder de indruk",
    anger: "boos|woedend|onacceptabel~|schandalig~|belachelijk",
    frustration:
      "teleurgesteld|teleurstell~|frustr~|gefrustreerd|geergerd|wachten nog steeds|wacht nog steeds|nog steeds (?:niet|geen)",
    concern: "zorgen|bezorgd|bang|risico~|te duur|twijfel~",
    confusion:
      "verwarr~|onduidelijk|begrijp~ (?:ik |wij |we )?(?:het |dit )?niet|snap~ (?:het |dit )?niet|niet zeker (?:hoe|wat|of)",
    curiosity: "benieuwd|nieuwsgierig|geinteresseerd|interesse|meer weten|graag weten",
  },
  wishes: {
    decline:
      "geen interesse|niet (?:meer )?geinteresseerd|geen behoefte|niet meer nodig|ander(?:e)? (?:leverancier|partij|aanbieder) gekozen|gekozen voor een ander~|zien ervan af|afmelden|uitschrijven|niet meer (?:bellen|mailen|benaderen)|stop met (?:bellen|mailen)",
    complain:
      "klacht~|klagen|onacceptabel~|geld terug|terugbetal~|teleurgesteld|(?:kapot|beschadigd|te laat) (?:aangekomen|geleverd|bezorgd)|wachten? nog steeds",
    buy: `${ready}|(?:een|de|onze|mijn) bestelling (?:plaatsen|doen)|hierbij bestel~|klaar om te (?:bestellen|tekenen|starten)|(?:stuur|mail)(?:t u)? (?:mij |ons |me )?(?:maar )?(?:het contract|de factuur)|laten we (?:het doen|beginnen|starten)|gaan akkoord|akkoord met (?:de|uw) offerte`,
    negotiate:
      "korting~|betere prijs|lagere prijs|goedkoper|betalingsvoorwaarden|betalingstermijn|prijs (?:omlaag|zakken)|tegemoet~",
    ask_price: priced,
    book_meeting:
      "(?:afspraak|gesprek|belafspraak|meeting|demo|bezoek|rondleiding)…(?:maken|plannen|inplannen|boeken|afspreken)|(?:heeft|hebben|heb) (?:u|jullie|je)…tijd|bent u…beschikbaar|kunnen we (?:even )?(?:bellen|afspreken|spreken)|inplannen|langskomen",
    object:
      "te duur|boven (?:ons|mijn|het) budget|buiten (?:ons|het) budget|niet overtuigd|niet nodig|hebben (?:wij |we )?al een~|heb al een~|twijfel~",
    ask_support:
      "werkt…niet|doet het niet|foutmelding|storing|kapot|(?:mij|ons|me) helpen|hulp nodig|niet (?:inloggen|openen|vinden)|hoe kan ik|hoe kunnen we",
    ask_information:
      "meer (?:informatie|info|details)|meer weten|(?:kunt|kan|kunnen|zou|zouden) (?:u|je|jullie) (?:mij |ons |me )?…(?:sturen|vertellen|uitleggen|toelichten|laten weten)|leveren jullie|levert u|bieden jullie|biedt u|heeft u|hebben jullie|vraag|vragen|vroeg me af",
  },
  pressing: {
    high: "dringend|spoed~|zo (?:snel|spoedig) mogelijk|z\\.?s\\.?m|onmiddellijk|meteen|direct|vandaag|morgen",
    medium:
      "binnenkort|deze week|volgende week|komende week|deze maand|deadline|voor (?:maandag|dinsdag|woensdag|donderdag|vrijdag)|uiterlijk",
  },
  signs: {
    asks_price: priced,
    names_budget: "budget~|gereserveerd|begroot",
    names_timeline:
      "(?:openen|opening|gaan open|starten|start|beginnen)…(?:in|op|per|vanaf)|(?:voor|tegen) (?:eind|het eind~|begin|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)|vanaf|(?:volgende|komende) (?:week|maand)|volgend (?:kwartaal|jaar)|binnen (?:twee|drie|\\d+) (?:dagen|weken|maanden)|over (?:twee|drie|\\d+) (?:dagen|weken|maanden)|uiterlijk",
    asks_demo: "demo|proef~|proberen|uitproberen|testen|monsters?|samples?|proeverij|rondleiding",
    asks_contract: "contract~|overeenkomst~|factu~|inkooporder|tekenen|ondertekenen|handtekening|voorwaarden",
    decides: `ik beslis|beslissing (?:is )?genomen|hebben besloten|heb besloten|goedgekeurd|groen licht|gaan akkoord|akkoord met (?:de|uw) offerte|${ready}`,
    compares:
      "vergelijk~|andere (?:offertes?|leveranciers?|aanbieders?|opties|partijen)|alternatie[fv]~|concurren~",
  },
  subjects: {
    Pricing: "prij[sz]~|kost(?:en|t)?|offerte~|duur|korting~|goedkoper|tarie~",
    Delivery: "lever(?:ing~|en|t|tijd~)|gelever~|bezorg~|verzend~|zending|pakket~|koerier",
    Samples: "monsters?|samples?|proeverij|proefpakket~",
    Contract: "contract~|overeenkomst~|voorwaarden|opzegtermijn|looptijd",
    Quality: "kwaliteit|smaak|smaken|aroma~|vers~|branding|gebrand~",
    Support: "support|klantenservice|service|reparatie~|onderhoud|storing~",
    Training: "training~|cursus~|workshop|opleiding|barista ?training",
    Equipment: "machines?|koffiemachines?|molens?|apparatuur|apparaat|apparaten",
    Integration: "integrat~|koppel~|api|import~|export~|verbind~",
    Billing: "factu~|betal~|incasso|terugbetal~",
    Subscription: "abonnement~|maandelijks~|doorlopend~",
    Security: "beveiliging|veiligheid|privacy|avg|gegevensbescherming",
  },
  rivals:
    "(?:offerte|aanbod|aanbieding) van|ook (?:met|bij)|vergelijken (?:u|jullie|het|dit)? ?met|(?:momenteel|nu|op dit moment) (?:bij|met|klant bij)|overstappen van|(?:concurrent|leverancier|aanbieder)(?:en|s)?(?: is)?|in plaats van",
};
