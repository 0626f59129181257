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
    "gracias|genial~|excelentes?|perfect~|maravillos~|encant~|content~|feliz|felices|satisfech~|estupend~|fantastic~|impresionad~|delicios~|ric[oa]s?|fenomenal|gusto mucho|gustaron|nos gusta|no esta(?:n)? (?:nada )?mal|nada mal|buenisim~",
  displeased:
    "decepcion~|descontent~|insatisfech~|frustr~|molest~|horrible~|terrible~|pesim~|mal[oa]s?|peor~|tarde y|con retraso|retras~|rot[oa]s?|equivocad~|problemas?|quej~|reclam~|inaceptable|demasiado car[oa]s?|muy car[oa]s?|preocup~|confus~|furios~|cancel~|reembols~|defectuos~|danad[oa]s?",
  not: "no|nunca|jamas|tampoco|ningun[oa]?|sin|poco|ni",
  notAfter: "",
  empty:
    "gracias de antemano|de antemano,? (?:muchas )?gracias|no,? (?:muchas )?gracias|gracias por nada|(?:que|pues) (?:bien|genial|estupendo)|(?:genial|estupendo|perfecto|fantastico),? otra vez|no hay (?:ningun )?problema|sin (?:ningun )?problemas?|encantad[oa] de (?:saludarle|conocer~)",
  feelings: {
    gratitude: "gracias|agradec~|agradezco",
    enthusiasm: "encant~|emocionad~|ilusion~|impresionad~|con ganas|entusiasm~|fantastic~",
    anger: "furios~|inaceptable|indignad~|indignante|verguenza|enfadad~",
    frustration: "decepcion~|frustr~|molest~|seguimos esperando|sigo esperando|todavia no|aun no",
    concern: "preocup~|temo|tememos|riesgo~|demasiado car[oa]s?|dudas",
    confusion: "confus~|no (?:esta|queda) claro|no (?:entiendo|entendemos)|no (?:se|sabemos) (?:como|que|si)",
    curiosity: "curiosidad|interesad~|interesa|saber mas|me gustaria saber|nos gustaria saber",
  },
  wishes: {
    decline:
      "no (?:me|nos) interesa~|no estamos interesad~|no estoy interesad~|ya no (?:necesit~|interesa~)|decidido no|optado por otr[oa]|elegido otr[oa]|darme de baja|dar de baja|no (?:vuelvan|vuelva) a|dejen de (?:llamar|escribir)~|dejar de recibir",
    complain:
      "quej~|reclam~|inaceptable|reembols~|decepcion~|devolucion|(?:llego|llegaron|ha llegado) (?:rot|tarde|danad|con retraso)~|seguimos esperando|sigo esperando",
    buy: `${ready}|hacer (?:un|el|nuestro) pedido|realizar (?:un|el) pedido|list[oa]s? para (?:comprar|firmar|empezar|pedir)|(?:envie|envien|enviame|enviarme|enviarnos|mandeme|mandenos)(?:me|nos)? (?:el contrato|la factura)|adelante con|aceptamos (?:la|su) (?:oferta|propuesta)|seguimos adelante`,
    negotiate:
      "descuento~|rebaja~|mejor precio|bajar el precio|mas barat~|condiciones de pago|igualar (?:el|la|su) (?:precio|oferta)",
    ask_price: priced,
    book_meeting:
      "(?:agendar|concertar|programar|reservar|fijar|organizar|tener)…(?:llamada|reunion|demo|visita|cita|cata|videollamada)|(?:esta|estan|estaria~) (?:usted(?:es)? )?(?:libre|disponible)s?|(?:podemos|podriamos) (?:vernos|reunirnos|hablar)|quedar (?:el|para)|reunirnos",
    object:
      "demasiado car[oa]s?|muy car[oa]s?|fuera de (?:nuestro )?presupuesto|supera…presupuesto|no (?:me|nos) convence~|no (?:lo )?necesit~|ya tenemos|ya tengo|no estoy convencid~",
    ask_support:
      "no (?:me |nos )?funciona~|no anda|averia~|mensaje de error|error~|ayudar(?:me|nos)|(?:me|nos) (?:puede|pueden|podria) ayudar|necesit(?:o|amos) ayuda|no (?:puedo|podemos) (?:entrar|abrir|acceder|encontrar)|como (?:puedo|podemos|se)",
    ask_information:
      "mas (?:informacion|detalles|datos)|saber mas|(?:puede|pueden|podria|podrian|puedes|podrias) (?:enviar|decir|explicar|mandar|indicar)~|me (?:puede|podria) (?:enviar|decir|explicar|indicar)|(?:tienen|ofrecen|envian|entregan|disponen)|pregunta~|consulta~|informacion",
  },
  pressing: {
    high: "urgen~|cuanto antes|lo antes posible|inmediat~|ahora mismo|ya mismo|hoy|manana",
    medium:
      "pronto|esta semana|(?:la )?proxima semana|la semana que viene|este mes|fecha limite|antes del? (?:lunes|martes|miercoles|jueves|viernes|fin|final)",
  },
  signs: {
    asks_price: priced,
    names_budget:
      "(?:nuestro|mi|un|el) presupuesto (?:es|de|maximo|para|ronda|anual|mensual)|contamos con un presupuesto|tenemos un presupuesto|hemos reservado",
    names_timeline:
      "(?:abrimos|abriremos|abrir|apertura|inauguramos)…en|(?:empezar|empezamos|comenzar|arrancar)…(?:en|el)|a partir del?|antes del? (?:fin~|el)?|para (?:finales|principios|el) de?|(?:la )?(?:proxima semana|semana que viene)|(?:el )?(?:proximo mes|mes que viene|proximo trimestre)|(?:en|dentro de) (?:dos|tres|\\d+) (?:dias|semanas|meses)",
    asks_demo: "demo|demostracion|muestras?|prueba~|probar~|cata|degustacion",
    asks_contract: "contrato~|acuerdo|factura~|orden de compra|firmar|firma",
    decides: `yo decido|decision (?:esta )?tomada|hemos decidido|he decidido|aprobad[oa]|visto bueno|luz verde|aceptamos (?:la|su) (?:oferta|propuesta)|${ready}`,
    compares:
      "compar~|otr[oa]s (?:ofertas|proveedores|opciones|presupuestos|alternativas)|alternativas?|competencia",
  },
  subjects: {
    Pricing: "preci~|cuesta~|coste?s?|costo|presupuesto~|car[oa]s?|descuento~|tarifas?|barat~",
    Delivery: "entreg~|envi(?:o|os|an|amos)|transport~|mensajeria|paquete~|plazo",
    Samples: "muestras?|cata|degustacion",
    Contract: "contrato~|acuerdo|condiciones|preaviso|permanencia",
    Quality: "calidad|sabor~|aroma~|fresc~|tuest~|tost~",
    Support: "soporte|atencion al cliente|servicio tecnico|reparacion~|mantenimiento|averia~",
    Training: "formacion|capacitacion|taller~|curso~",
    Equipment: "maquinas?|molinill?os?|equipo~|cafeteras?",
    Integration: "integra~|api|importa~|exporta~|conect~|conexion",
    Billing: "factur~|pagos?|pagar|cobr~|reembols~",
    Subscription: "suscri~|mensual~|recurrent~|cuota~",
    Security: "seguridad|privacidad|rgpd|proteccion de datos",
  },
  rivals:
    "(?:oferta|presupuesto|cotizacion) de|(?:tambien|ademas) (?:con|hablando con|estamos hablando con|a)|hablando con|compar~ con|(?:actualmente|ahora) (?:con|usamos|trabajamos con|compramos a)|trabajamos con|cambiar de|competidor~|proveedor (?:actual )?(?:es )?|en lugar de|en vez de",
};
