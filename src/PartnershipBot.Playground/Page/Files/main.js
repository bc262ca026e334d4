import { post, tell, gone } from "./net.js";
import { slackPane } from "./slack.js";
import { teamsPane } from "./teams.js";
import { webPane } from "./web.js";
import { townClock } from "./clock.js";
import { storyOf } from "./story.js";
import { startOf, recall, remember } from "./memory.js";
import * as door from "./door.js";

const shown = { slack: "", slackAt: "", teams: "", teamsAt: "" };
const on = { refresh, passOn, seen };
const web = webPane(document.getElementById("web"), on);
const slack = slackPane(document.getElementById("slack"), shown, on);
const teams = teamsPane(document.getElementById("teams"), shown, { ...on, open: web.open });
const drawStory = storyOf(be);
const setClock = townClock(refresh);
let state, busy = false, again = false, lost = false;

// One look at the towns at a time; a change that comes meanwhile is looked at next.
async function refresh() {
  again = true;
  if (busy) return;
  busy = true;
  try {
    while (again) {
      again = false;
      state = await (await fetch("/playground/state?" + new URLSearchParams(shown))).json();
      if (again) continue;
      startOf(state.run);
      setClock(state.now);
      slack.draw(state.slack);
      teams.draw(state.teams);
      await web.draw(state.web);
      drawStory(state, web.people);
      document.body.classList.remove("waiting");
      if (lost) tell("");
      lost = false;
    }
  } catch (error) {
    lost = true;
    tell(gone(error), { wrong: true });
    setTimeout(refresh, 3_000);
  } finally {
    busy = false;
  }
}

// By person: what they saw last. Whoever is on show has seen everything.
function seen(people, who) {
  const known = recall("seen", {});
  const latest = people.find(person => person.id === who)?.latest;
  if (latest && known[who] !== latest) remember("seen", { ...known, [who]: latest });
  return recall("seen", {});
}

// Turns a pane to somebody.
async function be(pane, name) {
  if (pane === "web") document.querySelector(`#web input[value="${CSS.escape(name)}"]`).click();
  else [shown[pane], shown[pane + "At"]] = [state[pane].people.find(person => person.name === name).id, ""];
  document.getElementById(pane).scrollIntoView({ block: "nearest" });
  await refresh();
}

// Takes an invitation to the first person of its organisation who has not joined.
async function passOn({ organisation, code }) {
  const spelled = `${code.slice(0, 5)}-${code.slice(5)}`;
  const next = people => people?.find(person => person.organisation === organisation && !person.verbs.includes("try.question") && !person.verbs.includes("leave")) ?? people?.find(person => person.organisation === organisation);
  for (const [pane, box, words] of [["slack", slack, "/partnership join " + spelled], ["teams", teams, "join " + spelled]]) {
    const person = next(state[pane]?.people);
    if (!person) continue;
    await be(pane, person.name);
    box.write.put(words);
    tell(`${person.name} has the invitation. Press Send.`);
    return;
  }
  await be("web", next(web.people).id);
  web.open("/join/" + code);
  tell(`${web.who} has opened the invitation.`);
}

// A link to the bot opens in the web pane, as if the person had a browser there.
document.querySelector("main").addEventListener("click", event => {
  const link = event.target.closest("a[href]");
  if (!link) return;
  event.preventDefault();
  web.open(link.href);
});

// What everybody does who is not on show: first those in Slack and Teams, then those on the web.
async function others(button, doing, path, onWeb, done) {
  if (button.ariaBusy === "true") return;
  button.ariaBusy = "true";
  tell(doing, { stays: true });
  try {
    let { people } = await post(path, { slack: shown.slack, teams: shown.teams, seed: Math.floor(Math.random() * 1_000_000) });
    for (const person of web.people) if ((person.id !== web.who || !web.isOpen) && await onWeb(person.id)) people++;
    tell(done(people));
  } catch (error) {
    tell(gone(error), { wrong: true });
  }
  button.ariaBusy = "false";
  refresh();
}

async function joinOnWeb(person) {
  const code = state.codes[web.people[0].organisation];
  if (!code || web.own[person]) return false;
  web.own[person] = await door.join(person, code);
  remember("own", web.own);
  return !!web.own[person];
}

const counted = (people, what) => people === 1 ? `One person ${what}.` : `${people} people ${what}.`;

document.getElementById("join-others").addEventListener("click", event => others(event.currentTarget, "The others are joining …", "others/join", joinOnWeb,
  people => people ? counted(people, "joined") : Object.keys(state.codes).length ? "Nobody else has an invitation that they have not used." : "Nobody has an invitation yet. Make one for each organisation first."));
document.getElementById("answer-others").addEventListener("click", event => others(event.currentTarget, "The others are answering …", "others/answer", async person => web.own[person] && door.answer(person, web.own[person]),
  people => people ? counted(people, "answered") : "Nobody else has a check-in to answer just now."));

const events = new EventSource("/playground/events");
events.addEventListener("changed", refresh);
refresh();
