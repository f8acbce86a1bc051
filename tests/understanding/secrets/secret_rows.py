"""Sentences that hand a secret over, its value between ⟨ and ⟩, and some that hand over none."""

MUST = """
the password for the zip is ⟨Blue!Harbor77⟩
The password for the zip file: ⟨Blue!Harbor77⟩
pw = ⟨Blue!Harbor77⟩
PW: ⟨Blue!Harbor77⟩
pwd: ⟨Blue!Harbor77⟩
pass: ⟨Blue!Harbor77⟩
password: ⟨sesame⟩
password=⟨sesame⟩
Password - ⟨Blue!Harbor77⟩
password -> ⟨Blue!Harbor77⟩
password => ⟨Blue!Harbor77⟩
password → ⟨Blue!Harbor77⟩
The password is now ⟨Blue!Harbor77⟩.
The password has been changed to ⟨Blue!Harbor77⟩, please use it.
The password is still ⟨Blue!Harbor77⟩.
The password will be ⟨Blue!Harbor77⟩ from Monday.
The password is "⟨Blue!Harbor77⟩".
The password is '⟨sesame⟩'.
The password is **⟨Blue!Harbor77⟩**.
**Password:** ⟨Blue!Harbor77⟩
*Password*: *⟨Blue!Harbor77⟩*
the password (⟨Blue!Harbor77⟩) opens it
password (case sensitive): ⟨Blue!Harbor77⟩
The password is as follows: ⟨Blue!Harbor77⟩
Password below:|⟨Blue!Harbor77⟩
password:|⟨Blue!Harbor77⟩
unzip it with ⟨Blue!Harbor77⟩
Please unzip the file with ⟨Blue!Harbor77⟩.
You can open it with ⟨Blue!Harbor77⟩ as the password
use ⟨Blue!Harbor77⟩ to unzip
Use "⟨Blue!Harbor77⟩" to extract the archive
⟨Blue!Harbor77⟩ is the password
log in with root / ⟨Blue!Harbor77⟩
Log in as root/⟨Blue!Harbor77⟩ please
user admin, password ⟨Blue!Harbor77⟩
username: admin, pass: ⟨Blue!Harbor77⟩
passphrase: ⟨Blue!Harbor77⟩
The API key is ⟨ak_9f27b311c0⟩
access token: ⟨eyJhbGciOiJIUzI1⟩
The extraction code is ⟨k7x2⟩
{"password": "⟨Blue!Harbor77⟩"}
<password>⟨Blue!Harbor77⟩</password>
解压码 ⟨k7x2⟩
解压密码为⟨Blue!Harbor77⟩
密码是⟨Blue!Harbor77⟩
密码：⟨Blue!Harbor77⟩。
提取码：⟨k7x2⟩
口令 ⟨Blue!Harbor77⟩
密码（⟨Blue!Harbor77⟩）
密码「⟨Blue!Harbor77⟩」
账号 root 密码 ⟨Blue!Harbor77⟩
账号：root，密码：⟨Blue!Harbor77⟩
root/⟨Blue!Harbor77⟩ 可以登录
用 ⟨Blue!Harbor77⟩ 解压
请使用⟨Blue!Harbor77⟩登录
⟨Blue!Harbor77⟩ 是解压密码
密码如下：⟨Blue!Harbor77⟩
密码如下|⟨Blue!Harbor77⟩
密码→⟨Blue!Harbor77⟩
压缩包的密码是：⟨Blue!Harbor77⟩
密码還是 ⟨Blue!Harbor77⟩
解壓縮密碼：⟨Blue!Harbor77⟩
密碼為 ⟨Blue!Harbor77⟩，請查收
Passwort: ⟨Blue!Harbor77⟩
das Kennwort lautet ⟨Blue!Harbor77⟩.
Das Passwort für das Archiv ist ⟨Blue!Harbor77⟩.
Das Zip-Passwort lautet: ⟨Blue!Harbor77⟩
mot de passe : ⟨Blue!Harbor77⟩
Le mot de passe du fichier est ⟨Blue!Harbor77⟩.
mdp: ⟨Blue!Harbor77⟩
contraseña: ⟨Blue!Harbor77⟩
La contraseña del archivo es ⟨Blue!Harbor77⟩
La password è ⟨Blue!Harbor77⟩
La password dello zip: ⟨Blue!Harbor77⟩
senha: ⟨Blue!Harbor77⟩
A palavra-passe é ⟨Blue!Harbor77⟩
wachtwoord: ⟨Blue!Harbor77⟩
Het wachtwoord is ⟨Blue!Harbor77⟩
пароль: ⟨Blue!Harbor77⟩
Пароль к архиву — ⟨Blue!Harbor77⟩
パスワードは ⟨Blue!Harbor77⟩ です
パスワード：⟨Blue!Harbor77⟩
解凍パスワードは「⟨Blue!Harbor77⟩」です。
비밀번호: ⟨Blue!Harbor77⟩
비밀번호는 ⟨Blue!Harbor77⟩입니다
hasło: ⟨Blue!Harbor77⟩
Hasło do archiwum to ⟨Blue!Harbor77⟩
heslo: ⟨Blue!Harbor77⟩
Heslo je ⟨Blue!Harbor77⟩
lösenord: ⟨Blue!Harbor77⟩
Lösenordet är ⟨Blue!Harbor77⟩
şifre: ⟨Blue!Harbor77⟩
Parola: ⟨Blue!Harbor77⟩
first password: ⟨Blue!Harbor77⟩|second password: ⟨Green?Tide88⟩
"""

