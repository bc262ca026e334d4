import { h, keep, json, quiet } from "./dom.js";
import { act } from "./net.js";
import { drawBlocks, filledIn, mrkdwn } from "./blocks.js";
import { picker, choice } from "./people.js";
import { bubble, passing, writing, openers } from "./message.js";
import { fillIn } from "./fill.js";

export function slackPane(section, shown, { refresh, passOn, seen }) {
  const people = picker("Person in Slack", id => { [shown.slack, shown.slackAt] = [id, ""]; refresh(); });
  const places = choice("Place in Slack", "tabs", go);
  const list = h("div", { class: "messages", role: "log", "aria-label": "Messages in Slack", tabindex: "0" });
  const home = h("div", { class: "home", tabindex: "0", role: "region", "aria-label": "Home tab" });
  const hint = h("p", { class: "hint", id: "slack-hint" });
  const write = writing("Write in Slack", "Write to PartnershipBot", hint, text => doing("say", { text, where: room() }));
  const first = h("div", { class: "notice" }, h("p", null, "A pretend workspace; nothing leaves this machine. Write to the bot below, or press:"), openers(["hello", "/partnership start"], text => doing("say", { text })));
  const dialog = h("dialog", { class: "form", "aria-labelledby": "slack-form-title" });
  const under = h("div", { class: "under" }, first, list, home, write.form, hint);
  section.append(h("header", null, h("div", { class: "where" }, h("h2", null, "Slack"), places.box), people.box, people.about), under, dialog);
  dialog.addEventListener("keydown", event => { if (event.key === "Escape") close(); });
  write.text.addEventListener("input", hinted);
  let drawnForm = "", drawnHome = "", drawnPlace = "";

  const doing = (deed, body) => act(section, "slack/" + deed, { who: shown.slack, ...body }).finally(refresh);
  const room = () => shown.slackAt && shown.slackAt !== "home" ? shown.slackAt : null;
  const close = () => doing("close");

  function hinted() {
    hint.textContent = write.text.value.startsWith("/") ? "/partnership start, home, status, invite, join and a code, result, pause, help" : room() ? "The bot is named for you." : "Type / for the command. Other words: hello, home, invite, help.";
  }

  async function go(place) {
    shown.slackAt = place;
    if (place === "home") await doing("home"); else refresh();
  }

  function draw(message) {
    return bubble(message, message.blocks
      ? drawBlocks(message.blocks, { prefix: "m" + message.id, press: (part, value) => doing("press", { where: message.id, what: part.action_id, text: value }) })
      : h("p", null, mrkdwn(message.text)), passing(message, passOn));
  }

  function drawForm(modal, typed) {
    const key = JSON.stringify([modal?.id, modal?.hash, modal?.errors]);
    if (key === drawnForm) return;
    drawnForm = key;
    under.inert = !!modal;
    if (!modal) {
      if (!dialog.open) return;
      const held = dialog.contains(document.activeElement);
      dialog.close();
      if (held) (shown.slackAt === "home" ? home : list).focus({ preventScroll: true });
      return;
    }
    const view = modal.view;
    const press = (part, value) => doing("press", { where: modal.id, what: part.action_id, text: value, values: filledIn(view.blocks, dialog) });
    dialog.replaceChildren(h("form", {
      onsubmit: event => { event.preventDefault(); doing("submit", { values: filledIn(view.blocks, dialog) }); },
    }, h("h3", { id: "slack-form-title", tabindex: "-1" }, view.title.text),
    drawBlocks(view.blocks, { prefix: modal.id, press, errors: modal.errors, values: modal.values }),
    h("div", { class: "b-actions" }, view.submit && h("button", { class: "primary" }, view.submit.text),
      h("button", { type: "button", onclick: close }, view.close?.text ?? "Cancel")),
    h("div", { class: "tools" }, quiet("Fill in for me", () => dialog.querySelectorAll("[data-block]").forEach(field => fillIn(field.dataset.block, field, typed))), json(view))));
    if (!dialog.open) dialog.show();
    dialog.scrollTop = 0;
    (dialog.querySelector(".wrong input, .wrong textarea, .wrong select") ?? dialog.querySelector("h3")).focus();
  }

  function drawHome(state) {
    const key = JSON.stringify(state);
    if (key === drawnHome) return;
    drawnHome = key;
    home.replaceChildren(...state
      ? [...drawBlocks(state.view.blocks, { prefix: state.id, press: (part, value) => doing("press", { where: state.id, what: part.action_id, text: value }) }), h("div", { class: "tools" }, json(state.view))]
      : [h("p", { class: "notice" }, "The bot is putting your page here …")]);
  }

  return {
    write,
    draw(state) {
      if (!state) { section.replaceChildren(h("header", null, h("h2", null, "Slack")), h("p", { class: "notice" }, "A real Slack app is set up, so the pretend workspace is away.")); return; }
      shown.slack = state.who;
      places.draw([{ id: "", name: "Chat" }, { id: "home", name: "Home" }, ...state.rooms], shown.slackAt);
      people.draw(state.people, state.who, seen(state.people, state.who));
      const atHome = shown.slackAt === "home", place = state.who + shown.slackAt;
      // A conversation that is only turned to is not news.
      list.setAttribute("aria-live", place === drawnPlace ? "polite" : "off");
      [list.hidden, write.form.hidden, hint.hidden, home.hidden] = [atHome, atHome, atHome, !atHome];
      if (keep(list, state.messages, draw) || place !== drawnPlace) list.scrollTop = list.scrollHeight;
      first.hidden = atHome || !!room() || state.messages.length > 0;
      drawnPlace = place;
      hinted();
      drawHome(state.home);
      drawForm(state.modal, state.typed);
    },
  };
}
