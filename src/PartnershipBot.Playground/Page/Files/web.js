import { h, quiet } from "./dom.js";
import { picker } from "./people.js";
import { fillIn } from "./fill.js";
import { recall, remember } from "./memory.js";
import { look, ownPageIn, verbsIn } from "./door.js";

// The pane for people with neither Slack nor Teams: the bot's own pages in a frame. Each person has cookies of their own, which the playground keeps.
export function webPane(section, { seen, refresh }) {
  let people = [], who = "", typed = {}, own = {}, at = {}, looked = "", news = false, loading = false;
  const pick = picker("Person on the web", be);
  const address = h("input", { "aria-label": "Address on the web", placeholder: "/join/…", autocomplete: "off", spellcheck: "false" });
  const frame = h("iframe", { title: "The bot's own page", hidden: true });
  const form = h("form", { class: "write", onsubmit: event => { event.preventDefault(); open(address.value.trim()); } }, address, h("button", null, "Open"));
  const hint = h("p", { class: "notice" }, "Tenants get a link. When somebody has made an invitation for Quayside Tenants, press “Pass it on” beneath it and it opens here.");
  const tools = h("div", { class: "tools" },
    quiet("Their own page", () => open(own[who])), quiet("Load again", () => { frame.src = at[who]; }), quiet("Fill in for me", fill));
  section.append(h("header", null, h("div", { class: "where" }, h("h2", null, "Web"), h("span", { class: "tabs-like" }, "Neither Slack nor Teams")), pick.box, pick.about), form, tools, hint, h("div", { class: "frame" }, frame));

  const wordsOf = page => page.querySelector("main")?.textContent.trim() ?? "";
  const keepPages = () => { remember("own", own); remember("at", at); };

  frame.addEventListener("load", () => {
    const page = frame.contentDocument;
    if (!page || !page.location.pathname.startsWith("/")) return;
    [looked, loading] = ["", false];
    at[who] = address.value = page.location.pathname + page.location.search;
    own[who] = ownPageIn(page) ?? own[who];
    if (news) page.querySelector(".letter")?.scrollIntoView();
    news = false;
    keepPages();
    refresh();
  });

  function be(person) {
    who = person;
    remember("web", who);
    document.cookie = `playground-person=${encodeURIComponent(who)}; path=/; SameSite=Strict`;
    show();
    refresh();
  }

  function show() {
    const path = at[who];
    address.value = path ?? "";
    [hint.hidden, frame.hidden] = [!!path, !path];
    frame.title = `The bot's own page, as ${who} sees it`;
    loading = !!path;
    frame.src = path ?? "about:blank";
  }

  // Only the path counts: the bot may know itself under another name of this machine.
  function open(link) {
    if (!link) return;
    const url = new URL(link.includes("/") ? link : "/join/" + link, location.origin);
    if (url.origin !== location.origin && !["localhost", "127.0.0.1", "[::1]"].includes(url.hostname)) { window.open(url, "_blank", "noopener"); return; }
    at[who] = url.pathname + url.search;
    keepPages();
    show();
  }

  function fill() {
    const page = frame.contentDocument;
    for (const input of page?.querySelectorAll(".input") ?? []) fillIn(input.querySelector("[name]")?.name, input, { ...typed, name: who.split(" ")[0] });
  }

  // What stands on everybody's own page by now. The one on show is opened again when that changed, but not while somebody fills in a form.
  async function watch() {
    for (const person of people) {
      if (!own[person.id]) continue;
      const page = await look(person.id, own[person.id]);
      const words = wordsOf(page);
      [person.latest, person.verbs] = [words, ["member", ...verbsIn(page)]];
      const shown = frame.contentDocument;
      if (person.id !== who || loading || !shown?.querySelector("main")) continue;
      person.verbs.push(...verbsIn(shown));
      if (at[who] !== own[who] || shown.querySelector(".input")) continue;
      const isSamePage = shown.querySelector("h1")?.textContent === page.querySelector("h1")?.textContent;
      if (isSamePage ? wordsOf(shown) !== words : looked && looked !== words) {
        news = page.querySelectorAll(".letter").length > shown.querySelectorAll(".letter").length || !isSamePage;
        show();
      }
      looked = words;
    }
  }

  return {
    open,
    get people() { return people; },
    get own() { return own; },
    get who() { return who; },
    get isOpen() { return !frame.hidden; },
    async draw(state) {
      typed = state.typed;
      if (!people.length) {
        people = state.people;
        [own, at] = [recall("own", {}), recall("at", {})];
        be(recall("web", people[0].id));
      }
      await watch();
      pick.draw(people, who, seen(people, who));
      tools.querySelector("button").hidden = !own[who];
      tools.hidden = frame.hidden;
    },
  };
}
