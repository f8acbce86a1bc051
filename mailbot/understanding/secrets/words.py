"""Words for handing over a secret: its names, the verbs, and values that are none."""

# nouns may only have their own endings; compounds (Zugangspasswort) may begin freely
NOUNS = {
    "zh": r"(?:登[录錄入陆]|[上传傳輸输]{2}|解[压壓][缩縮]?|[压壓][缩縮]包?|提取|[访訪][问問]|"
    r"[临臨][时時]|初始|新|[账賬帐帳][号號户戶])?的?"
    r"(?:密[码碼]|口令|解[压壓][缩縮]?[码碼]|(?:提取|[访訪][问問]|取件|[验驗][证證]|授[权權]|通行|提货)[码碼])",
    "ja": r"(?:解凍|展開|ログイン)?(?:パスワード|パスコード|パスフレーズ|暗証番号|解凍パス|合言葉)",
    "ko": r"비밀 ?번호|암호|패스워드|비번|접속 ?코드",
    "en": r"pass ?words?|pass ?wd|p[as]?wd?|passcodes?|pass ?phrases?|psw|pass(?<!boarding pass)|"
    r"access codes?|extraction codes?|pin(?: ?codes?)?|"
    r"(?:api|access|secret|recovery|(?:de|en)cryption)[ _-]?keys?|(?:access )?tokens?",
    "de": r"[^\W_]{0,24}(?:passwort|kennwort)|zugangscode|entsperrcode",
    "fr": r"mots? de passe|mdp|code d['’]acc[èe]s|phrase secr[èe]te",
    "es": r"contrase[ñn]as?|claves? de acceso|clave|c[óo]digo de acceso",
    "it": r"parola d['’]ordine|parola chiave|codice di accesso",
    "pt": r"senhas?|palavras?-passe",
    "nl": r"[^\W_]{0,24}wachtwoord|toegangscode",
    "ru": r"парол(?:ь|я|ю|ем|и)|код доступа",
    "uk": r"код доступу",
    "pl": r"has[łl](?:o|a|em|u)",
    "cs": r"hesl(?:o|a|em|u)",
    "sv": r"[^\W_]{0,24}lösenord(?:et)?|adgangskode[n]?|kodeord(?:et)?|passord(?:et)?",
    "fi": r"salasana",
    "hu": r"jelszó",
    "tr": r"[şs]ifre(?:si|niz|miz)?|parola(?:s[ıi])?",
    "el": r"κωδικός",
    "vi": r"mật khẩu",
    "ar": r"كلمة (?:المرور|السر)",
}
# searched first: a text with none of these hands over no secret
HINTS = (
    "密码", "密碼", "口令", "压码", "壓碼", "缩码", "縮碼", "取码", "取碼", "问码", "問碼", "件码",
    "件碼", "证码", "證碼", "权码", "權碼", "行码", "行碼", "货码", "解压", "解壓", "登录", "登錄",
    "登入", "打开", "パス", "暗証", "合言葉", "解凍", "ログイン", "비밀", "암호", "패스", "비번",
    "접속", "압축", "pass", "pwd", "psw", "pw", "access", "code", "pin", "key", "token", "zip",
    "extract", "open", "unlock", "decrypt", "unpack", "log in", "login", "sign in", "logon",
    "log on", "://", "mdp", "kennwort", "entpack", "entsperr", "mot", "contrase", "clave",
    "código", "parola", "codice", "senha", "palavra", "wachtwoord", "парол", "код", "hasł", "hasl",
    "hesl", "lösenord", "kode", "credential", "zugangsdaten", "salasana", "jelszó", "ifre", "κωδ",
    "khẩu", "كلمة", "frase", "phrase", "secr",
)  # fmt: skip
SIGNS = r"=>|->|→|⇒|➔|➜|[:：=＝]{1,2}|[-–—](?=\s)"
# "The password *is* X", with the words around it
COPULAS = {
    "zh": r"(?:已经?|已經|统一|統一|仍|[还還]|都|默认|默認|暂时|暫時|现在|現在)?(?:被)?"
    r"(?:[重设設][置定]?|修?[改换換更]|变更|更新|更换|更換)?[是为為成]|就是",
    "ja": r"[はがを]|は以下の通り(?:です)?",
    "ko": r"[는은가이]",
    "en": r"is|are|was|will be|remains|(?:has been |was |is )?(?:changed|reset|set) to|to",
    "de": r"lautet|heißt|heisst|ist|war|wurde auf",
    "fr": r"est|sera|reste|c['’]est",
    "es": r"es|ser[áa]|sigue siendo",
    "it": r"è|e['’]|sarà",
    "pt": r"é|continua",
    "nl": r"luidt",
    "ru": r"это|теперь|такой|будет",
    "pl": r"to|jest|brzmi",
    "cs": r"je|zní",
    "sv": r"är|lyder|er",
}
STILL = (
    r"如下|(?:as )?follows|following|below|now|still|again|just|simply|nun|jetzt|weiterhin|"
    r"wie folgt|maintenant|toujours|ahora|adesso|agora|nu|теперь|以下の通り(?:です)?|下記(?:です)?"
)
# "The password *for* the zip"
ABOUT = (
    r"for|of|to|on|zum|zur|für|fuer|des|der|du|de|del|della|dello|dell|dal|da|do|pour|para|per|voor|"
    r"van|к|от|для|до|na|ke|k|pro|för|till|til|için"
)
# "unzip it *with* X": only words that open something
OPENING = {
    "en": r"(?:unzip|unpack|unrar|extract|decompress|decrypt|unlock|open)\w{0,4}|"
    r"log ?in|log ?on|sign in|connect",
    "de": r"entpack\w{0,3}|entschlüssel\w{0,3}|öffne\w{0,2}|entsperr\w{0,3}|"
    r"anmeld\w{0,3}|einlogg\w{0,3}",
    "fr": r"décompress\w{0,3}|ouvr\w{0,4}|déchiffr\w{0,3}|connect\w{0,5}",
    "es": r"descomprim\w{0,4}|abr[aei]\w{0,4}|descifr\w{0,3}|extra\w{0,5}",
    "it": r"decomprim\w{0,4}|apri\w{0,3}|estra\w{0,5}",
    "nl": r"uitpak\w{0,3}|pak\b|openen?",
    "ru": r"распак\w{0,6}|откр\w{0,6}|разархивир\w{0,4}|войти|войдите",
}
WITH = r"with|using|by|mit|avec|con|com|met|med|z|с|как|as"
UNZIPS_ZH = r"解[压壓][缩縮]?|解[开開]|打[开開]|登[录錄入陆]|解密"
UNZIPS_JA = r"解凍|展開|開(?:いて|け|きます)|ログイン"
# what a password is for, if only that stands before the value
CONTAINERS = (
    r"zip|7z|rar|dump|archi\w{0,4}|file|datei|fichier|archivo|arquivo|bestand|unpacking|entpacken|"
    r"распаковки|архив\w{0,2}|plik\w{0,2}"
)
# well-known user names
USERS = r"root|admin|administrator|sa|sysadmin|oracle|postgres|ubuntu|guest|ftpuser|user\w{0,8}"

