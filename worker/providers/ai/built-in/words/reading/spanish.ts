import type { Lexicon } from "./lexicon";

const priced =
  "cuanto (?:cuesta~|costaria~|vale~|sale~|seria~|es)|que precio|precios?|tarifas?|presupuestos?|cotizacion~|cotizar|lista de precios";
const ready =
  "(?:queremos|quiero|quisieramos|quisiera|deseamos|nos gustaria|me gustaria|vamos a) (?:comprar|pedir|encargar|hacer un pedido|contratar|firmar|empezar)";

export const spanish: Lexicon = {
  code: "es",
  common:
    "a el la los las y es son nosotros usted ustedes su sus que de la en un una por para con no se lo al del como pero si mas muy gracias hola saludos me nos les esta este estos esa tenemos tengo puede pueden podria quiero queremos cuando donde hay ha he le yo o ya nuestro nuestra buenos dias buenas tardes mi bien sin estamos fue ser sobre precio factura pedido otra otro vez cuanto gustaria",
  months:
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre",
  weekdays: "lunes|martes|miercoles|jueves|viernes|sabado|domingo",
  next: "proximo|este|el proximo",
  of: "de|del",
  pleased:
    "gracias|genial~|excelentes?|perfect~|maravillos~|encant~|content~|feli[zc]~|satisfech~|estupend~|fantastic~|delicios~|buenisim~|gust(?:o mucho|aron)|nos gusta|no esta~ (?:nada )?mal|nada mal",
  displeased:
    "decepcion~|descontent~|frustr~|molest~|horrible~|pesim~|mal[oa]s?|peor~|retras~|rot[oa]s?|equivocad~|problem~|quej~|reclam~|inaceptable|(?:demasiado|muy) car[oa]s?|preocup~|confus~|furios~|cancel~|reembols~|defectuos~|danad~",
  not: "no|nunca|jamas|tampoco|ningun[oa]?|sin|poco|ni",
  notAfter: "",
  empty:
    "(?:gracias )?de antemano|no,? (?:muchas )?gracias|gracias por nada|(?:que|pues) (?:bien|genial|estupendo)|(?:genial|estupendo|perfecto|fantastico),? otra vez|no hay problema|sin problemas?",
  feelings: {
    gratitude: "gracias|agrad~",
    enthusiasm: "encant~|ilusion~|entusiasm~",
    anger: "furios~|inaceptable|indign~",
    frustration: "decepcion~|frustr~|todavia no|aun no",
    concern: "preocup~|dudas|demasiado car[oa]s?",
    confusion: "confus~|no (?:esta|queda) claro|no entend~",
    curiosity: "curiosidad|interesa~|saber mas",
  },
  wishes: {
    decline:
      "no (?:me|nos) interesa~|no est~ interesad~|ya no (?:necesit~|interesa~)|eleg~ otr[oa]|dar(?:me)? de baja|dej~ de (?:llamar|escribir)~",
    complain:
      "quej~|reclam~|inaceptable|reembols~|decepcion~|(?:llego|llegaron) (?:rot|tarde|danad|con retraso)~|s[ie]g~ esperando",
    buy: `${ready}|hacer (?:un|el) pedido|list[oa]s? para ~|(?:envie~|mande~|enviar~) (?:el contrato|la factura)|adelante con|aceptamos (?:la|su) (?:oferta|propuesta)`,
    negotiate: "descuento~|rebaja~|mejor precio|mas barat~|condiciones de pago",
    ask_price: priced,
    book_meeting:
      "(?:agendar|concertar|programar|fijar|tener)…(?:llamada|reunion|demo|visita|cita)|est~ (?:libre|disponible)s?|pod~ (?:vernos|reunirnos|hablar)|reunirnos",
    object:
      "(?:demasiado|muy) car[oa]s?|fuera de…presupuesto|supera…presupuesto|no (?:me|nos) convence~|ya ten~",
    ask_support: "no (?:me |nos )?funciona~|averia~|error~|ayudar~|ayuda|no podemos|como (?:puedo|podemos)",
    ask_information:
      "mas (?:informacion|detalles)|saber mas|(?:puede|pueden|podria~) (?:enviar|decir|explicar|dar)~|(?:tienen|ofrecen|envian|entregan)|pregunta~|informacion",
  },
  pressing: {
    high: "urgen~|cuanto antes|lo antes posible|inmediat~|hoy|manana",
    medium:
      "pronto|esta semana|proxima semana|la semana que viene|este mes|antes del? (?:lunes|martes|miercoles|jueves|viernes|fin~)",
  },
  signs: {
    asks_price: priced,
    names_budget: "(?:nuestro|mi) presupuesto|presupuesto (?:es|maximo|anual|mensual)",
    names_timeline:
      "(?:abri~|apertura)…en|(?:empezar|comenzar)…(?:en|el)|a partir del?|antes del?|para (?:finales|principios)|proxim[oa] (?:semana|mes|trimestre)|(?:semana|mes) que viene|(?:en|dentro de) (?:dos|tres|\\d+) (?:dias|semanas|meses)",
    asks_demo: "demo~|muestras?|prueba~|probar~|cata",
    asks_contract: "contrato~|factura~|orden de compra|firma~",
    decides: `decision tomada|(?:hemos|he) decidido|aprobad[oa]|visto bueno|luz verde|aceptamos (?:la|su) (?:oferta|propuesta)|${ready}`,
    compares: "compar~|otr[oa]s (?:ofertas|proveedores|opciones)|alternativ~|competencia",
  },
  subjects: {
    Pricing: "preci~|cuesta~|coste?s?|presupuesto~|car[oa]s?|descuento~|tarifas?|barat~",
    Delivery: "entreg~|envi(?:o|os)|transport~|paquete~",
    Samples: "muestras?|cata",
    Contract: "contrato~|condiciones|preaviso",
    Quality: "calidad|sabor~|aroma~|tuest~|tost~",
    Support: "soporte|atencion al cliente|servicio tecnico|averia~",
    Training: "formacion|taller~|curso~",
    Equipment: "maquinas?|molinill?os?|equipo~",
    Integration: "integra~|api|importa~|exporta~|conect~",
    Billing: "factur~|pagos?|pagar|reembols~",
    Subscription: "suscri~|mensual~|cuota~",
    Security: "seguridad|privacidad|rgpd",
  },
  rivals:
    "(?:oferta|presupuesto|cotizacion) de|(?:tambien|hablando|compar~|actualmente|trabajamos) con|cambiar de|competidor~|en (?:lugar|vez) de",
};
