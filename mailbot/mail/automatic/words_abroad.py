"""Wording of automatic replies in other languages that customers' programs use."""

from collections.abc import Mapping
from types import MappingProxyType

ABROAD: Mapping[str, str] = MappingProxyType({
    "self": (
        "ich |wir |mein|unser|je |j'|nous |mon |notre |estoy |estaré|estamos |mi |nuestr|estou "
        "|estarei|meu |nosso|sono |sarò|siamo |ik |wij |jag |vi |jeg |мы |я |наш|私|当社|弊社|저는"
        "|당사"
    ),
    "yours": (
        "ihre |ihr |sie |deine |votre |vos |vous |su |sus |usted|sua |seu |vostr|tuo |uw |je |din "
        "|ditt |ваш|お客様|贵|귀하|고객"
    ),
    "letter": (
        "nachricht|anfrage|e-mail|mitteilung|schreiben|anliegen|meldung|courriel|demande|message "
        "|mensaje|correo|solicitud|consulta|mensagem|pedido|chamado|messaggio|richiesta|posta"
        "|bericht|verzoek|meddelande|ärende|henvendelse|besked|письмо|сообщени|обращени|запрос"
        "|заявк|メール|お问い合わせ|ご連络|메일|문의"
    ),
    "this": (
        "diese nachricht|diese e-mail|diese bestätigung|diese antwort|dies ist|ce message"
        "|cet e-mail|ce courriel|ceci est|este mensaje|este correo|esta mensagem|este e-mail"
        "|este é|esta es|questo messaggio|questa e-mail|questa è|dit is|deze e-mail|dit bericht"
        "|detta är|dette er|это письмо|это сообщение|данное|このメール|本メール|このメッセージ|이"
        "|메일|본"
    ),
    "auto": (
        "maschinell|automátic|automatique|automatic|automatisch|автомат|automatisk|自动返信"
        "|自动送信|自动配信|자동"
    ),
    "got": (
        "eingegangen|erhalten|eingang|empfangen|registriert|weitergeleitet|reçu|bien reçu"
        "|enregistr|réception|recibid|registrad|recepción|recebid|recebemos|registad|recebimento"
        "|ricevut|registrat|ricezione|ontvang|geregistreerd|mottag|modtaget|mottatt|получен"
        "|зарегистрирован|принят|受け付け|受付|受信|承り|접수"
    ),
    "answer": (
        "antwort|beantwort|bearbeit|melden uns|kümmern|répond|réponse|traiter|traité|recontact"
        "|respond|contestar|contactar|atender|retorn|rispond|risposta|contatt|beantwoord|antwoord"
        "|svar|återkom|besvar|ответ|свяж|рассмотр|返信|回答|返答|対応|연락|답변|회신"
    ),
    "term": (
        "schnellstmöglich|werktag|arbeitstag|in kürze|innerhalb|sobald|so bald|jours ouvr|heures"
        "|meilleurs délais|dès que|sous |días hábiles|horas |laborables|brevedad|lo antes posible"
        "|dias úteis|brevemente|assim que|giorni lavorativi|al più presto|werkdagen|zo spoedig"
        "|arbetsdag|hverdage|snarest|рабочих дн|ближайшее|営业日|順次|折り返し|영업일|빠른"
    ),
    "reference": (
        "ticketnummer|vorgangsnummer|aktenzeichen|numéro de|número de|protocolo|numero di"
        "|ärendenummer|sagsnummer|номер|受付番号|管理番号|접수번호"
    ),
    "away": (
        "urlaub|abwesend|nicht im büro|nicht im haus|nicht erreichbar|dienstreise|krank|elternzeit"
        "|mutterschutz|außer haus|fortbildung|betriebsferien|geschlossen|absent|en congé"
        "|en vacances|déplacement|congés|maternité|fermé|vacaciones|fuera de la oficina|de viaje"
        "|ausente|ausencia|baja |permiso|cerrad|férias|fora do escritório|ausência|licença"
        "|em viagem|fechad|ferie|in ferie|fuori ufficio|assente|in viaggio|chius|vakantie|afwezig"
        "|niet aanwezig|verlof|semester|ledig|bortrest|föräldraled|på ferie|fravær|bortreist|lomal"
        "|urlop|nieobecn|dovolen|izinde|отпуск|отсутств|командировк|休暇|不在|出張|休业|育休"
        "|お休み|휴가|부재|출장"
    ),
    "back": (
        "wieder |zurück|bis zum|bis einschl|de retour|retour|jusqu|à partir|de vuelta|regres|hasta"
        "|a partir|volto|até |torno|rientr|fino al|terug|weer |tot en met|åter |tillbaka|tilbage"
        "|tilbake|powrót|вернусь|возвращ|до |まで|戻り|以降|까지|복귀"
    ),
    "slow": (
        "nicht gelesen|nicht weitergeleitet|eingeschränkt|verzögert|unregelmäßig|limité|retard"
        "|pas accès|ne consulte|acceso limitado|sin acceso|no leeré|demora|sem acesso"
        "|acesso limitado|não vou ler|accesso limitato|non leggo|beperkt|begränsad|begrænset"
        "|ограничен|не смогу|遅れ|できません|難しい"
    ),
    "instead": (
        "wenden sie|vertretung|vertritt|rufen sie|durchwahl|erreichen sie|hilft |adressez|appelez"
        "|remplac|diríjase|contacte|póngase|llame|avis|contato|procure|fale com|ligue|rivolg"
        "|contattare|contatti|chiam|neem contact|bel |kontakt|ring |обращайтесь|обращаться|звоните"
        "|замещает|連络ください|代わりに|までご連络|연락|바랍니다"
    ),
    "standin": (
        "kolleg|vertret|collègue|remplaçant|compañer|colega|quem cuida|passaram para|collega"
        "|sostitu|vervang|stedfortræder|коллег|担当|代理|대신"
    ),
    "urgent": (
        "dringend|notfall|eilig|urgen|emergenc|spoed|brådskande|akut|haster|срочн|紧急|急ぎ|긴급"
    ),
    "gone": (
        "nicht mehr|ausgeschieden|neue adresse|ne travaille plus|quitté|nouvelle adresse|ya no "
        "|nueva dirección|não trabalha|já não|novo endereço|non lavora più|nuovo indirizzo"
        "|werkt niet meer|niet meer|slutat|ikke længere|больше не|退职|異动|変更|퇴사"
    ),
    "hours": (
        "öffnungszeiten|montag bis|bürozeiten|horaires|du lundi|horario|de lunes|horário|segunda a"
        "|orari|dal lunedì|openingstijden|öppettider|åbningstider|営业时间|受付时间|업무시간"
    ),
    "welcome": (
        "vielen dank für|danke für|merci pour|merci de|merci d'|gracias por|obrigad|agradecemos"
        "|grazie per|bedankt voor|dank voor|tack för|tak for|takk for|спасибо за |благодарим"
        "|ありがとうございます|感谢|감사합니다"
    ),
    "quiet": (
        "nicht antworten|antworten sie nicht|antworten sie bitte nicht|ne pas répondre|no responda"
        "|não responda|non rispond|niet beantwoorden|svara inte|не отвечайте|返信しないで"
        "|返信できません|회신하지"
    ),
    "date": (
        "januar|februar|märz|april|mai |juni|juli|august|september|oktober|november|dezember"
        "|montag|dienstag|mittwoch|donnerstag|freitag|janvier|février|mars |avril|juin |juillet"
        "|août|septembre|octobre|novembre|décembre|lundi|mardi|mercredi|jeudi|vendredi|enero"
        "|febrero|marzo|abril|mayo|agosto|septiembre|octubre|noviembre|diciembre|lunes|martes"
        "|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|gennaio"
        "|febbraio|maggio|giugno|luglio|settembre|ottobre|dicembre|января|февраля|марта|апреля|мая"
        "|июня|июля|августа|сентября|октября|ноября|декабря"
    ),
    "noreply": (
        "nicht antworten|antworten sie nicht|antworten sie bitte nicht|ne pas répondre|no responda"
        "|não responda|non rispond|niet beantwoorden|svara inte|не отвечайте|返信しないで"
        "|返信できません|회신하지"
    ),
})  # fmt: skip