_SAID_OF_IT = """
about above accepted access account accounts again also always another anyone applies archive
are ask asked attached authenticated authentication based because been before below best blank
box but call called cannot can't case change changed characters check cheers complex correct
could denied dialog didn't different digits disabled does doesn't domain done earlier email
empty entered error errors every exactly expire expired expires expiry failed fails failure
field file files first following for forgot forgotten from gate generator given good had has
hash have hello here hint host incorrect input invalid isn't issue just kind known last least
length letters locked login long lost mail manager message missing mobile more must name need
needed needs never none not nothing number okay once only optional option page personal phone
please policy port problem prompt protected protection provided question received recovery
refused regards rejected required requirements reset resetting same secret secure security see
send sends sent separate separately server should similar sms some still strong than thank
thanks that the them then there these they this those through today token tomorrow too two type
typed unchanged unknown upload used user username using valid via wait was wasn't weak were what
when where which who whole whom will with within without won't work working works would wrong
yes yesterday your yours abgelaufen anbei anders bereits bitte falsch folgt gesperrt geändert
geht gleich immer inkorrekt kommt korrekt leer nicht per richtig siehe telefonisch unbekannt
ungültig ungueltig unten unverändert vergessen wird zurückgesetzt danke telefon changé connu
erroné expiré faux identique incorrecte inconnu même oublié perdu refusé suivant suit caducada
cambiada correcta conocida errónea expirada igual incorrecta inválida misma nueva olvidada
siguiente vacía errata sbagliata scaduta corretta stessa nuova dimenticata segue vedi sotto
uguale errada incorreta mesma nova esquecida abaixo verkeerd verlopen vergeten fout juist
hetzelfde onbekend volgt zie gewijzigd onjuist błędne nieprawidłowe wygasło zmienione takie samo
zapomniane niepoprawne špatné chybné neplatné vypršelo stejné zapomenuté nefunguje správné
felaktigt fel glömt samma ändrat utgånget saknas yanlış hatalı geçersiz aynı değişti unuttum
doğru
"""
# words said about a password or after it: never a value
ORDINARY = frozenset(_SAID_OF_IT.split())
# programs for opening archives: they look like a password, but are none
TOOLS = (
    r"\w{0,12}zip\d{0,4}|7-?zip|win\w{2,12}|notepad\S{0,3}|excel\d{0,4}|word\w{0,5}|office\d{0,4}|power\w{0,10}|"
    r"python[\d.]{0,6}|java\d{0,3}|vpn\d?|vlc|\w{1,12}\+\+|ie\d{1,2}|chrome\d{0,3}|firefox\d{0,3}|kdump\d?|"
    r"crash\d?|gdb\d{0,3}|peazip|bandizip\d?|tar|rar\d?|ssh\d?|sftp|acrobat\w{0,4}|putty\S{0,6}|teams\d?"
)