MUST_NOT = """
I forgot the password
I forgot the password.
the password is wrong
The password is wrong!
password wrong
the password has expired
the password is expired.
the password is correct
the password is known
the password is the same
the password is the same as before
password: please call me
password: will follow by phone
password: see below
password: wrong
password: incorrect
Password: unchanged
reset the password
reset the password on server01
the password field is empty
password policy
the password policy v2.0 applies
the key is to restart first
key = HKLM\\Software\\Vendor
key: HKEY_LOCAL_MACHINE\\SYSTEM
the code is 0x9F
the stop code is 0x0000009F
error code: 412
error code = 0x80070005
password error 0xC000006A
password check failed with 0xC000006A
pass through
pass-through mode: NVMe01
the passport office
boarding pass: gate 4
PIN header
pin 12 is GND
the pin header J7: 2x5
the product key is missing
please send the product key
the license key expired on 2026-03-02
what is the password?
What's the password for dump01.zip?
Which password do you use?
the password for user zhou1 was reset
the password of srv-db01 expired on 2026-03-02
Password-protected archive dump01.7z attached
the archive is password protected (AES-256)
unzip it with 7-Zip
open it with Notepad++
open it with WinRAR5
unzip it with WinZip2020 please
log in with SSH/SFTP
log in with zhou@partner.example
use PowerShell7 to open the session
connect with VPN2
open the dump with WinDbg
The pass rate was 99.5%
we passed test 12: OK
compass: north4
token ring 16Mbps
the token expired
access denied: 0x80070005
the bypass: R12
the password I sent you yesterday does not work
the password you gave for dump01.zip fails
password must have 12 characters
password is required
password: ********
Password:
Password:|Thanks
Username:|Password:|Server:
密码错误
密码错误 0xC000006A
密码已重置，请重新发送
密码是什么？
密码还是原来的
密码：见附件
密码不对
忘记密码
密码已过期
密码过期 2026-03-02
密码稍后短信发送
口令错误
提取码失效了
解压码不对
密碼錯誤
重設密碼
请问解压密码是多少？
用 WinRAR5 解压
用 7-Zip 解压
错误码是 0x9F
错误代码：412
Passwort vergessen
Passwort: falsch
Das Passwort ist abgelaufen
Das Kennwort lautet anders
le mot de passe ne marche pas
mot de passe : incorrect
Le mot de passe est expiré
contraseña: incorrecta
la contraseña no funciona
La password è errata
senha: incorreta
a senha está errada
wachtwoord vergeten
Het wachtwoord is verlopen
пароль: неверный
пароль не подходит
パスワードが違います
パスワードは何ですか
비밀번호가 틀렸습니다
hasło jest błędne
heslo nefunguje
lösenordet fungerar inte
şifre yanlış
"""


def rows(table: str) -> list[str]:
    """One sentence a line; a bar stands for a new line in it."""
    return [line.replace("|", "\n") for line in table.strip().split("\n")]


def told(row: str) -> tuple[str, tuple[str, ...]]:
    """The sentence as it is written, and the secrets in it."""
    pieces = row.replace("⟩", "⟨").split("⟨")
    return "".join(pieces), tuple(pieces[1::2])
