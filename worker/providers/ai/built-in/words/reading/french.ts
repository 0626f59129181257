import type { Lexicon } from "./lexicon";

const priced =
  "combien (?:coute|coutent|ca coute|est ce que|cela coute|couterai~|pour)|quel(?:s)? (?:est|sont|serait) (?:le|vos|votre|les) (?:prix|tarifs?|cout)|prix|tarifs?|devis|grille tarifaire";
const ready =
  "(?:souhaitons?|souhaite|voulons|veux|voudrais|voudrions|aimerions|aimerais|allons) (?:vous )?(?:commander|acheter|signer|passer commande|demarrer)";

export const french: Lexicon = {
  code: "fr",
  common:
    "le la les des du et est sont nous vous votre vos notre nos je ne pas que qui pour avec dans sur une un au aux ce cette ces il elle on mais ou si plus tres merci bonjour cordialement avez avons ai etes suis pouvez voudrais d l j qu c n a en de me mon ma mes etre fait bien bonne comme cela ca y sans chez encore sommes peut facture devis prix quel quelle quels combien",
  months: "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre",
  weekdays: "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
  next: "ce",
  of: "",
  pleased:
    "merci|super|genial~|excellent~|parfait~|ravie?s?|content~|heureu~|ador~|impressionne~|hate de|delicieu~|fantastique|satisfait~|pas mal|pas cher~|plait",
  displeased:
    "decu~|decevant~|mecontent~|frustr~|enerv~|horrible~|mauvais~|pire|retards?|casse~|abime~|endommage~|problem~|souci~|reclam~|inacceptable|trop cher~|inqui~|confus~|furieu~|annul~|rembours~|defectueu~",
  not: "pas|jamais|plus|aucun(?:e)?|guere|sans|ni|peu|rien de",
  notAfter: "pas|plus|guere|jamais",
  empty:
    "merci d'avance|merci de (?:ne|bien|nous|me|m'|l[ae]|\\p{L}+er)|non,? merci|(?:ah|bah),? (?:bravo|super|genial|merci)|(?:super|genial|bravo|parfait|merci),? encore (?:un|une|du|des)|merci pour rien|(?:pas de|sans) (?:souci|probleme)",
  feelings: {
    gratitude: "merci|remerci~",
    enthusiasm: "hate de|ador~|genial~|ravie?s?",
    anger: "furieu~|inacceptable|scandaleu~",
    frustration: "decu~|decevant~|toujours pas",
    concern: "inqui~|crain~|trop cher~",
    confusion: "confus~|pas clair|ne comprend~ pas",
    curiosity: "curieu~|interesse~|en savoir plus",
  },
  wishes: {
    decline:
      "pas (?:du tout )?interesse~|(?:m'|nous )interesse pas|plus besoin|choisi un autre|desabonn~|ne plus (?:m'|nous )?(?:appeler|contacter|ecrire)|pas (?:donner )?suite",
    complain:
      "plainte|reclam~|inacceptable|rembours~|decu~|(?:arrive|livre)~ (?:casse|abime|endommage|en retard)~|attend~ toujours",
    buy: `${ready}|passer (?:une |la )?commande|pret~ a (?:commander|signer)|(?:m'|nous )?(?:envoyer|envoyez) (?:le contrat|la facture)|on y va|c'est d'accord|nous commandons|je commande`,
    negotiate: "remise~|rabais|reduction|meilleur prix|moins cher~|geste commercial|conditions de paiement",
    ask_price: priced,
    book_meeting:
      "(?:fixer|prendre|planifier|organiser)…(?:rendez-vous|rdv|appel|reunion|demo|visite)|vous (?:disponible|libre)s?|disponibilites|rencontrer",
    object: "trop cher~|hors budget|depasse…budget|pas convaincu~|(?:avons|ai) deja|hesit~",
    ask_support:
      "(?:fonctionne|marche) (?:pas|plus)|en panne|erreur|aider|aide|comment (?:faire|puis-je)|impossible d~",
    ask_information:
      "en savoir plus|plus (?:d'informations|d'infos|de details)|renseignements?|pou(?:v|rri)ez.vous|livrez.vous|proposez.vous|avez.vous|questions?",
  },
  pressing: {
    high: "urgen~|au plus vite|des que possible|immediatement|tout de suite|aujourd'hui|demain",
    medium:
      "bientot|rapidement|cette semaine|la semaine prochaine|ce mois|d'ici (?:lundi|mardi|mercredi|jeudi|vendredi|fin|la fin)",
  },
  signs: {
    asks_price: priced,
    names_budget: "budget~|enveloppe de",
    names_timeline:
      "ouvr~…en|demarr~…(?:en|le)|a partir d[eu']|d'ici|avant (?:la fin|fin|le)|(?:semaine|mois|trimestre|annee) prochaine?|(?:dans|sous) (?:deux|trois|\\d+) (?:jours|semaines|mois)",
    asks_demo: "demo~|echantillons?|essa~|test~|degust~",
    asks_contract: "contrat~|facture~|bon de commande|sign~|cgv",
    decides: `decision (?:est )?prise|(?:avons|ai) decide|feu vert|bon pour accord|${ready}`,
    compares: "compar~|autres? (?:offres?|fournisseurs?|devis)|alternativ~|concurren~",
  },
  subjects: {
    Pricing: "prix|tarif~|cout~|devis|cher~|remise~|rabais",
    Delivery: "livr~|expedi~|transporteur|colis",
    Samples: "echantillons?|degust~|essai",
    Contract: "contrat~|preavis|conditions generales",
    Quality: "qualite|gout|saveur~|arome~|fraicheur|torref~",
    Support: "support|assistance|service (?:client|apres-vente)|sav|maintenance",
    Training: "formation~|atelier~|cours",
    Equipment: "machines?|moulins?|equipement~|materiel",
    Integration: "integr~|api|import~|export~|connect~",
    Billing: "factur~|paiement~|rembours~",
    Subscription: "abonn~|mensuel~",
    Security: "securite|confidentialite|rgpd",
  },
  rivals:
    "(?:devis|offre) (?:de|chez)|(?:aussi|egalement|en contact) (?:avec|chez)|compar~ (?:a|avec)|actuellement (?:chez|avec|client chez)|travaillons avec|concurrents?|au lieu de|plutot que",
};
