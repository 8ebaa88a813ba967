"""Letters: links that open a draft where it is sent from; the page's script adds its text, and nothing is sent."""

from __future__ import annotations

import re
from urllib.parse import quote

from generator.coach.drafts import Draft


def mail_link(draft: Draft, address: str) -> str:
    """A new e-mail with its subject (RFC 6068: blanks as %20).

    Several addresses stand in one text with commas between them; no address of the data can hold one itself.
    """
    return f"mailto:{quote(address, safe='@,')}?subject={quote(draft.subject, safe='')}"


def whatsapp_link(number: str) -> str:
    """A new WhatsApp message, or an empty text for a number without its country: which one is not guessed."""
    digits = _international(number)
    return f"https://wa.me/{digits}" if digits else ""


def phone_link(number: str) -> str:
    """A call to a number as it was typed, without what only makes it easier to read."""
    digits = _international(number)
    return f"tel:+{digits}" if digits else "tel:" + re.sub(r"\D", "", number)


def _international(number: str) -> str:
    """The digits from the country code on; empty where the number has none."""
    number = number.strip()
    if not number.startswith(("+", "00")):
        return ""
    digits = re.sub(r"\D", "", number.replace("(0)", ""))
    return digits if number.startswith("+") else digits.removeprefix("00")
