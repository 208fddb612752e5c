"""The words of page furniture: what pages ask of their readers, and how they label what is not the story.

All patterns are matched against one line in lower case, with straight apostrophes.
"""

from __future__ import annotations

import re

from summarizer.steps.phrases import any_of

_LABELS = (
    # switches, menus, players
    r"advertisement|advertising|sponsored(?: content)?|promoted(?: content| stories)?|ad|anzeige|werbung"
    r"|publicité|publicidad|pubblicità",
    r"(?:story|article) continues (?:below|after).*|continue reading.*|skip to (?:main |the )?\w+"
    r"|back to top|loading\W*|toggle navigation|menu|search",
    r"(?:log|sign) ?(?:in|out|up)|register(?: now)?|subscribe(?: now| today)?|my account"
    r"|create (?:an |free )?account",
    r"(?:see also|also read|read also|read more|see more)\b.{0,160}"
    r"|(?:write|e-?mail|reach|contact) (?:to )?.{3,60} (?:at|via|on) (?:\[email.protected\]|\S+@\S+)\.?"
    r"|our standards:.*|load more|show more|view all(?: .{0,30})?|see all(?: .{0,30})?|home",
    r"\d+ ?(?:min(?:ute)?s?\.?)(?: read| to read)|(?:estimated )?reading time:? .{1,20}"
    r"|listen to (?:this|the) (?:article|story).*",
    r"(?:play|watch|download) (?:the )?(?:video|audio|podcast|app)|getty images"
    r"|(?:file )?(?:photo(?:graph)?|image|picture|foto)s?(?: credits?| by| courtesy| source)?(?:\s*[:/] ?.{1,60})?",
    # sharing
    r"share(?: (?:this|on|via|it|article|story).{0,40})?"
    r"|(?:tweet|pin it|e-?mail(?: this)?|print(?: this)?(?: page| article)?|copy link|bookmark"
    r"|save(?: article)?)",
    r"(?:follow|like|find|join|connect with) us(?: (?:on|at|via) .{1,80})?|teilen|partager|compartir|condividi"
    r"|delen|compartilhar",
    # comments
    r"(?:leave|post|write|add) (?:a |your )?(?:comment|reply).{0,40}"
    r"|(?:\d+ |no |view |show )?comments?(?: \(\d+\))?|join the (?:conversation|discussion).{0,40}",
    r"please enter your (?:comment|name|e-?mail).{0,60}|your e-?mail address will not be published.*"
    r"|required fields are marked.*",
    r"save my name, e-?mail.*|you must be logged in to .*|log in to leave a comment.*"
    r"|notify me of .*(?:comments|posts).*",
    r"hinterlassen sie einen kommentar|kommentare?|commentaires?|comentarios?|laisser un commentaire"
    r"|deja un comentario",
    # rights, tags, contacts
    r"(?:copyright,? (?:\(c\)|©|\d{4}|by\b)|\(c\) ?\d|©).{0,120}|.{0,80}all rights reserved\.?"
    r"|alle rechte vorbehalten\.?|tous droits réservés\.?|todos los derechos reservados\.?",
    r"(?:tags?|filed under|topics?|categor(?:y|ies)|keywords|schlagwörter|etiquetas|mots-clés)\s*:.{0,200}",
    r"privacy policy|terms (?:of (?:use|service)|and conditions)|cookie (?:policy|settings|preferences)"
    r"|accept(?: all)?(?: cookies)?|contact us|about us|imprint|impressum",
    r"\(?(?:(?:additional |further )?(?:reporting|writing|editing|edited|compiled|translated"
    r"|translation)(?: and (?:writing|editing|reporting))?) by .{3,160}",
)
LABEL = re.compile("(?:" + "|".join(_LABELS) + r")[\s!.…:>»|]*")
"""Fits a whole line that is furniture wherever it stands."""

LIST_LABEL = re.compile(
    r"(?:related|recommended|popular|trending|latest|similar|more|further|other|top|also|must|editor'?s'?)"
    r"(?: (?:on this|from|in|about|for you|by))?"
    r"(?: (?:articles?|stor(?:y|ies)|news|posts?|reading|reads?|coverage|content|topics?"
    r"|headlines|picks|links|videos?))"
    r"(?: .{1,30})?|(?:read|see|learn|find out|lees|leia) (?:more|also|next|ook|também|mais)(?: (?:on"
    r"|about|from) .{1,60})?"
    r"|more (?:from|in|on|about) .{1,40}|(?:next|previous) (?:article|post|story)"
    r"|most (?:read|popular|viewed|shared|commented)(?: .{1,20})?|trending(?: now)?"
    r"|you (?:may|might) (?:also )?(?:like|be interested in)"
    r"|(?:recommended|more|picked|selected) for you|related|recommended|don'?t miss|what to read next|up next"
    r"|also read|in case you missed it"
    r"|mehr zum thema|lesen sie auch|auch interessant|das könnte sie auch interessieren|meistgelesen|lire aussi"
    r"|à lire aussi"
    r"|sur le même sujet|les plus lus|lea también|te puede interesar|noticias relacionadas|más leídas"
    r"|leggi anche|i più letti"
    r"|leia também|leia mais|mais lidas|gerelateerd|meest gelezen"
)
"""Fits a line, or what stands before its colon, that announces links to other stories."""

