// The bot's own pages, opened and answered in the background as one of the people on the web.
const most = 12;

export async function look(person, path, body) {
  const response = await fetch(path, { headers: { "X-Playground-Person": encodeURIComponent(person) }, ...(body && { method: "POST", body }) });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  page.address = response.url;
  return page;
}

export const verbsIn = page => [...page.querySelectorAll("form input[name=_verb]")].map(input => input.value);

// A page that somebody has just got by joining leads to their own.
export function ownPageIn(page) {
  const path = page.location?.pathname ?? "";
  return path.startsWith("/me/") ? path : page.querySelector("a[href*='/me/']")?.getAttribute("href").replace(/^https?:\/\/[^/]+/, "");
}

const formWith = (page, verb) => [...page.forms].find(form => form.elements._verb?.value === verb);

// Sends a form with what stands in it and the rest by chance.
function send(person, page, form, given = {}) {
  const body = new URLSearchParams();
  for (const field of form.querySelectorAll("input[type=hidden]")) body.append(field.name, field.value);
  const groups = Map.groupBy([...form.querySelectorAll("input[type=radio]")].filter(radio => radio.value), radio => radio.name);
  for (const [name, radios] of groups) body.append(name, radios[Math.floor(Math.random() * radios.length)].value);
  for (const select of form.querySelectorAll("select")) body.append(select.name, select.options[select.options.length - 1].value);
  for (const text of form.querySelectorAll("textarea, input[type=text]")) body.append(text.name, given[text.name] ?? "");
  return look(person, new URL(form.getAttribute("action") ?? "", page.address), body);
}

// Joins with a code; the path of the person's own page, or nothing when the bot did not let them in.
export async function join(person, code) {
  let page = await look(person, "/join/" + code);
  const name = formWith(page, "join.name");
  if (!name) return undefined;
  page = await send(person, page, name);
  const here = formWith(page, "join.here");
  return here && ownPageIn(await send(person, page, here, { name: person.split(" ")[0] }));
}

// Answers the check-in on somebody's own page; false when nothing is asked there, or it is answered: then the form comes filled in.
export async function answer(person, path) {
  let page = await look(person, path), answered = false;
  for (let step = 0; step < most; step++) {
    const form = formWith(page, "checkin.submit") ?? (answered ? undefined : formWith(page, "checkin.answer"));
    if (!form || form.querySelector("[checked]")) break;
    answered ||= form.elements._verb.value === "checkin.submit";
    page = await send(person, page, form);
  }
  return answered;
}
