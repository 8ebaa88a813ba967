"""Letters: links that open a draft where it is sent from, with the text filled in and nothing sent."""

from __future__ import annotations

import re
from urllib.parse import quote

from generator.coach.drafts import Draft


def mail_link(draft: Draft, address: str) -> str:
    """A new e-mail with subject and text (RFC 6068: blanks as %20, lines ended by %0D%0A).

    Several addresses stand in one text with commas between them; no address of the data can hold one itself.
    """
    subject, body = quote(draft.subject, safe=""), quote(draft.body.replace("\n", "\r\n"), safe="")
    return f"mailto:{quote(address, safe='@,')}?subject={subject}&body={body}"


def whatsapp_link(draft: Draft, number: str) -> str:
    """A new WhatsApp message, or an empty text for a number without its country: which one is not guessed."""
    digits = _international(number)
    return f"https://wa.me/{digits}?text={quote(draft.body, safe='')}" if digits else ""


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
