"""Wording of automatic replies in English: beginnings of words (with a blank: whole words)."""

from collections.abc import Mapping
from types import MappingProxyType

ENGLISH: Mapping[str, str] = MappingProxyType({
    "self": "i |i'm |i'll |i've |my |me |we |we're |we'll |we've |our |us |am ",
    "office": (
        "team |teams |staff |department|desk |office |unit |service |services |specialist|advis"
        "|agent |agents |handler|operator|analyst|on-call|duty engineer|officer|clerk|member of "
        "|representative|administrator|support |helpdesk|secretar|person in charge|relevant "
        "|appropriate |responsible |our people|colleague|a person|a human|someone |somebody"
        "|one of us|we all|group |division|section |bureau|committee|editor|curator|librarian|nurse"
        "|practice|dispatcher|coordinator|customer care|customer service|customer relations"
        "|case worker|caseworker|tutor|instructor|teaching assistant|the crew|operations"
        "|engineering |product specialists|owner "
    ),
    "yours": "your |you |yours ",
    "letter": (
        "e-mail|email|mail |mails |message|note |letter|correspond|enquir|inquir|request|submission"
        "|application|report |complaint|comment|feedback|question|query|queries|ticket|case |claim "
        "|order |incident|documents |communication|details |form |booking |post |repair |donation"
        "|registration|invoice |call |manuscript|proposal|suggestion|entry |purchase|payment"
        "|subscription|file |matter|observation|appeal|petition|notification|notice |alert"
        "|contact form|web form|cv |resume|materials|what you wrote|issue |shipment|delivery"
        "|return |warranty|invitation|reservation|appointment|posts |record|item |ad |review |vote"
    ),
    "box": (
        "this mailbox|this address|this inbox|this account|this e-mail address|this email address"
        "|this box |this mail box|mailbox |inbox |my address|my e-mail address|e-mails are "
        "|messages are |mails are |e-mail is |mail is |mail sent |mails sent |messages sent "
        "|sent here |sent to this |this channel|this number|shared box"
    ),
    "this": (
        "this e-mail|this email|this message|this mail|this is |this was|this response|this reply"
        "|this notice|this answer|this notification|this confirmation|this letter|this note"
        "|message was |message is |mail was |response to your|reply to your|you get this"
        "|you got this|you are receiving|you're receiving|you receive this|this copy|this auto"
        "|this text|this information|this acknowledg|the above|hereby"
    ),
    "reason": (
        "you are receiving this|you're receiving this|you receive this|you received this"
        "|you get this mail|you get this e|you got this mail|you got this e|is sent to every"
        "|was sent to every|being sent to every"
    ),
    "auto": (
        "automat|auto-|autoreply|autorespon|auto reply|robot|machine|bot |computer|generated"
        "|unattended|no-reply|noreply|sent to everybody|sent to everyone|every sender|to all who"
        "|not written by|nobody wrote|on behalf of|by our system|by the system|from the system"
        "|by a machine|system message|system notice|vacation message|out-of-office message"
        "|notification system|powered by|template|standard reply|standard response|canned"
    ),
    "got": (
        "received |receiving|arrived|reached |logged |registered|recorded |has come |have come "
        "|come in |came in |landed |accepted|acknowledg|created |opened |raised |assigned|allocated"
        "|queued|added to|been given |was given |gave it |filed |forwarded|passed |routed|placed "
        "|in our queue|in the queue|in our system|is with us|has your |have your |have got "
        "|dealt with|being dealt|receipt|confirm |confirming |generated|submitted|escalated"
        "|under the reference|got your |gets your |got the details|in good hands|being processed"
        "|processed |sent to our|on record|on file|safely |read on|was read|been read|displayed on"
        "|attached to your|merged|linked to|held for|being held|await|quarantin|pending|in process"
        "|under review|being reviewed|being handled|being looked|taken note|noted under|have noted"
        "|captured|stored|saved|entered|entry |booked |confirmed|scheduled|resolved|marked as"
        "|status of|updated |changed to|closed automatically|transferred|handed to|handed over"
        "|delivered to|sent on |shared with|docketed|lodged|intake|checked in|on hold|approval"
        "|moderator|moderation|is now with|was sent to|is open|job #|under number|chosen"
    ),
    "answer": (
        "reply|replies|respond|response|answer|gets back|get back |write back|writes back"
        "|come back to you|back to you|be in touch|in touch |contact you|contacts you|hear from "
        "|follow up|deal with|dealt with|look into|attend to|attention|pick it up|picks it up"
        "|pick this up|phone you|phones you|call you|calls you|return your|update you|first update"
        "|read it |review"
    ),
    "term": (
        "working day|business day|working hours|business hours|within |in the order|in order of"
        "|order of arrival|as soon as|shortly|in due course|sla |target|response time|average|queue"
        "|hours |calendar month|earliest convenience|asap |at the latest|high volume|volume of"
        "|number of messages|backlog|usually |aim to|aims to|endeavo|some time|first come"
        "|by the end of|next working|same day|one day|two days|three days|a day |24 hours|48 hours"
        "|72 hours|a week |few days|several days|working week|soon |as quickly|quickly|promptly"
        "|right away|without delay|no later than|turn |next in line|in turn|strictly"
        "|date of receipt|peak |busy period|high demand|unusually|thank you for your patience"
        "|appreciate your patience|wait |waiting|estimated|eta |current priority|first update"
        "|a fortnight|fortnight|can take|may take up|takes up to|up to 30|volunteers|by hand"
    ),
    "reference": (
        "reference |ref |case number|case no|case id|request number|contact number|tracking|status "
        "|priority|impact |severity|assigned group|urgency|assignee|ticket#|ticket |case#|case #"
        "|rma|order number|registration number|file number|file ref|our ref|your ref"
        "|incident number|claim number|quote the|keep the|in the subject|subject line|number is"
        "|queue:|category|type:|summary|opened by|requester|component|<ref>"
    ),
    "portal": (
        "portal|faq|help cent|knowledge base|sign in|website|web site|online |self-service"
        "|status page|frequently asked|follow it at|followed at|on our site|guide |tour |newsletter"
        "|social media|our app|browse |click |link |app |download our|our website|web form|form on"
        "|chat |chatbot|video |articles|tips |learn more|read more|survey|rate |how did we|privacy"
        "|gdpr|terms |data protection|unsubscribe|preferences|view request|view this|track |<link>"
    ),
    "away": (
        "out of office|out of the office|out of town|out of the country|away |abroad |on leave"
        "|on annual leave|on medical leave|leave |vacation|holiday|travel|sabbatical|business trip"
        "|conference|trade fair|seminar|convention|sick |unwell|ill |in hospital|surgery|honeymoon"
        "|wedding|maternity|paternity|parental|absence|absent|unavailable|not available"
        "|not in the office|not at my desk|not at work|not working|don't work on|do not work on"
        "|offline|off duty|off work|off until|off sick|day off|days off|in the field|offshore"
        "|at sea |on the road|in court|in meetings|on nights|without internet|no internet|ooo "
        "|out until|out from|out on |out this|closed until|closed from|closed for|closed on"
        "|are closed|is closed|closes |public holiday|company holiday|shut down|recess|furlough"
        "|unreachable|cannot be reached|can't be reached|out today|out all|not be in |off for"
        "|off on|pto |compassionate|bereavement|term has ended|on a course|on training|attending"
        "|on a trip|retreat|urlaub|abwesend|férias|vacaciones|congé|ferie |ausente|licença|licencia"
        "|отпуск|skiing|hiking|sailing|baby |new baby|strike |snow day|moving house|moving offices"
        "|gone fishing|in transit|in a meeting|at a meeting|family emergency|funeral|fieldwork"
        "|field trip|expedition|on tour |rehears|deployed|on duty elsewhere|jury |day trip"
        "|long weekend|bank holiday|christmas break|easter break|summer break|winter break"
        "|spring break|between terms|off the grid|digital detox|out sick|recover|convalesc|rehab"
        "|childcare|camp |lunch|on shift|off shift|not in today|not in this|not in until|not around"
        "|am not in |are not in |is not in |isn't in |is out |is off |took the day|taking a break"
        "|taking time off|time off|reduced hours|part-time|part time|working from a ship"
        "|plant shutdown|shop holiday|inventory|stocktaking|mornings only|afternoons only"
        "|work mornings|work part|evenings only|no power|power cut|power outage|storm|flood"
        "|not work on|rest day|quarantine|isolat|sleeps |asleep|high season|busy season|off-season"
        "|off season"
    ),
    "back": (
        "back on|back in |back at|back monday|back tuesday|back wednesday|back thursday|back friday"
        "|be back|i'm back|am back|return|until |till |resume|reopen|opens again|open again|rejoin"
        "|see you on|again on|normal service|on my return|upon my return|wieder |bis zum|hasta|até "
        "|back from|back to work|back after|is back|comes back|gets back|get back on|coming back"
        "|in the office again|on duty again|available again|reachable again|from monday"
        "|from tuesday|normal hours|as usual|at work again|see you in|see you after|after that"
    ),
    "slow": (
        "slow|delay|limited|restricted|intermittent|sporadic|rarely|occasionally|infrequent"
        "|irregular|only see|only check|only read|once a|twice a|in the evening|not be reading"
        "|not reading|won't read|not read e|not be checking|not checking|won't be check|not be able"
        "|unable to|not see|not monitored|deleted unread|no access|without access|poor |patience"
        "|bear with|a while|longer than usual|may take|has to wait|have to wait|is waiting|expect "
        "|next on duty|be read |is read |are read |not looked at|not be looked|when i can"
        "|when i get|late reply|with delay|look at mail|read mail|read e|check mail|check e"
        "|no coverage|check this|check my|look at my mail|look at e|read my mail|open my mail"
        "|now and then|from time to time|twice daily|in batches|every few days|a lot of mail"
        "|lots of mail|too many|if i don't reply|if you don't hear|if you do not hear"
        "|if you have not heard|no signal|bad reception|no reception|patchy|satellite|behind on"
        "|catch up|catching up|might not|may not see|may not reply|may not be able|can't read"
        "|cannot read|cannot reply|can't reply|can't answer|cannot answer|only answer|only reply"
        "|answers may|replies may|reply late|takes longer|take longer|long time|as time permits"
        "|when time allows|some delay|at my desk|phone is off|phone off"
    ),
    "instead": (
        "contact |please call|please ring|ring |dial |telephone|please write|write to|please e-mail"
        "|please email|e-mail to|turn to|speak to|reach |call our|call the|call my|call me"
        "|please phone|phone |directed to|direct |addressed to|send it to|please use|use the|try "
        "|can help|get help|for help|in the meantime|meanwhile|in my absence|while i'm"
        "|during that time|during this time|during my|go to |handles |queries to|matters"
        "|enquiries to|requests to|questions to|escalations|please see|please visit|please refer"
        "|message me|whatsapp|slack |teams |signal |text |sms |leave a message|pager|knock |ask for"
        "|please ask|please send|please resend|resend it|send again|write again|please try"
        "|please submit|please register|please fill|please log|please mail|mail to|forward it"
        "|copy in|please cc|cc |please include|please quote|please add|please direct|please note"
        "|drop a line|drop us|see here|refer to|via |by phone|over to|take it to|take care of"
        "|takes care|is in charge|in charge"
    ),
    "standin": (
        "deputy|cover |covers |covering|covered by|stand-in|standing in|stands in|substitute"
        "|replacement|successor|took over|take over|takes over|taking over|taken over|looking after"
        "|looked after|looks after|has my |my colleague|my manager|my assistant|my boss|reception"
        "|switchboard|hotline|main line|central number|vertret|handling my|on my behalf"
        "|point of contact|acting |in charge|will take|takes my|took my|on call|on-call|secretary"
        "|back-up|backup contact|alternate|alternative contact|helps with|help you|has taken"
        "|hand over|handed over|in the office is|duty officer|duty phone|performed by|duties are"
        "|is covering|fills in|filling in|steps in|deals with|my wife|my partner|my son"
        "|general office|head office"
    ),
    "urgent": (
        "urgent|emergenc|immediate|pressing|critical|can't wait|cannot wait|if it matters|important"
        "|time-critical|in case of|deadline|dringend|urgência|urgencia|time-sensitive"
        "|life-threatening|danger|on fire|broke|outage|if you cannot wait|if it can|if something"
        "|if anything|need help|need an answer|need something|needs an answer|before then|sooner"
        "|right now|asap"
    ),
    "gone": (
        "not employed|left the company|has left|have left|i left|left us|retire|moved on|new post"
        "|new role|new position|new address|new e-mail|my last day|last working day|not monitored"
        "|not in use|switched off|discontinued|deactivated|disabled|been closed|being closed"
        "|be closed|phased out|deleted|discarded|has changed|have changed|changed my|changed to"
        "|nobody reads|nobody sees|not looked at|any more|anymore|receive no reply"
        "|rejected|unmonitored|not attended|obsolete|replaced by|is retired|are not read"
        "|is not read|not been read|not be read|moved to|taken up|cannot be answered|not answered"
        "|passed away|deceased|on secondment|seconded|resigned|resignation|redundan|reorgani"
        "|merged with|renamed|migrat|is being moved|was moved|has moved|have moved|new mailbox"
        "|new domain|update your|address book|will cease|ceased|expire|shut down on|is closing"
        "|out of use|old address|former|successor|no such person|not exist|not a member|not accept"
        "|does not accept|cannot receive|can't receive|cannot accept|outgoing only|send-only"
        "|notifications only|not intended|is only used|for sending|not turned into|no longer"
        "|stopped|i have been transferred|i was transferred|i work for|my duties|new job"
        "|changed jobs|remove me|left on|since left|relieved of|handed in"
    ),
    "hours": (
        "monday to|monday through|mon-fri|mon - fri|open on|open from|we're open|we are open"
        "|office hours|opening hours|business hours|hours of|hours are|is staffed|outside those"
        "|outside office|out of hours|opening times|during office|24/7|seven days a week|on sundays"
        "|on weekends|on weekdays|on fridays|on thursdays|on mondays|on tuesdays|on wednesdays"
        "|office is open|monday - |mon to|weekdays|business days are|from 8|from 9|8 am|9 am|9am"
        "|8:00|8-|9-|between 9|between 8|until 5|closed on|on saturday|lunch break|surgery hours"
        "|reception hours|telephone hours|time zone|tuesdays|thursdays|wednesdays|mondays|fridays"
        "|saturdays|sundays"
    ),
    "welcome": (
        "thank you for contact|thanks for contact|thank you for your e|thank you for your m"
        "|thank you for your i|thank you for your r|thank you for your c|thank you for your s"
        "|thanks for your e|thanks for your m|thanks for your i|thanks for your r"
        "|thank you for writ|thanks for writ|thank you for reach|thanks for reach|thank you for get"
        "|thanks for get|thank you for tak|thank you for choos|thank you for let|thanks for let"
        "|thank you for e|thanks a million|you have reached|you've reached|you contacted"
        "|vielen dank für|gracias por|merci pour|merci de|obrigad|thank you for using"
        "|thank you for call|thank you for shar|thank you for help|thanks for call|thanks for e"
        "|thank you for subm|thank you for report|thanks for subm|thanks for report"
        "|thank you for apply|thanks for apply|thank you for order|thank you for visit|welcome to"
        "|glad you|nice of you|good to hear from|great to hear|pleased to|we value|we appreciate"
        "|your patience|your interest|your understanding|thank you for bearing"
    ),
    "quiet": (
        "do not reply|don't reply|do not respond|not reply to this|please don't send|do not send"
        "|no need to|not necessary|refrain|can't take|don't give|will not receive|not every"
        "|replies to this|by answering to this|reply to this|above this line|only notification"
        "|not be answered individually|personally|without notice|no further|not reply individually"
        "|not respond individually|one reply|only once|sent once|not enter into|no individual"
        "|not be acknowledged|no answer|no response|not be replied|don't send|not resend"
        "|do not resend|don't write|please wait|disregard|ignore this|no action"
    ),
    "date": (
        "january|february|march |april|may |june|july|august|september|october|november|december"
        "|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week |month |year |weekend"
        "|christmas|easter|summer |autumn|spring |term |semester|further notice|<date>"
    ),
    "where": "<mail>|<phone>",
    "noreply": (
        "do not reply|don't reply|do not respond|don't respond|not reply to this|replies to this"
        "|reply to this address|no need to reply|wants no reply|send-only|outgoing only"
        "|above this line"
    ),
})  # fmt: skip
