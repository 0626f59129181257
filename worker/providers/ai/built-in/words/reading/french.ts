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
    "merci|super|genial~|excellente?s?|parfait~|formidable~|ravie?s?|content~|heureux|heureuse|enchante~|adorons|adore|impressionne~|hate de|delicieu~|fantastique|satisfait~|pas mal|pas cher~|plait beaucoup|nous plait|me plait|bravo",
  displeased:
    "decu~|decevant~|mecontent~|frustr~|enerv~|horrible~|affreu~|mauvais~|pire|en retard|retards?|casse~|abime~|endommage~|errone~|problemes?|souci~|plainte|reclam~|inacceptable|inadmissible|trop cher~|inqui~|confus~|furieu~|annul~|rembours~|defectueu~",
  not: "pas|jamais|plus|aucun(?:e)?|guere|sans|ni|peu|rien de",
  notAfter: "pas|plus|guere|jamais",
  empty:
    "merci d'avance|merci de (?:ne|bien|nous|me|me|m'|l[ae]|les|\\p{L}+er)|par avance merci|avec mes remerciements|non,? merci|(?:ah|eh bien|bah),? (?:bravo|super|genial|merci)|(?:super|genial|bravo|parfait|merci),? encore (?:un|une|du|des)|merci pour rien|pas de (?:souci|probleme)|sans (?:souci|probleme)|super ?marche",
  feelings: {
    gratitude: "merci|reconnaissante?s?|remerci~",
    enthusiasm: "hate de|adorons|adore|genial~|enthousias~|impressionne~|ravie?s?|formidable~",
    anger: "furieu~|inacceptable|inadmissible|scandaleu~|honteu~|en colere",
    frustration: "decu~|decevant~|frustr~|enerv~|toujours pas|attendons toujours|attends toujours",
    concern: "inqui~|crain~|risque~|peur|trop cher~|reserves",
    confusion: "confus~|pas clair|ne comprend~ pas|pas (?:sur|sure|certain) (?:de|si)",
    curiosity: "curieu~|interesse~|en savoir plus|savoir si|me demande",
  },
  wishes: {
    decline:
      "pas (?:du tout )?interesse~|ne (?:m'|nous )?interesse~ pas|(?:m'|nous )interesse (?:pas|plus)|plus besoin|choisi un autre|opte pour un autre|desabonn~|desinscri~|ne plus (?:m'|nous )?(?:appeler|contacter|ecrire)|arretez de|ne donnerons pas suite|pas donner suite",
    complain:
      "plainte|reclam~|inacceptable|inadmissible|rembours~|decu~|(?:arrive|recu|livre)~ (?:casse|abime|endommage|en retard)~|(?:attend|attendons|attends) toujours",
    buy: `${ready}|passer (?:une |la )?commande|pret~ a (?:commander|signer|demarrer)|envoyez (?:moi |nous )?(?:le contrat|la facture)|(?:m'|nous )envoyer (?:le contrat|la facture)|on y va|c'est d'accord|nous commandons|je commande|bon pour accord`,
    negotiate:
      "remise~|rabais|ristourne|reduction|meilleur prix|baisser le prix|moins cher~|geste commercial|conditions de paiement|faire un effort",
    ask_price: priced,
    book_meeting:
      "(?:prendre|fixer|convenir d'un|planifier|organiser|caler|reserver)…(?:rendez-vous|rdv|appel|reunion|demo|visite|degustation|creneau)|etes.vous (?:disponible|libre)s?|seriez.vous (?:disponible|libre)s?|se (?:voir|rencontrer)|vos disponibilites|nous rencontrer",
    object:
      "trop cher~|hors (?:de )?(?:notre )?budget|depasse…budget|pas convaincu~|pas besoin|avons deja|ai deja|hesit~",
    ask_support:
      "ne (?:fonctionne|marche)~ (?:pas|plus)|fonctionne (?:pas|plus)|marche (?:pas|plus)|en panne|message d'erreur|erreur|(?:m'|nous )aider|besoin d'aide|comment (?:faire|puis-je|peut-on)|impossible (?:de|d')",
    ask_information:
      "en savoir plus|plus (?:d'informations|d'infos|de details|de renseignements)|renseignements?|(?:pouvez|pourriez).vous (?:m'|me |nous )?(?:envoyer|dire|expliquer|preciser)|livrez.vous|proposez.vous|avez.vous|est.ce que vous|questions?",
  },
  pressing: {
    high: "urgen~|au plus vite|des que possible|le plus (?:vite|rapidement) possible|immediatement|tout de suite|aujourd'hui|demain",
    medium:
      "bientot|rapidement|cette semaine|la semaine prochaine|ce mois|date limite|d'ici (?:lundi|mardi|mercredi|jeudi|vendredi|fin|la fin)|avant (?:lundi|mardi|mercredi|jeudi|vendredi|la fin)",
  },
  signs: {
    asks_price: priced,
    names_budget: "budget~|enveloppe de|prevu de depenser",
    names_timeline:
      "ouvr~…en|ouverture…(?:en|le)|demarr~…(?:en|le|des)|a partir d[eu']|d'ici (?:la fin|fin|le|a)|avant (?:la fin|fin|le)|(?:la semaine|le mois|le trimestre|l'annee) prochaine?|mois prochain|dans (?:deux|trois|les|\\d+) (?:prochains )?(?:jours|semaines|mois)|sous (?:deux|trois|\\d+) (?:jours|semaines|mois)",
    asks_demo: "demo|demonstration|echantillons?|essai~|essayer|tester|degust~|periode d'essai",
    asks_contract: "contrat~|accord|facture~|bon de commande|signer|signature|cgv|conditions generales",
    decides: `je decide|decision (?:est )?prise|avons decide|ai decide|valide par|feu vert|bon pour accord|${ready}`,
    compares:
      "compar~|autres? (?:offres?|fournisseurs?|prestataires?|devis|solutions?)|alternatives?|concurren~",
  },
  subjects: {
    Pricing: "prix|tarif~|coute?~|devis|cher~|remise~|rabais",
    Delivery: "livr~|expedi~|envoi|transporteur|colis|acheminement",
    Samples: "echantillons?|degust~|essai",
    Contract: "contrat~|accord|preavis|conditions generales|cgv",
    Quality: "qualite|gout|saveur~|arome~|frais|fraicheur|torref~",
    Support: "support|assistance|service (?:client|apres-vente)|sav|reparation~|maintenance|entretien",
    Training: "formation~|atelier~|prise en main|cours",
    Equipment: "machines?|moulins?|equipement~|materiel|cafetieres?",
    Integration: "integr~|api|import~|export~|connect~|interface~",
    Billing: "factur~|paiement~|rembours~|preleve~|reglement",
    Subscription: "abonn~|mensuel~|recurrent~|reconduction",
    Security: "securite|confidentialite|rgpd|protection des donnees",
  },
  rivals:
    "(?:devis|offre) (?:de|chez)|(?:aussi|egalement) (?:avec|a|contacte|chez)|en contact avec|compar~ (?:a|avec)|(?:actuellement|aujourd'hui) (?:chez|avec|client de|client chez)|travaillons avec|quitter|concurrents?|fournisseur (?:actuel )?(?:est )?|au lieu de|plutot que",
};
