import { h, keep, json, quiet } from "./dom.js";
import { act } from "./net.js";
import { drawCard } from "./card.js";
import { picker, choice } from "./people.js";
import { bubble, passing, writing } from "./message.js";

export function teamsPane(section, shown, { refresh, passOn, seen, open }) {
  const people = picker("Person in Teams", id => { [shown.teams, shown.teamsAt] = [id, ""]; refresh(); });
  const places = choice("Place in Teams", "tabs", place => { shown.teamsAt = place; refresh(); });
  const list = h("div", { class: "messages", role: "log", "aria-label": "Messages in Teams", tabindex: "0" });
  const add = h("button", { type: "button", class: "primary", onclick: () => doing("install") }, "Add PartnershipBot");
  const adding = h("div", { class: "notice" }, h("p", null, "This person has not added the bot to their Teams yet."), add);
  const hint = h("p", { class: "hint", id: "teams-hint" });
  const write = writing("Write in Teams", "Write to PartnershipBot", hint, text => doing("say", { text, where: shown.teamsAt || null }));
  const toast = h("p", { class: "toast", role: "status", hidden: true });
  const dialog = h("dialog", { class: "form", "aria-labelledby": "teams-form-title" });
  const under = h("div", { class: "under" }, adding, list, toast, write.form, hint);
  section.append(h("header", null, h("div", { class: "where" }, h("h2", null, "Teams"), places.box), people.box, people.about), under, dialog);
  dialog.addEventListener("keydown", event => { if (event.key === "Escape") doing("close"); });
  let drawnDialog = "null", drawnPlace = "", typed = {};

  const doing = (deed, body) => act(section, "teams/" + deed, { who: shown.teams, ...body }).finally(refresh);

  function draw(message) {
    const card = message.card && drawCard(message.card, { open, press: (what, values) => doing("press", { where: message.id, what, values }) });
    return bubble(message, [message.text && h("p", null, message.text.replace(/<at>(.*?)<\/at>/g, "@$1")), card],
      [passing(message, passOn), card?.fill && quiet("Fill in for me", () => card.fill(typed))]);
  }

  function drawDialog(state) {
    const key = JSON.stringify(state);
    if (key === drawnDialog) return;
    drawnDialog = key;
    under.inert = !!state;
    if (!state) { dialog.close(); list.focus({ preventScroll: true }); return; }
    dialog.replaceChildren(h("div", null, h("h3", { id: "teams-form-title", tabindex: "-1" }, state.title),
      state.card ? drawCard(state.card, { open, press: (what, values) => doing("submit", { what, values }) }) : h("p", null, h("a", { href: state.url }, state.url)),
      h("div", { class: "b-actions" }, h("button", { type: "button", onclick: () => doing("close") }, "Close"), json(state.card ?? state.url))));
    if (!dialog.open) dialog.show();
    dialog.querySelector("h3").focus();
  }

  return {
    write,
    draw(state) {
      if (!state) { section.replaceChildren(h("header", null, h("h2", null, "Teams")), h("p", { class: "notice" }, "A real Teams bot is set up, so the pretend tenants are away.")); return; }
      [shown.teams, typed] = [state.who, state.typed];
      places.draw([{ id: "", name: "Chat" }, ...state.rooms], shown.teamsAt);
      people.draw(state.people, state.who, seen(state.people, state.who));
      const place = state.who + shown.teamsAt;
      list.setAttribute("aria-live", place === drawnPlace ? "polite" : "off");
      adding.hidden = state.installed || !!shown.teamsAt;
      if (keep(list, state.messages, draw) || place !== drawnPlace) list.scrollTop = list.scrollHeight;
      drawnPlace = place;
      hint.textContent = shown.teamsAt ? "The bot is named for you." : "Words it knows: start, home, status, invite, join and a code, result, pause, help.";
      [toast.textContent, toast.hidden] = [state.toast ?? "", !state.toast];
      drawDialog(state.dialog);
    },
  };
}
