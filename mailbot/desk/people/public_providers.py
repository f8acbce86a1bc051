"""Public mailbox providers (gmail.com, 163.com …): an address there tells no employer.

Chinese, global and national providers, mail of internet access providers, forwarding and
throw-away services. Subdomains (`vip.qq.com`) count with their domain.
"""

_CHINESE = """
126.com 139.com 163.com 163.net 188.com 189.cn 21cn.com 263.net 2980.com aliyun.com chinaren.com
citiz.net eyou.com foxmail.com netease.com openmail.cc qq.com sina.cn sina.com sina.com.cn
sogou.com sohu.com tom.com wo.cn wo.com.cn yeah.net 0355.net 56.com china.com chinamail.com
10086.cn hexun.com xinhuanet.com 51.com 3g.cn eastday.com enet.com.cn 371.net etang.com
hongkong.com hkbn.net netvigator.com i-cable.com hinet.net seed.net.tw pchome.com.tw
yam.com url.com.tw so-net.net.tw
"""
_GLOBAL = """
aol.com aim.com fastmail.com fastmail.fm gmail.com googlemail.com hey.com hotmail.com hushmail.com
icloud.com inbox.com live.com lycos.com mac.com mail.com mailbox.org me.com msn.com outlook.com
passport.com pm.me proton.me protonmail.ch protonmail.com rocketmail.com runbox.com skiff.com
startmail.com tuta.com tuta.io tutanota.com tutanota.de tutamail.com usa.net yahoo.com ymail.com
zoho.com zohomail.com duck.com email.com engineer.com consultant.com post.com usa.com myself.com
iname.com techie.com writeme.com cheerful.com
"""
_NATIONAL = """
abv.bg alice.it azet.sk bigmir.net bluewin.ch centrum.cz centrum.sk daum.net email.cz email.it
freemail.hu freenet.de gmx.at gmx.ch gmx.com gmx.de gmx.net gmx.fr gmx.us hanmail.net i.ua
indiatimes.com inbox.lv inbox.ru interia.pl kakao.com laposte.net libero.it list.ru lycos.de
mail.bg mail.de mail.ee mail.ru mynet.com nate.com naver.com o2.pl onet.eu onet.pl op.pl
orange.fr posteo.de protonmail.de rambler.ru rediffmail.com sapo.pt seznam.cz sify.com
tiscali.it tlen.pl ukr.net virgilio.it voila.fr web.de wp.pl ya.ru yandex.by yandex.com
yandex.kz yandex.ru yandex.ua zonnet.nl bol.com.br terra.com.br uol.com.br ig.com.br
hotmail.be hotmail.ca hotmail.ch hotmail.co.jp hotmail.co.uk hotmail.com.ar hotmail.com.br
hotmail.de hotmail.es hotmail.fr hotmail.it hotmail.nl live.ca live.cn live.co.uk live.com.au
live.de live.fr live.it live.jp live.nl msn.cn outlook.at outlook.com.br outlook.de outlook.es
outlook.fr outlook.it outlook.jp outlook.kr yahoo.ca yahoo.cn yahoo.co.id yahoo.co.in
yahoo.co.jp yahoo.co.kr yahoo.co.th yahoo.co.uk yahoo.com.ar yahoo.com.au yahoo.com.br
yahoo.com.cn yahoo.com.hk yahoo.com.mx yahoo.com.ph yahoo.com.sg yahoo.com.tr yahoo.com.tw
yahoo.com.vn yahoo.de yahoo.es yahoo.fr yahoo.gr yahoo.ie yahoo.in yahoo.it yahoo.pl yahoo.ro
yahoo.se excite.co.jp goo.jp infoseek.jp nifty.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp
"""
_ACCESS = """
adelphia.net arcor.de att.net bellsouth.net bigpond.com bigpond.net.au blueyonder.co.uk bt.com
btinternet.com btopenworld.com cableone.net centurylink.net charter.net comcast.net cox.net
earthlink.net embarqmail.com free.fr frontier.com frontiernet.net iinet.net.au juno.com
kabelmail.de kpnmail.nl mindspring.com netcologne.de netzero.net ntlworld.com online.de
online.no optonline.net optusnet.com.au planet.nl prodigy.net q.com roadrunner.com rogers.com
sbcglobal.net sfr.fr shaw.ca sky.com sympatico.ca t-online.de talktalk.net telenet.be
telia.com telus.net tin.it upcmail.nl verizon.net videotron.ca virginmedia.com wanadoo.fr
windstream.net xs4all.nl xtra.co.nz ziggo.nl vodafone.de skynet.be telefonica.net tiscali.co.uk
ocn.ne.jp biglobe.ne.jp plala.or.jp dion.ne.jp so-net.ne.jp singnet.com.sg pacific.net.sg
"""
_FORWARDED = """
anonaddy.com simplelogin.com 33mail.com mozmail.com privaterelay.appleid.com pobox.com
guerrillamail.com mailinator.com 10minutemail.com temp-mail.org yopmail.com sharklasers.com
trashmail.com maildrop.cc dispostable.com getnada.com users.noreply.github.com
"""

PUBLIC_PROVIDERS = frozenset(" ".join((_CHINESE, _GLOBAL, _NATIONAL, _ACCESS, _FORWARDED)).split())
