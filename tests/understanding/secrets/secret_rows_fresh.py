"""More rows in other words, written after the mechanism stood, to see how far it carries."""

FRESH = """
Hi, here is the archive; its password: ⟨Quiet7Otter⟩
You will need this password to open it: ⟨Quiet7Otter⟩
I protected the file with the password ⟨Quiet7Otter⟩.
The archive is encrypted, passphrase "⟨quiet otter swims⟩".
The zip can be opened using ⟨Quiet7!Otter⟩
pwd is ⟨Quiet7Otter⟩
The new pw for the ftp account: ⟨otter99⟩
PASSWORD IS ⟨QUIET7OTTER⟩
Credentials: admin / ⟨Quiet7Otter!⟩
login: admin, password: ⟨otter⟩
Your temporary password is: ⟨Quiet7Otter⟩
We set the root password to ⟨Quiet7Otter⟩
Password for dump01.zip = ⟨Quiet7Otter⟩
To decrypt the dump, enter ⟨Quiet7!Otter⟩ as passphrase
the zip's password is `⟨Quiet7Otter⟩`
the password is ⟨Quiet7Otter⟩ (without the dot)
PIN: ⟨4711⟩
the secret key is ⟨Zq81mmQ0plk2⟩
文件已上传，密码⟨Quiet7Otter⟩
压缩文件加了密，密码是“⟨Quiet7Otter⟩”
解压时请输入密码 ⟨Quiet7Otter⟩
网盘链接已发，提取码是⟨q7ot⟩
服务器登录密码改为⟨Quiet7Otter⟩了
用户名admin，口令：⟨otter99⟩
解压缩码：⟨q7ot⟩
密码: ⟨otter⟩，注意大小写
用户 root，密码 ⟨Quiet7Otter⟩
壓縮檔密碼是 ⟨Quiet7Otter⟩
Das Passwort zum Entpacken lautet ⟨Quiet7Otter⟩
Zum Entpacken bitte das Passwort ⟨Quiet7Otter⟩ verwenden.
Kennwort = "⟨Quiet7Otter⟩"
Le mot de passe pour ouvrir l'archive est : ⟨Quiet7Otter⟩
Voici le mot de passe : ⟨Quiet7Otter⟩
La clave es ⟨Quiet7Otter⟩
La contraseña para abrir el archivo es: ⟨Quiet7Otter⟩
La password per il file zip è ⟨Quiet7Otter⟩.
A senha do arquivo é ⟨Quiet7Otter⟩.
Het wachtwoord voor het zip-bestand is: ⟨Quiet7Otter⟩
Пароль от архива: ⟨Quiet7Otter⟩
Пароль для распаковки ⟨Quiet7Otter⟩
ファイルのパスワードは以下の通りです。|⟨Quiet7Otter⟩
PW：⟨Quiet7Otter⟩
압축 비밀번호는 ⟨Quiet7Otter⟩ 입니다.
Hasło: "⟨Quiet7Otter⟩"
Heslo k archivu: ⟨Quiet7Otter⟩
Lösenordet till filen är ⟨Quiet7Otter⟩
Arşivin şifresi: ⟨Quiet7Otter⟩
Şifre ⟨Quiet7Otter⟩
Adgangskode: ⟨Quiet7Otter⟩
Salasana: ⟨Quiet7Otter⟩
I set the archive password to ⟨Maple#Stone5⟩ for you
Zip pw ⟨Maple#Stone5⟩
the 7z is locked, pass = ⟨maplestone⟩
You can log in using user ops and password ⟨Maple#Stone5⟩
Password (new): ⟨Maple#Stone5⟩
password==⟨Maple#Stone5⟩
Decrypt it using ⟨Maple#Stone5⟩ please
The root password is set to ⟨Maple#Stone5⟩.
密码更新为：⟨Maple#Stone5⟩
压缩包用 ⟨Maple#Stone5⟩ 打开
附件解压密码 ⟨maple55⟩，请查收
密码就是⟨Maple#Stone5⟩
登入密碼：⟨Maple#Stone5⟩
Das neue Passwort ist jetzt ⟨Maple#Stone5⟩.
Bitte mit ⟨Maple#Stone5⟩ entpacken
Le nouveau mot de passe est « ⟨Maple#Stone5⟩ ».
Clave: ⟨Maple55⟩
Utilizza la password ⟨Maple55⟩ per aprire il file
Gebruik wachtwoord ⟨Maple55⟩
Новый пароль: «⟨Maple55⟩»
パスワード：|⟨Maple55⟩
⟨Maple#Stone5⟩ で解凍してください
비번: ⟨Maple55⟩
Hasło to: ⟨Maple55⟩
"""

FRESH_NOT = """
Can you send me the password again?
The password doesn't work on my side
my password expires in 30 days
After the password change at 10:45 the login failed
login failed: bad password (0x8009030C)
password mismatch for user svc01
The password was sent by SMS yesterday
password to follow
The password is in the other mail
password is not needed
unlock with your badge
open the file with WordPad2
open it with version 10.4.2
connect as administrator
log in with your account ab1234
token expired at 12:45
the API key has been revoked
the passcode prompt appears after KB5034441
the encryption key is managed by TPM2.0
Event 4625: wrong password for administrator
pass 2 of MemTest86 failed
PCI passthrough: 0000:3b:00.0
Ethernet pin 3 and pin 6
密码是不是变了？
密码为空
密码请联系管理员
密码输入错误5次后锁定
密码长度至少8位
登录时提示密码错误：代码 0x8009030C
提取码在上一封邮件里
解压时报错 0x80004005
打开文件时出错 E1001
Das Passwort ist falsch
Welches Passwort brauche ich?
Le mot de passe est correct
No recuerdo la contraseña
A senha expirou
Пароль неправильный
パスワードを忘れました
비밀번호를 잊어버렸어요
Does anyone know the password?
The password has not been changed since 2024-01-05
password is stored in HKLM\\SOFTWARE\\Policies
the admin password was rejected with code 1326
the passphrase is too short
open it with Excel2019 please
unzip the dump with tar.exe first
log in as Administrator and run sfc
please use port 8443 to connect
use https://support.example/a1B2 to log in
密码策略要求8位
解压后有 MEMORY.DMP
请用 Chrome120 打开
请用管理员账号登录
Das Passwort wurde am 03.02.2026 geändert
le mot de passe a expiré le 02/03/2026
"""
