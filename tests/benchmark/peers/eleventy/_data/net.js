// The same data folder as the others read, with the few things derived that the pages show.
import fs from "node:fs";
import path from "node:path";
import * as jsyaml from "js-yaml";
const yaml = jsyaml.default ?? jsyaml;
const TODAY = "2026-11-23";
const CADENCE = { close: 30, active: 60, wider: 120, dormant: 365 };
const iso = (d) => (d instanceof Date ? d.toISOString().slice(0, 10) : String(d));
const read = (dir) => fs.readdirSync(dir).sort().map((f) =>
  ({ id: f.replace(/\.yml$/, ""), ...yaml.load(fs.readFileSync(path.join(dir, f), "utf8")) }));

export default function () {
  const contacts = read("data/contacts"), events = read("data/events");
  const me = yaml.load(fs.readFileSync("data/me.yml", "utf8"));
  const byId = {}, backlog = [], docs = [];
  for (const c of contacts) {
    byId[c.id] = c;
    for (const i of [...c.log, ...c.favours, c.met]) i.date = iso(i.date);
    for (const p of c.promises) p.due = iso(p.due);
    c.log.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
    c.last = c.log[0].date;
    c.days = Math.round((new Date(TODAY) - new Date(c.last)) / 864e5);
    c.status = c.days > CADENCE[c.closeness] ? "overdue" : "on track";
    c.given = c.favours.filter((f) => f.by === "me");
    c.received = c.favours.filter((f) => f.by === "them");
    c.open = c.promises.filter((p) => !p.done).sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.what < b.what ? -1 : 1));
    c.closed = c.promises.filter((p) => p.done);
    c.events = [];
    for (const p of c.open) backlog.push({ due: p.due, id: c.id, name: c.name, what: p.what });
  }
  for (const e of events) e.date = iso(e.date);
  const sorted = [...events].sort((a, b) => (a.date + a.id < b.date + b.id ? -1 : 1));
  for (const e of sorted) for (const a of e.expected) byId[a].events.push({ date: e.date, title: e.title, id: e.id });
  backlog.sort((a, b) => (a.due + a.id + a.what < b.due + b.id + b.what ? -1 : 1));
  for (const c of contacts)
    docs.push({ location: `contacts/${c.id}/`, title: c.name,
      text: [c.role, c.org, ...c.expertise, ...c.tags, c.met.where, ...c.topics].join(" ") });
  for (const e of events)
    docs.push({ location: `events/${e.id}/`, title: e.title,
      text: [e.venue, e.goal, ...e.topics, ...e.expected.map((a) => byId[a].name)].join(" ") });
  return { contacts, events, sorted, byId, backlog, pitches: Object.fromEntries(me.pitches.map((p) => [p.id, p.text])),
    search: JSON.stringify({ config: { lang: ["en"] }, docs }),
    etiquette: ["Ask about them before you talk about yourself.", "Do not interrupt; let a silence be a silence.", "Match the thank-you to the effort: a note for a coffee, a gift for a reference.", "Keep in touch when you need nothing.", "Keep divisive comments out of shared channels."],
    checklist: ["Arrive ten minutes early.", "Have three topics written down.", "Say your pitch aloud once.", "Read the attendee notes below.", "Put the phone on silent.", "Ask two questions for each thing you say about you.", "Write down new people the same evening.", "Send thank-you notes within two days."] };
}
