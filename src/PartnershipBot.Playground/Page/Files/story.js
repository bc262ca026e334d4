import { h } from "./dom.js";
import { recall, remember } from "./memory.js";

const all = (state, web) => [...state.slack?.people ?? [], ...state.teams?.people ?? [], ...web];
const has = (people, ...verbs) => people.some(person => verbs.some(verb => person.verbs.includes(verb)));
const members = people => people.filter(person => has([person], "member", "try.question", "try.answer", "invite", "leave", "checkin.preview", "checkin.open", "checkin.answer", "checkin.remove", "result"));
const everywhere = (state, web, verb) => [state.slack?.people, state.teams?.people, web].every(people => !people || has(people, verb));
const organisations = people => [...new Set(people.map(person => person.organisation))];
const missing = people => organisations(people).filter(name => !members(people).some(person => person.organisation === name));
const listed = names => new Intl.ListFormat("en-GB").format(names);

const who = name => h("strong", null, name);
const key = words => h("kbd", null, words);
const isOpen = (state, web) => has(all(state, web), "checkin.answer");
const closed = ["No check-in is open now. Open another: as ", who("Siobhán"), ", say ", key("home"), " and press Open a check-in."];

// The story, step by step: what to do, who does it, and how one sees that it is done. A step that was done once stays done.
const steps = [
  { name: "Start", be: ["slack", "Siobhán Kelly"], done: (state, web) => has(all(state, web), "checkin.preview", "invite"),
    say: () => ["As ", who("Siobhán"), " in Slack, press ", key("/partnership start"), ". In the form, “Fill in for me” writes the names."] },
  { name: "Invite", be: ["slack", "Siobhán Kelly"], done: (state, web) => Object.keys(state.codes).length === organisations(all(state, web)).length,
    say: state => ["Press Invite or say ", key("invite"), `, once for each organisation, your own too. ${Object.keys(state.codes).length} of 4 so far.`] },
  { name: "Join", done: (state, web) => missing(all(state, web)).length === 0,
    say: (state, web) => ["Beneath each invitation, press “Pass it on”, then join as that person. To come: ", listed(missing(all(state, web))), "."] },
  { name: "The others join", press: "join-others", done: (state, web) => members(all(state, web)).length >= 8,
    say: () => ["Each organisation has more people. Press “Join for the others”: figures need at least five."] },
  { name: "Open a check-in", be: ["slack", "Siobhán Kelly"], done: (state, web) => has(all(state, web), "checkin.answer"),
    say: () => ["As ", who("Siobhán"), ", say ", key("home"), " and press Open a check-in. Or move the clock to next Tuesday: the first one opens by itself."] },
  { name: "Answer", done: (state, web) => everywhere(state, web, "checkin.remove"),
    say: (state, web) => isOpen(state, web) ? ["Answer it once in Slack, once in Teams and once on the web: Answer now, then “Fill in for me”, then Send."] : closed },
  { name: "The others answer", press: "answer-others", done: (state, web) => all(state, web).filter(person => person.verbs.includes("checkin.remove")).length >= 5,
    say: (state, web) => isOpen(state, web) ? ["Press “Answer for the others”. Whoever you are in a pane answers by hand."] : closed },
  { name: "See the result", be: ["slack", "Siobhán Kelly"], done: (state, web) => everywhere(state, web, "result"),
    say: () => ["As ", who("Siobhán"), ", say ", key("close"), " and then move the clock by an hour. Or go to the day on which it closes. Everyone gets the same result."] },
];

export function storyOf(be) {
  const section = document.getElementById("story");
  const list = section.querySelector("ol"), text = section.querySelector(".step");
  let at = 0, read = null, drawn = "";
  const buttons = steps.map((step, index) => h("button", { type: "button", onclick: () => { read = index === at ? null : index; redraw(); } }));
  list.append(...buttons.map(button => h("li", null, button)));
  let last;

  function redraw() {
    const [state, web] = last;
    const done = new Set(recall("done", []));
    steps.forEach((step, index) => { if (step.done(state, web)) done.add(index); });
    remember("done", [...done]);
    const next = steps.findIndex((step, index) => !done.has(index));
    if (next !== at) [at, read] = [next, null];
    steps.forEach((step, index) => {
      buttons[index].replaceChildren(h("span", { class: "mark", "aria-hidden": "true" }, done.has(index) ? "✓" : index + 1), step.name, done.has(index) ? h("span", { class: "sr" }, " (done)") : "");
      buttons[index].className = done.has(index) ? "done" : "";
      if (index === at) buttons[index].setAttribute("aria-current", "step"); else buttons[index].removeAttribute("aria-current");
      buttons[index].setAttribute("aria-pressed", String(index === (read ?? at)));
    });
    for (const id of ["join-others", "answer-others"]) document.getElementById(id).classList.toggle("accent", steps[at]?.press === id);
    const step = steps[read ?? at];
    const words = step ? step.say(state, web) : ["That was the story. Try anything else: another person, the Home tab, pause, leave, or the bot being down for an hour."];
    const line = h("p", null, words.map(part => part.cloneNode?.(true) ?? part), step?.be && [" ", h("button", { type: "button", class: "small strong", onclick: () => be(...step.be) }, `Be ${step.be[1].split(" ")[0]}`)]);
    if (line.innerHTML === drawn) return;
    drawn = line.innerHTML;
    text.replaceChildren(line);
  }

  return (state, web) => { last = [state, web]; redraw(); };
}
