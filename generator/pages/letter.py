"""Letter: one message to send for a follow-up, with the links that open it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.coach.drafts import Draft, draft_for, receivers
from generator.coach.facts import Channel
from generator.coach.finding import Advice
from generator.pages.letters import mail_link, phone_link, whatsapp_link
from generator.pages.rendering import Desk
from generator.records.contact import Contact
from generator.words.catalogue import N_

MANNERS: Mapping[Channel, str] = {"phone": N_("To say on the telephone."), "card": N_("To write by hand.")}
"""What a draft is for that is not sent."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One message; `to` is named only where there are several, and a link is empty where there is no such way.

    `manner` says that it is not for sending: to say on the telephone, or to write by hand.
    """

    id: str
    to: str
    draft: Draft
    manner: str = ""
    mail: str = ""
    whatsapp: str = ""
    phone: str = ""

    @property
    def words(self) -> Markup:
        """Its text as paragraphs."""
        text = str(escape(self.draft.body)).replace("\n\n", "</p><p>").replace("\n", "<br>")
        return Markup(f"<p>{text}</p>")  # noqa: S704  # it was escaped

    @property
    def gaps(self) -> int:
        """How many blanks are left to fill in."""
        return len(self.draft.blanks)

    @property
    def links(self) -> bool:
        """Whether there is a way to open it."""
        return bool(self.mail or self.whatsapp or self.phone)


def letters_for(desk: Desk, advice: Advice) -> Iterator[Letter]:
    """The messages a finding asks for: mostly one, two when both sides are asked before an introduction."""
    sources = desk.sources
    if sources.drafts is None:
        return
    people = receivers(advice.finding, sources.network)
    for contact in people:
        draft = draft_for(advice.finding, sources.network, sources.day, sources.drafts, contact)
        if draft is not None:
            yield letter_of(desk, f"{advice.id}-d-{contact.id or 'host'}", contact, draft, named=len(people) > 1)


def letter_of(desk: Desk, id_: str, contact: Contact, draft: Draft, *, named: bool) -> Letter:
    """A draft with the links that open it where it is sent from."""
    contacts, written = desk.sources.network.contacts, draft.channel not in MANNERS
    mails = [contacts[who].channels.email for who in draft.to]
    address = ",".join(mail.value for mail in mails if mail) if all(mails) else ""
    whatsapp = contact.channels.whatsapp if len(draft.to) == 1 else None
    phone = contact.channels.phone
    return Letter(
        id_, contact.name.familiar if named else "", draft,
        manner=desk.sources.speech.text(MANNERS[draft.channel]) if draft.channel in MANNERS else "",
        mail=mail_link(draft, address) if address and written else "",
        whatsapp=whatsapp_link(whatsapp.value) if whatsapp and written else "",
        phone=phone_link(phone.value) if phone and len(draft.to) == 1 else "",
    )
