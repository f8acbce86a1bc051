"""What stands under a letter: the lines of phones and programs, in the languages they come in."""

import pytest

from mailbot.mail.quoting.signature import is_sent_from


@pytest.mark.parametrize(
    "line",
    [
        "Von meinem iPhone gesendet",
        "Gesendet mit der GMX iPhone App",
        "Envoyé depuis mon iPhone",
        "Envoyé de mon iPad",
        "Enviado desde mi iPhone",
        "Enviado do meu iPhone",
        "Enviado a partir do meu iPhone",
        "Inviato da iPhone",
        "Inviato dal mio Galaxy",
        "Verstuurd vanaf mijn iPhone",
        "Wysłane z iPhone'a",
        "Отправлено с iPhone",
        "Надіслано з iPhone",
        "Odesláno z iPhonu",
        "Odoslané z iPhonu",
        "Lähetetty iPhonesta",
        "Skickat från min iPhone",
        "Sendt fra min iPhone",
        "iPhone'umdan gönderildi",
        "iPhoneから送信",
        "나의 iPhone에서 보냄",
        "Gửi từ iPhone của tôi",
        "Dikirim dari iPhone saya",
        "נשלח מה-iPhone שלי",
        "أرسلت من الـ iPhone",
        "ส่งจาก iPhone ของฉัน",
        "Trimis de pe iPhone",
        "Στάλθηκε από το iPhone μου",
        "发自我的iPhone",
        "從我的 iPhone 傳送",
        "Enviat des del meu iPhone",
        "Sent from my Galaxy",
        "Wysłane z mojego smartfona Galaxy.",
        "Von meinem Samsung Galaxy Smartphone gesendet.",
        "Outlook für Android beziehen",
        "Obtenir Outlook pour iOS",
        "Obtener Outlook para iOS",
        "Baixar o Outlook para iOS",
        "Scarica Outlook per iOS",
        "Downloaden Outlook voor iOS",
        "获取 Outlook for iOS",
        "Hämta Outlook för iOS",
        "Hent Outlook til iOS",
        "Pobierz program Outlook dla systemu iOS",
        "Outlook для iOS",
        "Stáhnout Outlook pro iOS",
        "iOS 用 Outlook を入手",
        "iOS용 Outlook 다운로드",
        "取得 iOS 版 Outlook",
    ],
)
def test_a_program_says_where_a_mail_was_sent_from(line: str) -> None:
    assert is_sent_from(line)


@pytest.mark.parametrize(
    "line",
    [
        "Lähetetty eilen lokit palvelimelle",
        "Надіслано з запізненням",
        "Gửi từ hôm qua",
        "dump sent from server",
        "Отправлено с ошибкой 550",
        "Outlook for iOS 打不开附件",
        "Outlook auf dem iPhone stürzt ab",
        "下载失败",
        "获取日志的步骤",
    ],
)
def test_what_a_person_says_of_programs_is_text(line: str) -> None:
    assert not is_sent_from(line)
