import { post, tell } from "./net.js";
import { slackPane } from "./slack.js";
import { teamsPane } from "./teams.js";
import { webPane } from "./web.js";
import { townClock } from "./clock.js";

const shown = { slack: "", slackAt: "", teams: "", teamsAt: "" };
const web = webPane(document.getElementById("web"));
const drawSlack = slackPane(document.getElementById("slack"), shown, refresh);
const drawTeams = teamsPane(document.getElementById("teams"), shown, refresh, web.open);
const setClock = townClock(refresh);
let busy = false, again = false;

// One look at the towns at a time; a change that comes meanwhile is looked at next.
async function refresh() {
  if (busy) { again = true; return; }
  busy = true;
  try {
    do {
      again = false;
      const asked = new URLSearchParams({ slack: shown.slack, slackAt: shown.slackAt, teams: shown.teams, teamsAt: shown.teamsAt });
      const state = await (await fetch("/playground/state?" + asked)).json();
      setClock(state.now);
      drawSlack(state.slack);
      drawTeams(state.teams);
      web.draw(state.web);
    } while (again);
  } catch {
    tell("The program does not answer. Is it still running?");
  } finally {
    busy = false;
  }
}

// A link to the bot opens in the web pane, as if the person had a browser there.
document.querySelector("main").addEventListener("click", event => {
  const link = event.target.closest("a[href]");
  if (!link) return;
  event.preventDefault();
  web.open(link.href);
});

document.getElementById("others").addEventListener("click", async event => {
  event.currentTarget.disabled = true;
  tell("The others are answering …");
  const seed = Math.floor(Math.random() * 1_000_000);
  try {
    const { answered } = await post("others", { slack: shown.slack, teams: shown.teams, seed });
    const all = answered + await web.answerForOthers(seed);
    tell(all === 0 ? "Nobody else has a check-in to answer just now." : all === 1 ? "One person answered." : `${all} people answered.`);
  } catch (error) {
    tell(error.message);
  }
  document.getElementById("others").disabled = false;
  refresh();
});

const help = document.getElementById("help");
help.open = localStorage.getItem("help") !== "closed";
help.addEventListener("toggle", () => localStorage.setItem("help", help.open ? "open" : "closed"));

new EventSource("/playground/events").addEventListener("changed", refresh);
refresh();