ACTION = re.compile(
    r"(?:please |simply |just |already (?:a |an )?(?:subscriber|member|signed up|registered).{0,20}"
    r"|not (?:a |yet a )?(?:subscriber|member).{0,10})?"
    r"(?:subscribe(?: now| today| here| to\b| for\b|[,.!:]|$)|sign(?:ing)? up(?: now| today"
    r"| here| to\b| for\b| and\b| with\b|[,.!:]|$)"
    r"|(?:log|sign) ?in(?: here| now| to\b| with\b|[,.!:]|$)|register (?:now|today|here|for|to)\b"
    r"|(?:click|tap|press) (?:here|on|the|to|below|through|this)\b|follow (?:us|our|@\w+)|enter your"
    r"|create (?:an|a free|your) account"
    r"|(?:enable|turn on|allow|switch on) (?:javascript|cookies|notifications|push)"
    r"|(?:disable|turn off) your ad|download (?:the|our) (?:[\w-]+ ){0,4}app\b"
    r"|support (?:our|independent|quality) |donate (?:now|today|here)\b|become a (?:member|subscriber|supporter)"
    r"|abonnieren sie|melden sie sich|registrieren sie|abonnez-vous|inscrivez-vous|suscríbete|suscríbase"
    r"|regístrate|iscriviti|abbonati"
    r"|assine|inscreva-se|schrijf je in|abonneer|meld je aan)"
)
"""Opens a line that tells the reader to do something on the page."""

MILD_ACTION = re.compile(
    r"(?:please )?(?:get|join|read|discover|try|start|enjoy|stay|don'?t miss|unlock|access"
    r"|receive|explore|find|choose|want|looking for|love"
    r"|like what|keep up|catch up|never miss|be the first|tell us|send us|got a|have a|check out|listen|watch"
    r"|upgrade|claim|save|catch|download)\b"
)
"""Opens a line that may be an invitation, or the headline of a story."""

_OBJECTS = (
    "newsletter|latest news|breaking news|top headlines|market updates|live updates|news app|our daily|our weekly|"
    "business briefing|news briefing|inbox|digest|daily briefing|morning briefing|weekly briefing|"
    "mailing list|subscriber comments|subscription|already signed up|already a subscriber|your email|"
    "your e-mail|email address|e-mail address|email alerts|alert icon|push notification|notifications|"
    "your account|free account|an account|password|our app|app store|google play|whatsapp channel|"
    "telegram channel|our channel|on facebook|on twitter|on telegram|on instagram|on linkedin|on youtube|"
    "cookies|privacy policy|terms of service|terms of use|terms and conditions|your comment|a comment|"
    "your browser|ad blocker|adblock|ad-free|paywall|our journalism|our reporting|our coverage|"
    "this article|this story|our podcast|abonnement|infolettre|boletín|nieuwsbrief|datenschutz"
)
OBJECTS = tuple(_OBJECTS.split("|"))
OBJECT = any_of(OBJECTS)
"""Things that belong to a page or its publisher, not to the world that a story is about."""

_MARKETING = (
    "for free|free of charge|no cost|free trial|it's free|free weekly|free daily|free newsletter|% off|"
    "save 1|save 2|save 3|save 4|save 5|save 6|save 7|save 8|save 9|save up to|cancel anytime|"
    "cancel any time|limited time|special offer|best deal|exclusive access|exclusive content|"
    "unlimited access|full access|premium content|sure to enjoy|top stories|biggest stories|latest news|"
    "breaking news|delivered to|straight to|must-read|every morning|every day|every week|weekly|"
    "first month|per month|a month|today|stay informed|stay up to date|up to date|never miss|don't miss"
)
MARKETING = tuple(_MARKETING.split("|"))
"""What is said of an offer."""

READER = re.compile(r"\b(?:you|your|you're|you'll|ihr|ihre|ihren|sie|votre|vos|tu|su|sua|je|jouw)\b")
PUBLISHER = re.compile(r"\b(?:we|our|us|wir|unser\w*|nous|notre|nuestr[oa]s?)\b")

NOTICE = re.compile(
    r"(?:we|this (?:web)?site|our (?:web)?site|this page) (?:and our partners )?uses? cookies"
    r"|by (?:continuing|clicking|subscribing|signing up|using this)[^.]{0,60}\byou\b"
    r"|wir verwenden cookies|diese (?:web)?seite (?:verwendet|nutzt) cookies"
    r"|(?:nous utilisons|ce site utilise) des cookies|utilizamos cookies"
    r"|(?:some|certain) links (?:in this|on this)"
    r"|this (?:article|story|post) (?:was|is) (?:originally|first) (?:published|appeared)"
    r"|this article (?:contains|may contain) affiliate"
    r"|(?:a|this) (?:browser|verification) .{0,30}(?:is required|has been sent)"
    r"|disclaimer\b|the views expressed (?:in|here|are|above|on this)\b"
    r"|as an amazon associate|quotes? (?:are )?delayed|market data provided"
)
"""Opens a notice, whatever follows."""

BYLINE = re.compile(r"(?:written |words |story )?by:? (?:[^\W\d_][\w.'’-]*[ ,|/&–-]*){1,14}(?:\d.{0,60})?")
BIOGRAPHY = re.compile(
    r"((?:[\w.'-]+ ){1,4}?(?:(?:and|&) (?:[\w.'-]+ ){1,4}?)?)(?:is|are) (?:an? |the |our )?(?:[\w'&-]+ ){0,5}?"
    r"(?:reporters?|correspondents?|journalists?|columnists?|editors?|(?:staff|freelance) writers?)\b.{0,300}"
)
"""Line of its own that says who wrote the story: only believed at its head, or at its very end."""

DATELINE = re.compile(
    r"(?:(?:published|updated|posted|last (?:updated|modified)|first published)\b.{0,70}"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? .{0,40}\d{4}.{0,30})"
)
"""Line of its own, at the head, that says when the page was put up."""
